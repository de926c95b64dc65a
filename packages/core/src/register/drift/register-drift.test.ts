import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mappedSource } from '../../testing/drift-texts.js';
import { SOUND_REGISTER } from '../../testing/sound-register.js';
import { DRIFT_CODES, type DriftTexts } from './drift-finding.js';
import { registerDrift } from './register-drift.js';
import { ACTIVITY_TEXTS } from './activity-texts.js';
import { SCHEMA_TEXTS } from './schema-texts.js';
import { SPECIAL_CATEGORY_NAMES, SPECIAL_TEXTS } from './special-texts.js';

const MAP = "  member: { activity: membership, fields: { email: { identifier: email, category: 'pd:EmailAddress' } } }";

describe('the drift of a register (PRF-02)', () => {
  it('says of each finding how grave it is, after which article, where it is and what to do, in two languages', () => {
    const [finding] = registerDrift(SOUND_REGISTER, [mappedSource(MAP)]);
    expect(finding).toEqual({
      code: 'CATEGORY_UNDECLARED',
      severity: 'warning',
      article: 'Art. 30(1)(c)',
      source: 'crm',
      collection: 'member',
      field: 'email',
      activity: 'membership',
      what: {
        en: 'The activity "membership" does not declare data of the category pd:EmailAddress, and they are held.',
        fr: 'L’activité « membership » ne déclare pas de données de la catégorie pd:EmailAddress, et il en est détenu.',
      },
      remedy: { en: expect.stringContaining('Declare them'), fr: expect.stringContaining('Déclarez-les') },
    });
  });

  it('comes code after code, whatever the order of the sources', () => {
    const problem = { errorClass: 'auth', message: 'The password was refused.' } as const;
    const down = { ...mappedSource(MAP, { found: { problem } }), id: 'down' };
    const codes = registerDrift(SOUND_REGISTER, [mappedSource(MAP), down]).map(({ code }) => code);
    expect(codes).toEqual(['SOURCE_UNREACHED', 'CATEGORY_UNDECLARED', 'CATEGORY_UNDECLARED', 'CATEGORY_NOWHERE']);
  });

  it('is said in sentences that have the same parts in both languages', () => {
    const all: readonly Readonly<Record<string, DriftTexts>>[] = [ACTIVITY_TEXTS, SCHEMA_TEXTS, SPECIAL_TEXTS];
    const sentences = all.flatMap((texts) => Object.values(texts)).flatMap(({ what, remedy }) => [what, remedy]);
    const parts = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([part]) => part).sort();
    for (const { en, fr } of [...sentences, ...Object.values(SPECIAL_CATEGORY_NAMES)]) expect(parts(fr)).toEqual(parts(en));
  });

  it('has its codes explained in docs/drift.md, in their order, with severity and article', () => {
    const page = readFileSync(new URL('../../../../../docs/drift.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (\w+) +\| (Art\. [^|]+?) +\|/gmu)].map(([, ...cells]) => cells);
    expect(rows).toEqual(Object.entries(DRIFT_CODES).map(([code, { severity, article }]) => [code, severity, article]));
  });
});
