import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTrail } from '@habeas/core';
import { TRAIL_HASHING } from '@habeas/vault';
import Database from 'better-sqlite3';
import { operatorCommand } from '../src/operator/operator-command.js';
import { serviceCommand } from '../src/service-command.js';
import { serviceLog } from './house.js';
import { people, putRequest, type SmallFolder, smallFolder, type SmallHouse, smallHouse } from './small-house.js';

const LOADER = fileURLToPath(new URL('../scripts/source-loader.mjs', import.meta.url));
const NOW = Promise.resolve();

describe('the command of the service', () => {
  let folder: SmallFolder;
  beforeAll(() => {
    folder = smallFolder();
  });
  afterAll(() => {
    folder.remove();
  });

  async function run(...args: readonly string[]): Promise<{ code: number; said: string[]; log: string[] }> {
    const said: string[] = [];
    const log: string[] = [];
    const say = (line: string): void => void said.push(line);
    return { code: await serviceCommand(args, { say, asked: NOW, log: serviceLog(log) }), said, log };
  }

  it('says where it is, and the code for the first account, to who started it and not to the log', async () => {
    const { code, said, log } = await run('--config', folder.configFile);
    expect(said).toEqual([
      expect.stringMatching(/^Habeas is at http:\/\/127\.0\.0\.1:\d+$/u),
      expect.stringMatching(/^Set-up code for the first account, good for 15 minutes: \S{10,}$/u),
      expect.stringMatching(/^Health and metrics: http:\/\/127\.0\.0\.1:\d+$/u),
    ]);
    expect(code).toBe(0);
    expect(log.join('\n')).toContain('"event":"listening"');
    expect(log.join('\n')).not.toContain(said[1]?.split(': ')[1]);
  });

  it.each([
    ['an option that there is not', 2, ['--prot', '1'], 'command line: this is not understood: 1 prot'],
    [
      'a configuration that is not there',
      2,
      ['--config', '/nowhere/service.yaml'],
      '/nowhere/service.yaml: there is no such file',
    ],
  ])('ends with its code and one message for %s', async (_what, code, args, said) => {
    expect(await run(...args)).toMatchObject({ code, said: [expect.stringContaining(said)] });
  });

  it('ends with 2 where its keys may be read by others, and says which rights to give', async () => {
    const open = smallFolder();
    await run('--config', open.configFile);
    const keyring = join(open.folder, 'data/keyring.json');
    chmodSync(keyring, 0o644);
    expect(await run('--config', open.configFile)).toMatchObject({
      code: 2,
      said: [expect.stringContaining('chmod 600')],
    });
    open.remove();
  });

  it('says of an error that nothing has caught that there was one, gives its work back and exits with 1', async () => {
    const own = smallFolder();
    const log: string[] = [];
    const exited = new Promise<number>((exit) => {
      const onUncaught = (end: (error: unknown) => void): void => {
        end(new TypeError('a text of somebody'));
      };
      const surroundings = { say: () => undefined, asked: new Promise(() => undefined), log: serviceLog(log), onUncaught, exit };
      void serviceCommand(['--config', own.configFile], surroundings);
    });
    expect(await exited).toBe(1);
    expect(log.filter((line) => line.includes('"event":"uncaught"'))).toEqual([expect.stringContaining('"error":"TypeError"')]);
    expect(log.join('\n')).not.toContain('a text of somebody');
    own.remove();
  });

  it('is a process that ends by itself, with 0, when it is asked to', async () => {
    const child = service('src/main.ts', '--config', folder.configFile);
    await until(() => child.said().includes('Health and metrics'));
    const asked = performance.now();
    child.process.kill('SIGTERM');
    const [code, signal] = (await once(child.process, 'exit')) as [number | null, string | null];
    expect([code, signal]).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(20_000);
  }, 60_000);

  it('is a process that says one thing, and no stack, where its configuration is wrong', async () => {
    const child = service('src/main.ts', '--config', folder.write('wrong.yaml', 'service: 1\ncontrolers: {}\n'));
    const [code] = (await once(child.process, 'close')) as [number];
    expect(code).toBe(2);
    expect(child.said()).toMatch(/wrong\.yaml:2:1: controlers: the key "controlers" is not known here/u);
    expect(child.said()).not.toMatch(/node:internal|\bat /u);
  }, 60_000);
});

