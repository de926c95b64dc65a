import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import { REGISTERS, registerFile } from '@habeas/example-worlds';
import { EXCHANGE_FORMATS, exportRegister } from '@habeas/register-exchange';
import { readWorkbook, unreadableRegister } from './read-workbook.js';

const csv = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const { register } = loadRegister(registerFile('hostel-association'));

describe('readWorkbook', () => {
  it.each(EXCHANGE_FORMATS)('finds no difference in a register that was taken as %s and comes back (PRF-03)', async (format) => {
    for (const name of REGISTERS) {
      const here = loadRegister(registerFile(name)).register;
      const { bytes } = await exportRegister(here, { format });
      const { comparison } = await readWorkbook(bytes, { format, here });
      expect([comparison?.controller, comparison?.added, comparison?.missing]).toEqual([[], [], []]);
      expect(comparison?.both.every(({ parts, idHere }) => parts.length === 0 && idHere === undefined)).toBe(true);
    }
  });

  it('counts what was found of each activity, and lints the register that it makes (PRF-04)', async () => {
    const { bytes } = await exportRegister(register, { format: 'ods' });
    const { activities, lints, assumptions, unstated, yaml } = await readWorkbook(bytes, { format: 'ods', here: register });
    const [first] = activities;
    expect(first).toMatchObject({ id: Object.keys(register.activities)[0], title: expect.any(String) });
    for (const count of [first?.purposes, first?.data, first?.subjects, first?.recipients]) expect(count).toBeGreaterThan(0);
    expect(lints.every(({ line, remedy }) => line !== undefined && line > 0 && remedy !== '')).toBe(true);
    expect([lints.length, assumptions.length, unstated.length].every((count) => count > 0)).toBe(true);
    expect(yaml).toMatch(/^# Imported: [^\n]+\n\nregister: 1\n/u);
  });

  it('reads a register where there is none yet, and then compares nothing', async () => {
    const read = await readWorkbook(csv('Nom du traitement;Référence\nAdhésions;R 1'), { format: 'csv', here: undefined });
    expect(read).not.toHaveProperty('comparison');
    expect(read.activities).toEqual([
      { id: 'adhesions', reference: 'R 1', title: 'Adhésions', purposes: 0, data: 0, subjects: 0, recipients: 0, rules: 0 },
    ]);
  });

  it('tells in which cell it did not understand something, and what to do', async () => {
    const text = 'Nom du traitement;Date de création\nAdhésions;bientôt';
    const { gaps } = await readWorkbook(csv(text), { format: 'csv', here: undefined });
    expect(gaps).toContainEqual({
      where: { sheet: 'CSV', cell: 'B2' },
      what: 'this is no day that is understood',
      remedy: expect.any(String),
    });
  });

  it('refuses what is no register with one reason and what to do, and takes a bug for no fault of the file', async () => {
    await expect(readWorkbook(csv('a;b'), { format: 'csv', here: undefined })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/^The file cannot be read as a register: no sheet is a register: .+\.$/u),
      remedy: "Import a workbook in the form of CNIL's template.",
    });
    await expect(readWorkbook(csv('a;b'), { format: 'pdf' as 'csv', here: undefined })).rejects.toThrow(TypeError);
  });
});

describe('unreadableRegister', () => {
  it('tells the first of many faults with their places, and needs no remedy', () => {
    const faults = ['a', 'b', 'c', 'd'].map((path) => ({ file: 'x', path, what: 'wrong' }));
    const { message, remedy } = unreadableRegister(new InvalidInputError(faults));
    expect(message).toBe('The file cannot be read as a register: a: wrong; b: wrong; c: wrong.');
    expect(remedy).toBeUndefined();
  });
});
