import { describe, expect, it } from '@jest/globals';
import { loadRegister, parseRegister } from '@habeas/configuration';
import type { Register } from '@habeas/core/law';
import { REGISTERS, registerFile } from '@habeas/example-worlds';
import { EXCHANGE_FORMATS } from '../exchange.js';
import { exportRegister } from '../export-register.js';
import { importRegister } from '../import-register.js';
import { RICH_REGISTER } from '../testing/rich-register.js';
import { compareRegisters } from './compare-registers.js';

const RICH = parseRegister(RICH_REGISTER, 'a.register.yaml').register;

const through = async (register: Register, format: (typeof EXCHANGE_FORMATS)[number] = 'csv'): Promise<Register> => {
  const { bytes } = await exportRegister(register, { format });
  return (await importRegister(bytes, { format, file: 'a' })).draft;
};

/** The rich register as somebody else has changed it. */
const changed = (text: string, into: string): Register =>
  parseRegister(RICH_REGISTER.replaceAll(text, into), 'a.register.yaml').register;

const cases = EXCHANGE_FORMATS.flatMap((format) => [...REGISTERS, 'rich'].map((name) => [name, format] as const));

describe('compareRegisters', () => {
  it.each(cases)('finds no difference where a register comes back as it went out: %s as %s (PRF-03)', async (name, format) => {
    const register = name === 'rich' ? RICH : loadRegister(registerFile(name as (typeof REGISTERS)[number])).register;
    const { controller, both, added, missing } = compareRegisters(register, await through(register, format));
    expect([controller, added, missing]).toEqual([[], [], []]);
    expect(both.flatMap(({ id, idHere, parts }) => (idHere === undefined && parts.length === 0 ? [] : [id, parts]))).toEqual([]);
    expect(both.length).toBeGreaterThan(0);
  });

  it('tells what is otherwise in the words of the template, line by line', async () => {
    const { both, controller } = compareRegisters(RICH, await through(changed('fr: Membres }', 'fr: Adhérents }')));
    const parts = both.find(({ id }) => id === 'membership')?.parts ?? [];
    expect(parts).toContainEqual({ part: 'subject', onlyHere: ['Membres'], onlyInFile: ['Adhérents'] });
    expect(controller).toEqual([]);
  });

  it('tells what is otherwise of the controller, and of what protects the data, once', async () => {
    const file = changed('1 Example Street', '9 Other Street');
    const { controller, both } = compareRegisters(RICH, await through(file));
    expect(controller.map(({ part }) => part)).toEqual(['controller']);
    expect(controller[0]?.onlyInFile).toEqual([expect.stringContaining('9 Other Street')]);
    expect(both.flatMap(({ parts }) => parts)).toEqual([]);
    const guarded = compareRegisters(RICH, await through(changed("fr: '=Clefs'", 'fr: Coffre')));
    expect(guarded.controller.map(({ part }) => part)).toEqual(['measure']);
  });

  it('takes an activity of another id for the same by its title, and says which id is here', async () => {
    const file = await through(RICH);
    const { membership, ...others } = file.activities;
    const { both, added, missing } = compareRegisters(RICH, { ...file, activities: { adhesions: membership!, ...others } });
    expect([added, missing]).toEqual([[], []]);
    expect(both).toContainEqual({ id: 'adhesions', title: 'Adhésion', idHere: 'membership', parts: [] });
  });

  it('tells of what only one of the two has', async () => {
    const file = await through(RICH);
    const { membership, ...others } = file.activities;
    const letters = { ...membership!, title: { en: 'Lettre', fr: 'Lettre' } };
    const { added, missing } = compareRegisters(RICH, { ...file, activities: { letters, ...others } });
    expect(added).toEqual([{ id: 'letters', title: 'Lettre' }]);
    expect(missing).toEqual([{ id: 'membership', title: 'Adhésion' }]);
  });

  it('tells of a period that is for all data of an activity, where it names none', async () => {
    const file = await through(RICH);
    const { membership } = file.activities;
    const { fields: _fields, ...rest } = membership!;
    const whole = { ...rest, retention: [{ period: { length: 'P3Y' } }] };
    const { both } = compareRegisters(RICH, { ...file, activities: { membership: whole } });
    const data = both[0]?.parts.find(({ part }) => part === 'data');
    expect(data?.onlyInFile).toEqual([expect.stringMatching(/\(3 ans\)$/u)]);
  });

  it('tells all of a file as new where the register that is here has no activity', async () => {
    const file = await through(RICH);
    const { added, both } = compareRegisters({ ...RICH, activities: {}, unstated: [] }, file);
    expect([added.map(({ id }) => id), both]).toEqual([Object.keys(file.activities), []]);
  });
});