describe('an operator', () => {
  let house: SmallHouse;
  beforeAll(async () => {
    house = await smallHouse();
    await people(house);
    await putRequest(house, { id: 'kept', reference: '2026-kept' });
  }, 60_000);
  afterAll(() => house.stop());

  const place = (name: string): string => join(house.folder, name);
  async function operate(...args: readonly string[]): Promise<{ code: number; said: string[]; printed: string[] }> {
    const [said, printed]: [string[], string[]] = [[], []];
    const code = await operatorCommand(args, { say: (line) => void said.push(line), print: (text) => void printed.push(text) });
    return { code, said, printed };
  }
  const json = ({ printed }: { printed: string[] }): unknown => JSON.parse(printed.join('\n'));

  it('copies the store while the service runs, and is told that the copy holds', async () => {
    const copied = await operate('backup', '--config', house.configFile, '--out', place('copy.db'));
    expect(copied.code).toBe(0);
    expect(json(copied)).toMatchObject({ isGood: true, requests: 1, trail: { holds: true } });
    const database = new Database(place('copy.db'), { readonly: true });
    expect(database.prepare('SELECT id FROM request').all()).toEqual([{ id: 'kept' }]);
    database.close();
  });

  it('is told with 3 that a store does not hold', async () => {
    await operate('backup', '--config', house.configFile, '--out', place('broken.db'));
    writeFileSync(place('broken.db'), readFileSync(place('broken.db')).fill(0xff, 4_096));
    const verified = await operate('verify-store', '--store', `sqlite:${place('broken.db')}`);
    expect([verified.code, json(verified)]).toEqual([3, expect.objectContaining({ isGood: false, damage: ['SQLITE_CORRUPT'] })]);
  });

  it('verifies the store that the configuration names where none is given', async () => {
    expect(json(await operate('verify-store', '--config', house.configFile))).toMatchObject({ isGood: true, requests: 1 });
  });

  it('exports the whole chain of the trail, for its owner only, and it holds', async () => {
    expect((await operate('export-trail', '--config', house.configFile, '--out', place('trail.jsonl'))).code).toBe(0);
    const lines = readFileSync(place('trail.jsonl'), 'utf8').trimEnd().split('\n');
    const verdict = await verifyTrail(lines, TRAIL_HASHING, { through: await house.service.store.trail.head() });
    expect(verdict).toMatchObject({ holds: true, entries: lines.length });
    expect(lines.length).toBeGreaterThan(3);
    expect(statSync(place('trail.jsonl')).mode & 0o777).toBe(0o600);
  });

  it.each(['backup', 'export-trail'])('has no file replaced by %s', async (command) => {
    const file = place(`dear-${command}`);
    writeFileSync(file, 'something dear');
    const { code, said } = await operate(command, '--config', house.configFile, '--out', file);
    expect([code, said]).toEqual([2, [expect.stringContaining('exists already. Name a new one.')]]);
    expect(readFileSync(file, 'utf8')).toBe('something dear');
  });

  it('finds no half of an export where the store cannot be opened', async () => {
    const { code, said } = await operate(
      'export-trail',
      '--store',
      `sqlite:${house.configFile}/a.db`,
      '--out',
      place('half.jsonl'),
    );
    expect([code, said.length]).toEqual([1, 1]);
    expect(() => statSync(place('half.jsonl'))).toThrow('ENOENT');
  });

  it('restores nothing over a store that is there, nor into a server, nor from a backup that is none', async () => {
    const from = place('no-backup.db');
    writeFileSync(from, 'this is no database, and never was one: sixteen bytes are not enough for a header');
    const over = await operate('restore', '--config', house.configFile, '--from', from);
    expect([over.code, over.said.join()]).toEqual([
      2,
      expect.stringContaining('there is a store already, and it is never replaced'),
    ]);
    const onServer = smallFolder('store: mysql://habeas:secret@127.0.0.1:1/habeas\n');
    const server = await operate('restore', '--config', onServer.configFile, '--from', from);
    expect([server.code, server.said.join()]).toEqual([2, expect.stringContaining('loaded by its own tools')]);
    onServer.remove();
    const empty = smallFolder();
    expect((await operate('restore', '--config', empty.configFile, '--from', from)).code).not.toBe(0);
    expect(existsSync(join(empty.folder, 'data', 'habeas.db'))).toBe(false);
    empty.remove();
  });

  it('needs the keys of checkpoints that are to be verified, and keys that are some', async () => {
    const verify = (...more: readonly string[]): ReturnType<typeof operate> =>
      operate('verify-store', '--store', `sqlite:${join(house.folder, 'data', 'habeas.db')}`, ...more);
    const note = place('a.checkpoint');
    writeFileSync(note, 'a checkpoint');
    expect((await verify('--checkpoint', note)).said.join()).toContain('a checkpoint says nothing without it');
    expect((await verify('--key', 'no key')).said.join()).toContain('this is no public key of a trail');
    expect((await operate('trail-key', '--config', house.configFile)).printed.join()).toMatch(/\S+\+[0-9a-f]{8}\+\S+/u);
    const none = smallFolder();
    expect((await operate('trail-key', '--config', none.configFile)).said.join()).toContain('there is no key of the trail yet');
    expect((await operate('renew-trail-key', '--config', none.configFile)).said.join()).toContain(
      'there is no key of the trail yet',
    );
    none.remove();
  });

  it.each([
    ['nothing', []],
    ['a command that there is not', ['repair']],
    ['an option that there is not', ['backup', '--outt', 'x']],
    ['two commands', ['backup', 'verify-store', '--out', 'x']],
  ])('who says %s is told what there is', async (_what, args) => {
    const { code, said } = await operate(...args);
    expect([code, said.join('\n')]).toEqual([
      2,
      expect.stringMatching(/not understood[^]*backup[^]*verify-store[^]*export-trail/u),
    ]);
  });
});

function service(main: string, ...args: readonly string[]): { process: ReturnType<typeof spawn>; said(): string } {
  const file = fileURLToPath(new URL(`../${main}`, import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', LOADER, file, ...args]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.resume();
  return { process: child, said: () => said };
}

async function until(check: () => boolean): Promise<void> {
  for (let look = 0; look < 2_000 && !check(); look += 1) await new Promise((wake) => setTimeout(wake, 20));
  expect(check()).toBe(true);
}
