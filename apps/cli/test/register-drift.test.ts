import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectorError, type DescribedCollection } from '@habeas/connector-sdk';
import { registerFile } from '@habeas/example-worlds';
import { Desk, type DeskSource, zippedText } from './desk.js';
import { Workshop, type Run } from './workshop.js';

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  const page = readFileSync(new URL('../../../docs/register.md', import.meta.url), 'utf8');
  writeFileSync(desk.path('example.register.yaml'), /```yaml\n(.*?)```/su.exec(page)?.[1] ?? '');
});
afterAll(() => {
  desk.close();
});

type Sources = Readonly<Record<string, DeskSource>>;

/** `habeas register drift` over scripted sources, with the register of docs/register.md where none is named. */
function drift(sources: Sources, register = desk.path('example.register.yaml'), ...args: readonly string[]): Promise<Run> {
  const given = ['register', 'drift', '--config', desk.path('habeas.yaml'), ...args];
  return desk.run(sources, given, { controller: { name: 'Example Association', register } });
}

/** A source of members, as the example register has them, with further columns that nobody has described. */
function members(...columns: readonly string[]): DeskSource {
  const fields = [{ name: 'email', type: 'string' as const, category: 'pd:EmailAddress' }];
  const table: DescribedCollection = {
    name: 'member',
    key: ['id'],
    fields: ['id', 'email', ...columns].map((name) => ({ name, nativeType: 'text', type: 'string', nullable: true })),
    references: [],
    indexes: [],
  };
  async function* describeTables(): AsyncGenerator<DescribedCollection> {
    yield await Promise.resolve(table);
  }
  return {
    script: { collections: { member: { rows: [], spec: { activity: 'membership', fields } } } },
    session: { describe: describeTables },
  };
}

const DOWN: DeskSource = { refusal: new ConnectorError('transient', 'It does not answer.', { remedy: 'Start it.' }) };

describe('habeas register drift (PRF-02)', () => {
  it('ends with 0 where every source was looked at and nothing differs', async () => {
    const run = await drift({ crm: members() });
    expect(run).toMatchObject({ exitCode: 0, err: '', out: expect.stringMatching(/^\S+example\.register\.yaml: no drift$/u) });
  });

  it('says what differs, with severity, article, places and remedy, and ends with 3', async () => {
    const { exitCode, out } = await drift({ crm: members('mood', 'shoe') });
    expect(exitCode).toBe(3);
    const [first, what, places, remedy, last] = out.split('\n');
    expect(first).toBe('COLUMN_UNMAPPED (warning, Art. 15(1)(b))');
    expect([what, remedy].join()).toMatch(/^ {2}The table has columns .*, {2}Describe each in the data map/u);
    expect(places).toBe('  crm.member.mood, crm.member.shoe');
    expect(last).toMatch(/: 2 findings of drift$/u);
  });

  it('never says that there is none of a source that cannot be reached: it ends with 1, and tells of the others', async () => {
    const { exitCode, out } = await drift({ crm: members('mood'), mail: DOWN });
    expect(exitCode).toBe(1);
    expect(out).toContain('SOURCE_UNREACHED (blocking, Art. 5(2), 15(1))');
    expect(out).toContain('It does not answer.');
    expect(out).toContain('crm.member.mood');
    expect(out).toMatch(/1 source COULD NOT BE LOOKED AT.*\n.*: 1 finding of drift in what could be compared$/u);
    const alone = await drift({ mail: DOWN });
    expect(alone).toMatchObject({ exitCode: 1, out: expect.stringMatching(/no drift in what could be compared$/u) });
  });

  it('alerts where a policy denies special categories and the name of a column hints at one (SPC-04)', async () => {
    const run = await drift({ crm: members('allergies') }, registerFile('hostel-association'));
    expect(run.exitCode).toBe(3);
    expect(run.out).toMatch(/SPECIAL_DENIED \(warning.*\n.*"allergy" in a name hints at health\.\n {2}crm\.member\.allergies\n/u);
  });

  it('discloses what a policy denies all the same (SPC-04)', async () => {
    const fields = ['id', 'email', 'allergies'].map((name) => ({ name, type: 'string' as const, special: name === 'allergies' }));
    const member = {
      rows: [{ id: '1', email: 'ann@example.org', allergies: 'arachides' }],
      identifiers: { email: { kind: 'email' as const } },
      spec: { activity: 'account', fields },
    };
    const controller = { name: 'Example Hostel', register: registerFile('hostel-association') };
    const args = ['search', '--email', 'ann@example.org', '--out', desk.path('archives'), '--reference', 'denied'];
    const run = await desk.run({ crm: { script: { collections: { member } } } }, args, { controller });
    expect(run.exitCode).toBe(0);
    expect(zippedText(desk.path('archives/denied.zip'), 'member.csv')).toContain('arachides');
  });

  it('tells programs each finding by itself, in two languages', async () => {
    const { exitCode, out } = await drift({ crm: members('mood', 'shoe') }, undefined, '--json');
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      controller: 'example_association',
      drift: [
        { code: 'COLUMN_UNMAPPED', severity: 'warning', source: 'crm', collection: 'member', field: 'mood' },
        { field: 'shoe', what: { en: expect.stringContaining('columns'), fr: expect.stringContaining('colonnes') } },
      ],
    });
  });

  it('ends with 2 where the configuration names no register', async () => {
    const run = await desk.run({ crm: members() }, ['register', 'drift', '--config', desk.path('habeas.yaml')]);
    expect(run).toMatchObject({ exitCode: 2, out: '' });
    expect(run.err).toContain('controller.register: there is no register to compare the sources with (name one)');
  });

  it('compares real databases: a table that nobody mapped, a column that is gone', async () => {
    const workshop = new Workshop();
    try {
      await workshop.open();
      workshop.variant('hostel.map.yaml', 'drifted.map.yaml', (text) =>
        text
          .replace(/^unmapped:\n.*\n/mu, '')
          .replace(
            '      canal:\n        {\n          title: { en: Booked through',
            '      chaine:\n        {\n          title: { en: Booked through',
          ),
      );
      const config = workshop.variant('hostel.yaml', 'drifted.yaml', (text) =>
        text.replace('hostel.map.yaml', 'drifted.map.yaml'),
      );
      const { exitCode, out } = await workshop.run('register', 'drift', '--config', config);
      expect(exitCode).toBe(3);
      expect(out).toMatch(/TABLE_UNMAPPED .*\n.*\n {2}hostel\.statistique_mensuelle\n/u);
      expect(out).toMatch(/COLUMN_GONE .*\n.*"chaine".*\n {2}hostel\.reservation\.chaine\n/u);
      expect(out).toMatch(/COLUMN_UNMAPPED .*\n.*\n {2}hostel\.reservation\.canal\n/u);
      expect(out).toMatch(/ACTIVITY_NOWHERE .*\n.*"analytics"/u);
    } finally {
      workshop.close();
    }
  });
});
