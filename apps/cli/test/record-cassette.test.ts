import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDemoWorld, startVendors, type DemoWorld } from '@habeas/example-worlds';
import { CONNECTORS } from '../src/connectors.js';
import { habeas } from '../src/habeas.js';

describe('habeas connector record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-cli-'));
  let world: DemoWorld;
  let vendors: Awaited<ReturnType<typeof startVendors>>;
  beforeAll(async () => {
    world = await createDemoWorld(join(folder, 'world'));
    vendors = await startVendors(join(folder, 'world'), world.vendors);
  });
  afterAll(async () => {
    await vendors.close();
    rmSync(folder, { recursive: true });
  });

  const record = async (...args: readonly string[]): Promise<{ readonly exitCode: number; readonly said: string }> => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const terminal = { out: say, err: say, progress: () => undefined };
    const given = ['connector', 'record', '--config', world.connectedConfig, ...args];
    const exitCode = await habeas(given, { terminal, connectors: CONNECTORS, signal: new AbortController().signal });
    return { exitCode, said: said.join('\n') };
  };
  const emailOf = (): string => {
    const [person] = world.connected.cast;
    return person.given.find(({ kind }) => kind === 'email')?.value ?? '';
  };

  it('writes what was asked and answered at a source, with nobody in it', async () => {
    const out = join(folder, 'crm.cassette.yaml');
    const { exitCode, said } = await record('--source', 'crm', '--email', emailOf(), '--name', 'Somebody', '--out', out);
    expect([exitCode, said]).toEqual([0, expect.stringContaining('a recording with nobody in it')]);
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('person.1@example.org');
    expect(text).toMatch(/Contact:\n {4}search: complete\n {4}matches: 1\n/u);
    const [local = ''] = emailOf().split('@');
    for (const real of [emailOf(), local, '127.0.0.1', 'synthetic-']) expect(text).not.toContain(real);
    const again = await record('--source', 'crm', '--email', emailOf(), '--out', out);
    expect([again.exitCode, again.said]).toEqual([2, expect.stringContaining('there is a file of this name already')]);
  }, 60_000);

  it('takes no source that is of no manifest', async () => {
    const { exitCode, said } = await record('--source', 'membership', '--email', emailOf(), '--out', join(folder, 'no.yaml'));
    expect([exitCode, said]).toEqual([2, expect.stringContaining('the source "membership" is of no manifest')]);
  });
});
