import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ConnectorError, type DescribedCollection, type SourceHealth } from '@habeas/connector-sdk';
import { Desk, type DeskSource, zippedText } from './desk.js';

const MEMBER: DeskSource = {
  script: {
    collections: {
      member: {
        rows: [{ id: '1', email: 'ann@example.org', phone: '+33612345678', name: 'Ann Martin', born: '1990-05-04' }],
        identifiers: {
          id: { kind: 'id', namespace: 'crm.member' },
          email: { kind: 'email' },
          phone: { kind: 'phone' },
          name: { kind: 'name' },
          born: { kind: 'birthDate' },
        },
      },
    },
  },
};
const ANN = ['--email', 'ann@example.org'];

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => {
  desk.close();
});

const search = (...args: readonly string[]): readonly string[] => ['search', '--out', desk.path('archives'), ...args];
const archive = (reference: string): string => desk.path(`archives/${reference}.zip`);

describe('habeas', () => {
  it('ends with 0 when it is asked for its version or for help, and with 2 when it is asked for nothing', async () => {
    expect(await desk.run({}, ['--version'])).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/u) });
    const help = await desk.run({}, ['search', '--help']);
    expect(help).toMatchObject({ exitCode: 0, out: expect.stringContaining('--birth-date <date>') });
    expect((await desk.run({}, [])).exitCode).toBe(2);
  });

  it('does not take a bug for a fault of the source', async () => {
    const session = { check: () => Promise.reject(new TypeError('a bug')) };
    await expect(desk.run({ crm: { session } }, ['sources', 'check'])).rejects.toThrow('a bug');
  });
});

describe('habeas search', () => {
  it('takes the day of the request, the language and everything the controller says of itself into the archive', async () => {
    const controller = {
      name: 'Example Association',
      contact: 'privacy@example.org',
      officer: 'Dana Officer',
      authority: { name: 'Example Authority', website: 'https://authority.example.org/' },
      language: 'fr',
    };
    const args = [...ANN, '--reference', 'told', '--requested-at', '2026-03-31', '--language', 'en', '--format', 'json'];
    const run = await desk.run({ crm: MEMBER }, search(...args), { controller });
    expect(run).toMatchObject({ exitCode: 0, out: expect.stringContaining('1 records') });
    const page = zippedText(archive('told'), 'README.html');
    for (const text of [
      'lang="en"',
      'privacy@example.org',
      'Dana Officer',
      'Example Authority',
      'authority.example.org',
      '2026',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('names no website where the authority has none', async () => {
    const controller = { name: 'Example Association', authority: { name: 'Example Authority' } };
    await desk.run({ crm: MEMBER }, search(...ANN, '--reference', 'plain'), { controller });
    const page = zippedText(archive('plain'), 'README.html');
    expect(page).toContain('Example Authority');
    expect(page).not.toMatch(/https?:/u);
  });

  it('finds a person by an id, and lets name and birth date agree', async () => {
    const known = ['--id', 'crm.member=1', '--name', 'Ann Martin', '--birth-date', '1990-05-04'];
    const run = await desk.run({ crm: MEMBER }, search(...known));
    expect(run).toMatchObject({ exitCode: 0, out: expect.stringContaining('1 records') });
  });

  it('leaves the match to a person where the birth date contradicts', async () => {
    const run = await desk.run({ crm: MEMBER }, search(...ANN, '--birth-date', '1971-01-02'));
    expect(run).toMatchObject({ exitCode: 3, out: expect.stringContaining('1 matches are doubtful') });
  });

  it('reads a national phone number in the region of the configuration, and refuses it without one', async () => {
    const national = search('--phone', '06 12 34 56 78');
    expect((await desk.run({ crm: MEMBER }, national, { phoneRegion: 'FR' })).out).toContain('1 records');
    expect((await desk.run({ crm: MEMBER }, national)).exitCode).toBe(2);
  });

  it('takes no half of an id', async () => {
    for (const half of ['=4711', 'crm.member=']) {
      const run = await desk.run({ crm: MEMBER }, search('--id', half));
      expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('an id is written namespace=value') });
    }
  });

  it('says of a signing key that it is missing, or that it is none, before anything is searched', async () => {
    writeFileSync(desk.path('text.pem'), 'no key');
    const sources = { crm: { refusal: new TypeError('it was searched') } };
    const missing = await desk.run(sources, search(...ANN), { signing: { keyFile: 'gone.pem' } });
    expect(missing).toMatchObject({ exitCode: 2, err: expect.stringContaining('there is no such signing key') });
    const wrong = await desk.run(sources, search(...ANN), { signing: { keyFile: 'text.pem' } });
    expect(wrong).toMatchObject({ exitCode: 2, err: expect.stringContaining('not an Ed25519 private key') });
  });

  it('ends with 1 where the archive cannot be written', async () => {
    mkdirSync(desk.path('archives/taken.zip.partial'), { recursive: true });
    const run = await desk.run({ crm: MEMBER }, search(...ANN, '--reference', 'taken'));
    expect(run).toMatchObject({ exitCode: 1, err: expect.stringContaining('cannot be written') });
  });
});

describe('habeas plan', () => {
  it('ends with 3 and a remedy where nothing that is known leads to a collection', async () => {
    const calls: DeskSource = {
      script: {
        collections: { call: { rows: [{ id: 1, phone: '' }], identifiers: { phone: { kind: 'phone', mode: 'scan' } } } },
      },
    };
    const run = await desk.run({ calls }, ['plan', ...ANN]);
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/^calls\s+call\s+unreachable.*Ask for a phone number\.$/mu);
  });

  it('shows how many rows a scan would read, and the namespace of an id', async () => {
    const { script } = MEMBER;
    const run = await desk.run({ crm: { script: { ...script!, estimates: true } } }, ['plan', '--id', 'crm.member=1']);
    expect(run).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^crm\s+member\s+search/mu) });
  });
});

