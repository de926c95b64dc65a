import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import type { Register } from '@habeas/core/law';
import { registerFile } from '@habeas/example-worlds';
import { inputOf } from '../../testing/report-world.js';
import { textsIn } from '../../../test/texts-in.js';
import { composeReport } from '../compose-report.js';
import { deriveReport } from '../derive-report.js';

const { register: HOSTEL } = loadRegister(registerFile('hostel-association'));
const TAPES = { title: { en: 'Tapes of 2019', fr: 'Bandes de 2019' } };
const LIMITS = {
  en: 'Invoices of that year; their reader is broken.',
  fr: 'Factures de cette année ; leur lecteur est en panne.',
};

async function toldOf(backups: Register['backups'], language: 'en' | 'fr' = 'en'): Promise<readonly string[]> {
  const register = { ...HOSTEL, ...(backups === undefined ? {} : { backups }) };
  const texts = textsIn(composeReport(deriveReport(await inputOf(register, [])), language, () => undefined));
  return texts.filter((text) => /emergencies|urgence|Tapes|Bandes/u.test(text));
}

describe('copies for emergencies (SCP-04)', () => {
  it('are told of, with whether they hold more than the systems', async () => {
    const same = 'Tapes of 2019: it holds nothing but what our systems held when it was made.';
    expect(await toldOf([{ ...TAPES, holdsMore: false }])).toEqual([
      'Copies that we keep for emergencies were not searched:',
      same,
    ]);
    expect(await toldOf([{ ...TAPES, holdsMore: true }])).toContain('Tapes of 2019: it holds more than our systems do now.');
  });

  it('are told of with what more they hold, and why that was not searched, in the language of the report', async () => {
    const [, told] = await toldOf([{ ...TAPES, holdsMore: true, limits: LIMITS }], 'fr');
    expect(told).toMatch(/^Bandes de 2019\u00a0: elle contient plus .* en panne\.$/u);
  });

  it('are not told of where nothing is stated, or it is only assumed (PRF-03)', async () => {
    expect(await toldOf(undefined)).toEqual([]);
    expect(await toldOf([{ ...TAPES, holdsMore: false, assumed: true, reason: 'a guess' }])).toEqual([]);
  });
});
