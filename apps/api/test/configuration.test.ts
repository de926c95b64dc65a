import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { CONNECTORS } from '../src/composition/connectors.js';
import { openService } from '../src/composition/service.js';
import { checkRole } from '../src/config/check-role.js';
import { loadServiceConfig, type ServiceConfig } from '../src/config/service-config.js';
import { startService } from '../src/start.js';
import { serviceLog } from './house.js';
import { type SmallFolder, smallFolder } from './small-house.js';

const CONTROLLERS = 'controllers: { club: ./habeas.yaml }\n';
const SECRET = 'zqneverrepeated';

let folder: SmallFolder;
beforeAll(() => {
  folder = smallFolder();
});
afterAll(() => {
  folder.remove();
});

function load(text: string): ServiceConfig {
  return loadServiceConfig(folder.write('tried.yaml', text), CONNECTORS);
}

/** What is said of it, with the paths of this machine taken away. */
function faultsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.message.split('\n').map((line) => line.replaceAll(/(?:\.\.\/|\/)[^:\s]*\//gu, ''));
  }
  return [];
}

describe('service.yaml', () => {
  it('needs controllers only: everything else has its place on this machine', () => {
    expect(load(`service: 1\n${CONTROLLERS}`)).toMatchObject({
      data: join(folder.folder, 'data'),
      store: `sqlite:${join(folder.folder, 'data/habeas.db')}`,
      listen: { host: '127.0.0.1', port: 4000 },
      operations: { host: '127.0.0.1', port: 4001 },
      worker: { concurrency: 4, leaseSeconds: 30, idleSeconds: 1 },
    });
  });

  it('means paths from where it stands, and takes secrets from outside', () => {
    folder.write('password', `${SECRET}\n`);
    const text = `service: 1\n${CONTROLLERS}data: ./here\nstore: sqlite:./there/a.db\n`;
    expect(load(text)).toMatchObject({ data: join(folder.folder, 'here'), store: `sqlite:${join(folder.folder, 'there/a.db')}` });
    const url = 'mysql://habeas:${file:password}@db.example/habeas';
    expect(load(`service: 1\n${CONTROLLERS}store: '${url}'\n`).store).toBe(`mysql://habeas:${SECRET}@db.example/habeas`);
  });

  it('keeps the key of a storage from being printed', () => {
    const s3 = `s3: { bucket: b, region: r, endpoint: 'https://s3.example', prefix: p, accessKeyId: a, secretAccessKey: ${SECRET} }\n`;
    const config = load(`service: 1\n${CONTROLLERS}${s3}`);
    expect(config.s3).toMatchObject({ bucket: 'b', region: 'r', endpoint: 'https://s3.example', prefix: 'p', pathStyle: false });
    expect(config.s3?.credentials?.secretAccessKey.reveal()).toBe(SECRET);
    expect(JSON.stringify(config)).not.toContain(SECRET);
  });

  it('does without keys of a storage where the machine has some', () => {
    expect(load(`service: 1\n${CONTROLLERS}s3: { bucket: b, region: r }\n`).s3).toEqual({
      bucket: 'b',
      region: 'r',
      pathStyle: false,
    });
  });

  it.each([
    ['a key that there is not', `service: 1\n${CONTROLLERS}lisen: { port: 1 }\n`, 'tried.yaml:3:1: lisen: the key "lisen" is not known here (did you mean "listen"?)'],
    ['another version', `service: 2\n${CONTROLLERS}`, 'tried.yaml:1:1: service: expected 1'],
    ['no controller', 'service: 1\ncontrollers: {}\n', 'tried.yaml:2:1: controllers: name at least one controller'],
    ['a controller of a strange name', 'service: 1\ncontrollers: { Club: ./habeas.yaml }\n', 'a controller id has lower-case letters, digits and hyphens, 40 at most'],
    ['a port that there is not', `service: 1\n${CONTROLLERS}listen: { port: 70000 }\n`, 'tried.yaml:3:11: listen.port: '],
    ['a lease without end', `service: 1\n${CONTROLLERS}worker: { leaseSeconds: 100000 }\n`, 'tried.yaml:3:11: worker.leaseSeconds: '],
    ['half of a key pair', `service: 1\n${CONTROLLERS}s3: { bucket: b, region: r, accessKeyId: a }\n`, 'tried.yaml:3:1: s3: accessKeyId and secretAccessKey belong together'],
    ['a secret that is not there', `service: 1\n${CONTROLLERS}store: '\${file:nowhere}'\n`, 'the file nowhere cannot be read (check that it exists'],
    ['no form at all', 'service: [1\n', 'tried.yaml:2:1'],
  ])('with %s is refused with its line', (_what, text, said) => {
    expect(faultsOf(() => load(text)).join('\n')).toContain(said);
  }); // prettier-ignore

  it.each([
    ['of another product', `postgres://a:${SECRET}@db.example/habeas`, 'The URL of the store is none. Write sqlite:PATH'],
    ['without a database', `mysql://a:${SECRET}@db.example`, 'names no database'],
    ['without a file', 'sqlite:', 'names no file'],
  ])('with a store %s is refused, and the password is not repeated', (_what, url, said) => {
    const told = faultsOf(() => load(`service: 1\n${CONTROLLERS}store: '${url}'\n`)).join('\n');
    expect(told).toMatch(/^tried\.yaml:3:1: store: /u);
    expect(told).toContain(said);
    expect(told).not.toContain(SECRET);
  });

  it('that is not there is asked for by its path', () => {
    expect(faultsOf(() => loadServiceConfig('/nowhere/service.yaml', CONNECTORS))).toEqual([
      'service.yaml: there is no such file (check the path)',
    ]);
  });

  it('is refused with the faults of every habeas.yaml that it names, at once', () => {
    folder.write('bad.yaml', 'habeas: 1\ncontroller: { nam: X }\nsources:\n  a: { connector: sqlight }\n');
    folder.write('wrong.yaml', 'habeas: 1\ncontroller: { name: X }\nsources:\n  a: { connector: sqlight }\n');
    const told = faultsOf(() => load('service: 1\ncontrollers: { a: ./bad.yaml, b: ./missing.yaml, c: ./wrong.yaml }\n'));
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'bad.yaml:2:1:',
      'bad.yaml:2:15:',
      'missing.yaml:',
      'wrong.yaml:4:8:',
    ]);
    expect(told[2]).toBe('missing.yaml: there is no such file (check the path)');
    expect(told[3]).toContain('there is no connector "sqlight" (did you mean sqlite?)');
  });
});

