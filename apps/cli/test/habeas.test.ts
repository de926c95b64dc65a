import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { type InputFault, InvalidInputError, parseDataMap } from '@habeas/connector-sdk';
import { Workshop } from './workshop.js';

const workshop = new Workshop();
beforeAll(() => workshop.open());
afterAll(() => {
  workshop.close();
});

function faultsOf(read: () => unknown): readonly InputFault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
  return [];
}

/** Somebody of the crowd: known in several systems, doubtful in none. */
function ordinaryPerson(): { email: string; records: number } {
  const person = workshop.world.crowd.find(({ truth }) => truth.included.length > 5 && truth.queued.length === 0);
  const email = person?.given.find(({ kind }) => kind === 'email')?.value;
  if (person === undefined || email === undefined) throw new Error('the crowd has nobody ordinary');
  return { email, records: person.truth.included.length };
}

describe('habeas search', () => {
  it('ends with 0 and an archive that verifies when nothing is missing or doubtful', async () => {
    const { email, records } = ordinaryPerson();
    const run = await workshop.search('--config', workshop.world.associationConfig, '--email', email, '--reference', 'ordinary');
    expect(run.out).toContain('The ledger is complete.');
    expect(run.out).toMatch(/an officer has to look at:\n {2}· |Nothing keeps the answer from going out/u);
    expect(run.out).toContain(`${String(records)} records`);
    expect(run.exitCode).toBe(0);
    const verified = await workshop.run('verify', workshop.archive('ordinary'));
    expect(verified).toMatchObject({ exitCode: 0, out: expect.stringContaining('verified') });
  });

  it('ends with 3 when a person has to decide, and leaves the doubtful out', async () => {
    const doubtful = workshop.world.association.find(({ truth }) => truth.queued.length > 0 && truth.included.length === 0);
    const email = doubtful?.given[0]?.value ?? '';
    const run = await workshop.search('--config', workshop.world.associationConfig, '--email', email);
    expect(run).toMatchObject({ exitCode: 3, out: expect.stringContaining('a person has to decide about them') });
    expect(run.out).toContain('0 records');
  });

  it('tells of a source that people search that its task is open, and ends with 3 (SCP-07)', async () => {
    const paper = `
  binder:
    connector: manual
    config: { instructions: Look., doneBy: Reception, tells: [email], collections: { contract: { origin: provided } } }
`;
    const config = workshop.variant('association.yaml', 'paper.yaml', (text) => `${text}${paper}`);
    const { email } = ordinaryPerson();
    const run = await workshop.search('--config', config, '--email', email, '--reference', 'paper');
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/^binder\s+contract\s+! skipped/mu);
    expect(run.out).toContain('its task is open');
    expect((await workshop.run('verify', workshop.archive('paper'))).exitCode).toBe(0);
  });

  it('searches the other sources when one cannot be opened, and says which', async () => {
    const config = workshop.variant('association.yaml', 'down.yaml', (text) => text.replace('newsletter.sqlite', 'gone.sqlite'));
    const { email } = ordinaryPerson();
    const run = await workshop.search('--config', config, '--email', email, '--reference', 'down');
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/^newsletter\s+\*\s+! failed/mu);
    expect(run.out).toMatch(/^membership\s+member\s+complete/mu);
    expect(run.out).not.toContain(email);
    expect((await workshop.run('verify', workshop.archive('down'))).exitCode).toBe(0);
  });

  it('names file, line, collection and remedy when a data map does not fit the live schema, and searches the rest', async () => {
    workshop.variant('newsletter.map.yaml', 'wrong.map.yaml', (text) => text.replace('column: s_mail', 'column: s_male'));
    const config = workshop.variant('association.yaml', 'wrong.yaml', (text) =>
      text.replace('newsletter.map.yaml', 'wrong.map.yaml'),
    );
    const checked = await workshop.run('sources', 'check', '--config', config);
    expect(checked).toMatchObject({
      exitCode: 3,
      out: expect.stringMatching(/wrong\.map\.yaml:16:\d+.*s_male.*s_mail/su),
    });
    const run = await workshop.search('--config', config, '--email', ordinaryPerson().email);
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/^newsletter\s+subscriber\s+! failed/mu);
    expect(run.out).toMatch(/^membership\s+member\s+complete/mu);
  });

  it('signs with the configured key, and verify tells that key from another', async () => {
    const key = workshop.path('signing.pem');
    expect((await workshop.run('keys', 'create', key)).exitCode).toBe(0);
    expect((await workshop.run('keys', 'create', workshop.path('other.pem'))).exitCode).toBe(0);
    const config = workshop.variant(
      'association.yaml',
      'signed.yaml',
      (text) => `${text}\nsigning: { keyFile: ./signing.pem }\n`,
    );
    await workshop.search('--config', config, '--email', ordinaryPerson().email, '--reference', 'signed');
    const verify = (name: string) => workshop.run('verify', workshop.archive('signed'), '--public-key', workshop.path(name));
    expect(await verify('signing.public.pem')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('signed with the given key'),
    });
    expect((await verify('other.public.pem')).exitCode).toBe(3);
  });

  it('refuses what cannot be searched with 2, and names no value', async () => {
    const config = ['--config', workshop.world.associationConfig];
    const attempts: readonly (readonly [readonly string[], string])[] = [
      [[], 'nothing here may be searched'],
      [['--email', 'not-an-address'], 'this is not an e-mail address'],
      [['--id', 'no-namespace'], 'an id is written namespace=value'],
      [['--email', 'ann@example.org', '--format', 'xml'], 'Allowed choices are csv, json'],
      [['--email', 'ann@example.org', '--requested-at', 'yesterday'], 'not a time'],
      [['--email', 'ann@example.org', '--reference', '../x'], 'reference'],
      [['--nonsense'], "unknown option '--nonsense'"],
    ];
    for (const [args, message] of attempts) {
      const run = await workshop.search(...config, ...args);
      expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining(message) });
      expect(run.err).not.toContain('ann@example.org');
    }
  });

  it('says which file is missing', async () => {
    const run = await workshop.search('--config', workshop.path('nowhere.yaml'), '--email', 'ann@example.org');
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('there is no such file') });
  });
});

