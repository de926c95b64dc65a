import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseDataMap, type Session, type SourceRecord, toIdentifier } from '@habeas/connector-sdk';
import { files, filesConfigSchema } from './index.js';

const MAP = `dataMap: 1
collections:
  member:
    table: members
    key: [Number]
    fields:
      number: { column: Number, identifier: { kind: id, namespace: club.member } }
      email: { column: 'E-mail address', identifier: email }
      joined: { column: Joined, type: date }
  visit:
    table: visits
    fields: { seconds: { type: integer }, place: { type: json } }
    references: { member: { to: member, on: { member: Number }, as: owned } }
`;
const MEMBERS =
  'Export of 2026\r\nNumber;E-mail address;Joined\r\n007;Ann@Example.org;2024-02-29\r\n8;an@example.org;\r\n"9";"zoë;@example.org";\r\n';
const VISITS = [
  { member: '007', seconds: 90, place: { hall: 1 } },
  { member: '8', seconds: 12345678901234567890n },
  { member: '007', seconds: 30, note: null },
].map((visit) => JSON.stringify(visit, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));

describe('files in a folder', () => {
  let folder = '';
  const sessions: Session[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-files-'));
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
    await rm(folder, { recursive: true });
  });

  const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content);
  async function open(config: Record<string, unknown> = {}, signal = new AbortController().signal): Promise<Session> {
    const parsed = filesConfigSchema.parse({ folder, ...config });
    const session = await files.open(parsed, { source: 'club', dataMap: parseDataMap(MAP, 'club.map.yaml'), signal });
    sessions.push(session);
    return session;
  }
  const tables = { members: { file: 'members*.csv', headerLine: 2 }, visits: { file: 'visits.jsonl' } };

  async function found(session: Session, email: string): Promise<readonly (readonly (string | number)[])[]> {
    const keys: (readonly (string | number)[])[] = [];
    const identifier = toIdentifier('email', email)!;
    for await (const item of session.locate({ identifiers: [identifier] })) if (item.type === 'match') keys.push(item.key);
    return keys;
  }
  async function records(session: Session, collection: string, ...key: string[]): Promise<readonly SourceRecord[]> {
    const read: SourceRecord[] = [];
    const request = { collection, roots: [{ collection: 'member', key }], want: 'records' } as const;
    for await (const item of session.read(request)) if (item.type === 'records') read.push(...item.records);
    return read;
  }

  it('are searched by what their columns hold, whatever the case, and no near-miss is found', async () => {
    await put('members.csv', MEMBERS);
    const session = await open({ tables });
    expect(await found(session, 'ann@example.org')).toEqual([['007']]);
    expect(await found(session, 'nn@example.org')).toEqual([]);
  });

  it('give what belongs to a member, from one file to another, with values as they stand in them', async () => {
    await put('members.csv', MEMBERS);
    await put('visits.jsonl', VISITS.join('\n'));
    const session = await open({ tables });
    const [member] = await records(session, 'member', '007');
    expect(member?.data).toMatchObject({ number: '007', email: 'Ann@Example.org', joined: '2024-02-29' });
    const visits = await records(session, 'visit', '007');
    expect(visits.map(({ data }) => [data['_row'], data['seconds'], data['place'], data['note']])).toEqual([
      [1, 90, { hall: 1 }, null],
      [3, 30, null, null],
    ]);
  });

  it('of one name are one table, each row with the file it stands in', async () => {
    await put('members-2025.csv', MEMBERS);
    await put('members-2026.csv', MEMBERS.replace('Ann@Example.org', 'bob@example.org').replace('007', '10'));
    const session = await open({ tables });
    const [bob] = await records(session, 'member', '10');
    expect([bob?.data['_file'], bob?.data['email']]).toEqual(['members-2026.csv', 'bob@example.org']);
  });

  it.each([
    ['windows-1252', Buffer.from('Number,E-mail address,Joined\n1,zo\xeb@example.org,\n', 'latin1'), 'windows-1252'],
    ['UTF-16 by its mark', Buffer.from('\ufeffNumber,E-mail address,Joined\n1,zoë@example.org,\n', 'utf16le'), undefined],
    [
      'UTF-16, the other way round',
      Buffer.from('\ufeffNumber,E-mail address,Joined\n1,zoë@example.org,\n', 'utf16le').swap16(),
      undefined,
    ],
    ['UTF-8 with a mark', Buffer.from('\ufeffNumber\tE-mail address\tJoined\n1\tzoë@example.org\t\n'), undefined],
  ])('are read in their encoding: %s', async (_, content, encoding) => {
    await put('members.csv', content);
    const session = await open({ tables: { members: { file: 'members.csv', encoding } } });
    expect(await found(session, 'zoë@example.org')).toEqual([['1']]);
  });

  it('are all tables by their names where none are named, JSON documents as well', async () => {
    await put('members.json', '[{"Number":12345678901234567890,"E-mail address":"ann@example.org"}]');
    await put('notes.txt', 'no table');
    const session = await open();
    expect(await found(session, 'ann@example.org')).toEqual([['12345678901234567890']]);
  });

  it('take the list of a document from where it stands', async () => {
    await put('members.json', '{"data":{"members":[{"Number":"1","E-mail address":"ann@example.org"}]}}');
    expect(
      await found(await open({ tables: { members: { file: 'members.json', records: 'data.members' } } }), 'ann@example.org'),
    ).toEqual([['1']]);
    const elsewhere = open({ tables: { members: { file: 'members.json', records: 'data.people' } } });
    await expect(elsewhere).rejects.toMatchObject({
      errorClass: 'contract',
      message: 'members.json: nothing stands at "data.people".',
    });
  });

  it.each([
    [
      'a row that is too long',
      'members.csv',
      'Number,E-mail address,Joined\n1,a,b,c\n',
      'members.csv, line 2: the row has 4 cells, and the header 3.',
    ],
    [
      'a quote that is never closed',
      'members.csv',
      'Number,E-mail address,Joined\n"1,a,b\n',
      /^members\.csv, line \d: this is no CSV/u,
    ],
    [
      'a line that is no JSON',
      'members.jsonl',
      '{"Number":1}\n{"Number":',
      'members.jsonl: record 2 is no JSON group of a list.',
    ],
    ['a list of something else', 'members.json', '[1]', 'members.json: record 1 is no JSON group of a list.'],
    ['a document that is no list', 'members.json', '{"Number":1}', 'members.json: record 1 is no JSON group of a list.'],
    ['columns of one name', 'members.jsonl', '{"Number":1,"number":2}', /differ in letter case only: Number, number/u],
  ])('with %s are refused whole, with the place', async (_, name, content, message) => {
    await put(name, content);
    const refused = open({ tables: { members: { file: name } } });
    await expect(refused).rejects.toMatchObject({ errorClass: 'contract', message: expect.stringMatching(message) });
  });

  it('may have rows that end early, columns without a name or of one name, and empty documents', async () => {
    await put('members.csv', 'Number,,E-mail address,Joined,Joined\n1,x,ann@example.org\n');
    const session = await open({ tables: { members: { file: 'members.csv' } } });
    expect((await records(session, 'member', '1'))[0]?.data).toMatchObject({ 'column 2': 'x', joined: null, 'Joined (2)': null });
    await put('visits.json', '[]');
    const empty = await open({ tables: { members: { file: 'members.csv' }, visits: { file: 'visits.json' } } });
    expect(await records(empty, 'visit', '1')).toEqual([]);
  });

  it('are loaded whole, however many rows they have, and where a file ends within a letter', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => `${String(index)},m${String(index)}@example.org,\n`);
    await put('members.csv', `Number,E-mail address,Joined\n${rows.join('')}`);
    await put('visits.jsonl', Buffer.concat([Buffer.from('{"member":"2499"}\n\n'), Buffer.from([0xc3])]));
    const both = { tables: { members: { file: 'members.csv' }, visits: { file: 'visits.jsonl' } } };
    await expect(open(both)).rejects.toMatchObject({ message: 'visits.jsonl: record 3 is no JSON group of a list.' });
    await put('visits.jsonl', '{"member":"2499"}\n\n');
    const session = await open(both);
    expect(await found(session, 'm2499@example.org')).toEqual([['2499']]);
  });

  it('of one line, or of a header that is not reached, have no rows', async () => {
    await put('members.csv', 'Number,E-mail address,Joined');
    expect(await found(await open({ tables: { members: { file: 'members.csv' } } }), 'ann@example.org')).toEqual([]);
    await expect(open({ tables: { members: { file: 'members.csv', headerLine: 5 } } })).rejects.toMatchObject({
      name: 'InvalidInputError',
    });
  });

  it('can be described before there is a data map', async () => {
    await put('members.csv', MEMBERS);
    const session = await files.open(filesConfigSchema.parse({ folder, tables }), {
      source: 'club',
      signal: new AbortController().signal,
    });
    sessions.push(session);
    const described = [];
    for await (const { name, fields } of session.describe!()) described.push([name, fields.map((field) => field.name)]);
    expect(described).toEqual([['members', ['_file', '_row', 'Number', 'E-mail address', 'Joined']]]);
  });

  it('cannot be searched where the data map fits none of them', async () => {
    await put('other.csv', 'a,b\n1,2\n');
    await expect(open()).rejects.toMatchObject({ name: 'InvalidInputError' });
  });

  it('that are too large, of no known kind, or outside the folder are not loaded', async () => {
    await put('members.csv', MEMBERS);
    await expect(open({ maxBytes: 10 })).rejects.toMatchObject({ errorClass: 'quota' });
    await expect(open({ tables: { members: { file: 'members' } } })).rejects.toMatchObject({ errorClass: 'contract' });
    await expect(open({ folder: join(folder, 'nowhere') })).rejects.toMatchObject({ errorClass: 'not-found' });
    await symlink('/etc/hostname', join(folder, 'visits.jsonl'));
    const { collections } = await (await open({ tables })).check();
    expect(collections.find(({ collection }) => collection === 'visit')?.status).toBe('absent');
  });

  it('that are being loaded are left when the search is cancelled', async () => {
    await put('members.csv', MEMBERS + '10;x@example.org;\n'.repeat(50_000));
    const stop = new AbortController();
    const opening = open({ tables }, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 5);
    await expect(opening).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('are only ever copied: the session cannot write, and says so', async () => {
    await put('members.csv', MEMBERS);
    expect((await (await open({ tables })).check()).readOnly).toBe('session');
  });
});