describe('habeas sources check', () => {
  const checked = (health: Partial<SourceHealth>): Promise<{ exitCode: number; out: string }> => {
    const sound: SourceHealth = { system: 'Script 1', readOnly: 'proved', collections: [], advice: [], ...health };
    return desk.run({ crm: { session: { check: () => Promise.resolve(sound) } } }, ['sources', 'check']);
  };

  it('ends with 0 where the session cannot write, whatever the account could', async () => {
    expect(await checked({})).toMatchObject({ exitCode: 0, out: expect.stringContaining('the account cannot write') });
    expect(await checked({ readOnly: 'session' })).toMatchObject({ exitCode: 0, out: expect.stringContaining('could') });
  });

  it('ends with 3 where the account can write', async () => {
    expect(await checked({ readOnly: 'no' })).toMatchObject({
      exitCode: 3,
      out: expect.stringContaining('THE ACCOUNT CAN WRITE'),
    });
  });

  it('ends with 3 where a collection is not as it should be, and says why', async () => {
    const problem = { errorClass: 'permission', message: 'It is denied.', remedy: 'Grant it.' } as const;
    const { exitCode, out } = await checked({ collections: [{ collection: 'member', status: 'denied', problems: [problem] }] });
    expect(exitCode).toBe(3);
    expect(out).toMatch(/^member\s+denied$/mu);
    expect(out).toContain('  It is denied.\n    Grant it.');
  });

  it('gives every advice, with its statement where there is one', async () => {
    const advice = [
      { text: 'Take rights away.' },
      { collection: 'member', text: 'Index it.', ddl: 'CREATE INDEX i ON member (email)' },
    ];
    const { exitCode, out } = await checked({ advice });
    expect(exitCode).toBe(0);
    expect(out).toContain('  advice: Take rights away.\n  advice for member: Index it.\n    CREATE INDEX i ON member (email)');
  });

  it('looks at the other sources where one cannot be opened', async () => {
    const refusal = new ConnectorError('auth', 'It refused the password.');
    const run = await desk.run({ crm: MEMBER, shop: { refusal } }, ['sources', 'check']);
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/^member\s+ok$/mu);
    expect(run.out).toContain('shop: cannot be used (auth)\n  It refused the password.');
  });
});

