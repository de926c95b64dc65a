import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { registerFile } from '@habeas/example-worlds';
import { Desk } from './desk.js';
import type { Run } from './workshop.js';

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => {
  desk.close();
});

const register = (...args: readonly string[]): Promise<Run> => desk.run({}, ['register', ...args]);

describe('habeas register export', () => {
  it.each(['csv', 'ods', 'xlsx'])(
    'writes a register as %s, by the name of the file, and tells what is not in it',
    async (format) => {
      const out = desk.path(`hostel.${format}`);
      const { exitCode, out: said } = await register('export', registerFile('hostel-association'), '--out', out);
      expect(exitCode).toBe(0);
      expect(said).toContain(`${out}: written`);
      expect(said).toMatch(/^ {2}activities\.\*\.collectedFrom: where the data come from \(\d+ times\)$/mu);
      expect(existsSync(out)).toBe(true);
    },
  );

  it('replaces no file unless it is told to', async () => {
    const out = desk.path('taken.ods');
    writeFileSync(out, 'something else');
    const refused = await register('export', registerFile('hostel-association'), '--out', out);
    expect(refused).toMatchObject({
      exitCode: 2,
      out: '',
      err: `${out}: there is a file of this name already (choose another place, or add --force)`,
    });
    expect(readFileSync(out, 'utf8')).toBe('something else');
    const forced = await register('export', registerFile('hostel-association'), '--out', out, '--force');
    expect(forced.exitCode).toBe(0);
  });

  it('wants the format where the name does not say it, and a place that there is', async () => {
    const unnamed = await register('export', registerFile('hostel-association'), '--out', desk.path('register'));
    expect(unnamed).toMatchObject({ exitCode: 2, err: expect.stringContaining('add --format csv, ods, xlsx') });
    const named = await register('export', registerFile('hostel-association'), '--format', 'csv', '--out', desk.path('register'));
    expect(named.exitCode).toBe(0);
    const nowhere = await register('export', registerFile('hostel-association'), '--out', desk.path('no/where.ods'));
    expect(nowhere).toMatchObject({ exitCode: 2, err: expect.stringContaining('it cannot be written') });
  });
});

describe('habeas register import', () => {
  it('PRF-01: drafts a register from an exported one that habeas register lint takes', async () => {
    const workbook = desk.path('for-import.xlsx');
    const out = desk.path('imported.register.yaml');
    await register('export', registerFile('hostel-association'), '--out', workbook);
    const { exitCode, out: said, err } = await register('import', workbook, '--out', out);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(said).toMatch(/imported\.register\.yaml: 6 activities, \d gaps$/mu);
    const lint = await register('lint', out);
    expect(lint.err).toBe('');
    expect(said).toContain(`tells of ${/(\d+ lints?)/u.exec(lint.out)?.[1] ?? '?'}`);
  });

  it('PRF-03: lists what was not understood with its sheet and cell, and ends with 3', async () => {
    const file = desk.path('published.csv');
    const table = [
      ['Nom du traitement', 'Réf.', 'Date de création', 'Finalité', 'Garde'],
      ['Adhésions', '001', 'au printemps', 'Gérer les adhésions', 'Service A'],
      ['Lettre', 'letter', '8 mars 2026', 'Informer', ''],
    ];
    writeFileSync(file, table.map((row) => row.join(';')).join('\r\n'));
    const out = desk.path('published.register.yaml');
    const run = await register('import', file, '--out', out);
    expect(run.exitCode).toBe(3);
    expect(run.out).toContain(`${file}, CSV, C2: this is no day that is understood\n  write it as 31/12/2026`);
    expect(run.out).toContain(`${file}, CSV, E1: the heading of this column is no label of the template`);
    expect(readFileSync(out, 'utf8')).toContain('  # reference 001\n  adhesions:\n');
    expect(readFileSync(out, 'utf8')).toContain('  # created on 2026-03-08\n  letter:\n');
    expect((await register('lint', out)).exitCode).toBe(3);
  });

  it('says what is wrong with a file that is no workbook, and writes nothing', async () => {
    const file = desk.path('none.ods');
    writeFileSync(file, 'a text');
    const out = desk.path('none.register.yaml');
    const run = await register('import', file, '--out', out);
    expect(run).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining('it is no workbook, or it is damaged') });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['is not there', 'nowhere.ods', 'there is no such file (check the path)'],
    ['is a folder', '.', 'it cannot be read (check the path)'],
  ])('says so where the file %s', async (_title, name, fault) => {
    const run = await register('import', desk.path(name), '--format', 'ods', '--out', desk.path('x.register.yaml'));
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining(fault) });
  });
});