describe('habeas verify', () => {
  it('ends with 3 when a byte was changed, and with 2 when there is nothing to read', async () => {
    await workshop.search(
      '--config',
      workshop.world.associationConfig,
      '--email',
      ordinaryPerson().email,
      '--reference',
      'changed',
    );
    const bytes = readFileSync(workshop.archive('changed'));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(workshop.path('changed.zip'), bytes);
    expect(await workshop.run('verify', workshop.path('changed.zip'))).toMatchObject({
      exitCode: 3,
      out: expect.stringContaining('PROBLEMS'),
    });
    expect((await workshop.run('verify', workshop.path('nothing.zip'))).exitCode).toBe(2);
  });
});

describe('habeas plan', () => {
  it('shows what would be searched before anything is fetched', async () => {
    const run = await workshop.run('plan', '--config', workshop.world.associationConfig, '--email', 'ann@example.org');
    expect(run.out).toMatch(/^membership\s+member_email\s+search\s+email in/mu);
    expect(run.out).toMatch(/^membership\s+dues_payment\s+owner/mu);
    expect(run.out).not.toContain('ann@');
  });
});

describe('habeas sources', () => {
  it('checks every source and its collections', async () => {
    const run = await workshop.run('sources', 'check', '--config', workshop.world.associationConfig);
    expect(run.out).toMatch(/^member\s+ok/mu);
    expect(run.out).toContain('SQLite');
  });

  it('ends with 3 when a source cannot be used, with its remedy', async () => {
    const config = workshop.variant('hostel.yaml', 'gone.yaml', (text) => text.replace('hostel.sqlite', 'gone.sqlite'));
    const run = await workshop.run('sources', 'check', '--config', config);
    expect(run).toMatchObject({ exitCode: 3, out: expect.stringContaining('cannot be used') });
  });

  it('drafts a data map that is well formed', async () => {
    const run = await workshop.run('sources', 'describe', 'membership', '--config', workshop.world.associationConfig);
    expect(run.exitCode).toBe(0);
    // Nothing leads to the tables of shared things before a person says what they are.
    expect(
      faultsOf(() => parseDataMap(run.out, 'draft.yaml')).filter(({ what }) => !what.startsWith('nothing leads to')),
    ).toEqual([]);
    expect(run.out).toMatch(/as: owned # proposed/u);
  });

  it('asks which source where there are several', async () => {
    const run = await workshop.run('sources', 'describe', '--config', workshop.world.associationConfig);
    expect(run).toMatchObject({ exitCode: 2, err: expect.stringContaining('there are several sources') });
  });
});