describe('habeas sources describe', () => {
  async function* described(): AsyncGenerator<DescribedCollection, void, undefined> {
    const id = { name: 'id', nativeType: 'integer', type: 'integer', nullable: false } as const;
    yield await Promise.resolve({ name: 'person', key: ['id'], fields: [id], references: [], indexes: [] });
  }

  it('takes the only source there is', async () => {
    const run = await desk.run({ crm: { session: { describe: described } } }, ['sources', 'describe']);
    expect(run).toMatchObject({ exitCode: 0, out: expect.stringContaining('Data map of the source "crm"') });
    expect(run.out).toMatch(/^ {2}person:$/mu);
  });

  it('names those it knows where it does not know the one that was asked', async () => {
    const run = await desk.run({ crm: MEMBER, shop: {} }, ['sources', 'describe', 'cms']);
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('there is no source "cms" (name one of crm, shop)') });
  });

  it('says of a source without a schema that it has none', async () => {
    const run = await desk.run({ crm: MEMBER }, ['sources', 'describe']);
    expect(run).toMatchObject({ exitCode: 2, err: 'crm: a source of this kind has no schema to describe', out: '' });
  });

  it('ends with 1 where the source cannot be used, with the remedy where one is known', async () => {
    const known = new ConnectorError('auth', 'It refused.', { remedy: 'Check the password.' });
    expect(await desk.run({ crm: { refusal: known } }, ['sources', 'describe'])).toMatchObject({
      exitCode: 1,
      err: 'It refused.\n  Check the password.',
    });
    const unknown = new ConnectorError('transient', 'It went away.');
    expect((await desk.run({ crm: { refusal: unknown } }, ['sources', 'describe'])).err).toBe('It went away.');
  });
});

describe('habeas keys create', () => {
  it('keeps the private key to its owner and never overwrites one', async () => {
    const file = desk.path('signing.pem');
    expect(await desk.run({}, ['keys', 'create', file])).toMatchObject({ exitCode: 0, out: expect.stringContaining(file) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    const again = await desk.run({}, ['keys', 'create', file]);
    expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining('there is a file of this name already') });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('says that a place cannot be written to', async () => {
    const run = await desk.run({}, ['keys', 'create', desk.path('no/such/folder/signing.pem')]);
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('it cannot be written') });
  });
});

describe('habeas verify', () => {
  const papers: DeskSource = {
    script: {
      collections: {
        paper: {
          rows: Array.from({ length: 120 }, (_, id) => ({ id, email: 'ann@example.org', scan: `paper ${String(id)}` })),
          identifiers: { email: { kind: 'email' } },
          file: 'scan',
        },
      },
    },
  };

  it('lists the first problems and counts the others', async () => {
    await desk.run({ papers }, search(...ANN, '--reference', 'papers'));
    const bytes = readFileSync(archive('papers'));
    for (let at = bytes.indexOf('paper '); at !== -1; at = bytes.indexOf('paper ', at + 1)) bytes.write('pager ', at);
    writeFileSync(desk.path('pages.zip'), bytes);
    const run = await desk.run({}, ['verify', desk.path('pages.zip')]);
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/… and \d+ more$/u);
  });

  it('says of an archive that is whole that it does not hold everything', async () => {
    const refusal = new ConnectorError('auth', 'It refused.');
    await desk.run({ crm: MEMBER, shop: { refusal } }, search(...ANN, '--reference', 'half'));
    const run = await desk.run({}, ['verify', archive('half')]);
    expect(run).toMatchObject({ exitCode: 0, out: expect.stringContaining('it is not complete') });
  });

  it('refuses a public key that cannot be read', async () => {
    const run = await desk.run({}, ['verify', archive('half'), '--public-key', desk.path('gone.pem')]);
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('gone.pem: it cannot be read') });
  });
});
