import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import type { Run } from './workshop.js';

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => {
  desk.close();
});

const connector = (...args: readonly string[]): Promise<Run> => desk.run({}, ['connector', ...args]);

describe('habeas connector new', () => {
  it('writes a connector whose manifest has no fault, and says what to do next', async () => {
    const folder = desk.path('wild-apricot');
    const { exitCode, out } = await connector('new', 'wild-apricot', '--folder', folder);
    expect([exitCode, out]).toEqual([0, expect.stringContaining('docs/adding-a-connector.md')]);
    expect(readFileSync(desk.path('wild-apricot/src/index.ts'), 'utf8')).toContain('wildApricot');
    const lint = await connector('lint', desk.path('wild-apricot/manifest.yaml'));
    expect([lint.exitCode, lint.out]).toEqual([0, expect.stringContaining('wild-apricot, 2 collections, no faults')]);
  });

  it('touches no folder that is there, and takes no name that cannot be one', async () => {
    const taken = await connector('new', 'wild-apricot', '--folder', desk.path('wild-apricot'));
    expect([taken.exitCode, taken.err]).toEqual([2, expect.stringContaining('this folder is there already')]);
    const named = await connector('new', '../up');
    expect([named.exitCode, named.err]).toEqual([2, expect.stringContaining('a connector cannot be called so')]);
  });
});

describe('habeas connector lint', () => {
  it('tells every fault of every manifest, with its line', async () => {
    const good = readFileSync(desk.path('wild-apricot/manifest.yaml'), 'utf8');
    const file = desk.path('faulty.yaml');
    writeFileSync(file, good.replace('${parent.id}', '${owner.id}').replace('field: email', 'field: name'));
    const { exitCode, err } = await connector('lint', file, desk.path('nowhere.yaml'));
    expect(exitCode).toBe(2);
    expect(err).toContain('"owner" is not known here');
    expect(err).toContain('"name" holds no email of that namespace');
    expect(err).toContain('nowhere.yaml: it cannot be read');
  });
});
