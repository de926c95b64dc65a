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

const FIDES = `saas_config:
  name: Desk
  client_config: { host: api.example.org }
  endpoints:
    - name: people
      requests:
        read: { path: /people/<email>, param_values: [{ name: email, identity: email }] }
`;

describe('habeas connector import', () => {
  it('writes a draft that has no fault, and prints what a human must still decide, each with its line', async () => {
    writeFileSync(desk.path('desk.fides.yaml'), FIDES);
    writeFileSync(desk.path('data.yaml'), 'dataset: [{ collections: [{ name: people, fields: [{ name: number }] }] }]');
    const folder = desk.path('imported');
    const { exitCode, out } = await connector(
      'import',
      desk.path('desk.fides.yaml'),
      '--out',
      folder,
      '--dataset',
      desk.path('data.yaml'),
    );
    expect(exitCode).toBe(3);
    expect(out).toMatch(/manifest\.yaml: a draft made of Fides SaaS, \d+ decisions for a human/u);
    expect(out).toMatch(/manifest\.yaml:\d+: the file does not say how requests are signed/u);
    expect(readFileSync(desk.path('imported/manifest.yaml'), 'utf8')).toContain('number: {}');
    const lint = await connector('lint', desk.path('imported/manifest.yaml'));
    expect([lint.exitCode, lint.out]).toEqual([0, expect.stringContaining('desk, 1 collections, no faults')]);
  });

  it('takes no file of another kind, replaces no manifest, and writes into no file', async () => {
    const other = await connector('import', desk.path('habeas.yaml'), '--out', desk.path('other'));
    expect([other.exitCode, other.err]).toEqual([2, expect.stringContaining('neither a Fides SaaS configuration')]);
    const missing = await connector('import', desk.path('nowhere.yaml'), '--out', desk.path('other'));
    expect([missing.exitCode, missing.err]).toEqual([2, expect.stringContaining('nowhere.yaml: it cannot be read')]);
    const again = await connector('import', desk.path('desk.fides.yaml'), '--out', desk.path('imported'));
    expect([again.exitCode, again.err]).toEqual([2, expect.stringContaining('there is a file of this name already')]);
    const within = await connector('import', desk.path('desk.fides.yaml'), '--out', desk.path('data.yaml/in'));
    expect([within.exitCode, within.err]).toEqual([2, expect.stringContaining('this folder cannot be made')]);
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