describe('a role', () => {
  const s3 = { bucket: 'b', region: 'r', pathStyle: false };
  const config = (changes: Partial<ServiceConfig>): ServiceConfig => ({ ...load(`service: 1\n${CONTROLLERS}`), ...changes });

  it('of its own needs a store and blobs that several processes reach', () => {
    const shared = config({ store: 'mysql://db.example/habeas', s3 });
    for (const role of ['all', 'api', 'worker'] as const) expect(faultsOf(() => { checkRole(role, shared); })).toEqual([]); // prettier-ignore
  });

  it.each([
    ['worker', 'a store on this machine', { s3 }, 'service.yaml: store: the role worker is for several processes, and this is not shared between them (name a MySQL or MariaDB store)'],
    ['api', 'blobs on this machine', { store: 'mysql://db.example/habeas' }, 'service.yaml: s3: the role api is for several processes, and this is not shared between them (name an S3-compatible storage for blobs)'],
  ] as const)('%s is refused with %s', (role, _what, changes, said) => {
    expect(faultsOf(() => { checkRole(role, config(changes)); })).toEqual([said]);
  }); // prettier-ignore

  it('that does everything needs neither', () => {
    expect(faultsOf(() => { checkRole('all', config({})); })).toEqual([]); // prettier-ignore
  });
});

describe('a service that cannot start', () => {
  it('has opened nothing where its configuration is wrong', async () => {
    const bad = smallFolder('nonsense: 1\n');
    await expect(startService({ config: bad.configFile, role: 'all' }, serviceLog([]))).rejects.toThrow('nonsense');
    expect(existsSync(join(bad.folder, 'data'))).toBe(false);
    bad.remove();
  });

  it.each([
    ['that is not there', undefined, 'the signing key cannot be read'],
    ['that is none', 'nonsense', 'the signing key is not a key in PEM form'],
  ])('for a signing key %s names it, and has opened nothing', async (_what, key, what) => {
    const bad = smallFolder();
    bad.write('habeas.yaml', HABEAS_SIGNED);
    if (key !== undefined) bad.write('key.pem', key);
    const config = loadServiceConfig(bad.configFile, CONNECTORS);
    await expect(openService(config, () => undefined)).rejects.toMatchObject({
      name: 'InvalidInputError',
      faults: [{ file: join(bad.folder, 'key.pem'), what, remedy: 'make one with habeas keys create FILE' }],
    });
    expect(existsSync(config.data)).toBe(false);
    bad.remove();
  });

  it('leaves nothing running where an address is taken', async () => {
    const first = smallFolder();
    const started = await startService({ config: first.configFile, role: 'all' }, serviceLog([]));
    const port = new URL(started.operationsUrl).port;
    const text = `service: 1\n${CONTROLLERS}data: ./second\nlisten: { port: ${port} }\noperations: { port: 0 }\n`;
    const second = startService({ config: first.write('second.yaml', text), role: 'all' }, serviceLog([]));
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
    await started.stop();
    // Whoever still had the second store open would keep its log
    expect(existsSync(join(first.folder, 'second/habeas.db-wal'))).toBe(false);
    first.remove();
  }, 30_000);
});

const HABEAS_SIGNED = `habeas: 1
controller: { name: Example, contact: dpo@club.example, officer: Dana, authority: { name: CNIL, website: 'https://cnil.example' } }
signing: { keyFile: ./key.pem }
sources:
  members: { connector: sqlite, dataMap: ./members.map.yaml, config: { file: ./members.sqlite } }
`;
