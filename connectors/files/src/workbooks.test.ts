import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseDataMap, type Session, type SourceRecord, toIdentifier } from '@habeas/connector-sdk';
import { retainedBytes } from '@habeas/connector-sdk/testing';
import { packed, xlsxBytes, xlsxParts, type TestWorkbook } from '@habeas/workbooks/testing';
import { files, filesConfigSchema } from './index.js';
import { workbookRows } from './rows/workbook-rows.js';

const MAP = `dataMap: 1
collections:
  member:
    table: club.Members
    key: [Number]
    fields:
      number: { column: Number, identifier: { kind: id, namespace: club.member } }
      email: { column: 'E-mail address', identifier: email }
      joined: { column: Joined, type: date }
  visit:
    table: club.Visits
    fields: { seconds: { type: integer } }
    references: { member: { to: member, on: { member: Number }, as: owned } }
`;

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
const HEADER = row(text('Number'), text('E-mail address'), text('Joined'));
const ANN = row(text('007'), '<c t="s"><v>0</v></c>', '<c s="1"><v>45351</v></c>');
const CLUB: TestWorkbook = {
  sheets: [
    { name: 'Members', rows: `<row/>${HEADER}${ANN}<row r="9"><c r="A9" s="1"/></row>` },
    { name: 'Visits', rows: row(text('member'), text('seconds')) + row(text('007'), '<c><v>90</v></c>') },
  ],
  shared: ['<r><t>Ann@</t></r><r><t>Example.org</t></r>'],
  formats: [0, 14],
};

describe('workbooks in a folder', () => {
  let folder = '';
  const sessions: Session[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-workbooks-'));
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
    await rm(folder, { recursive: true });
  });

  const put = async (name: string, content: TestWorkbook | Uint8Array): Promise<void> =>
    writeFile(join(folder, name), content instanceof Uint8Array ? content : await xlsxBytes(content));
  async function open(config: Record<string, unknown> = {}): Promise<Session> {
    const dataMap = parseDataMap(MAP, 'club.map.yaml');
    const parsed = filesConfigSchema.parse({ folder, ...config });
    const session = await files.open(parsed, { source: 'club', dataMap, signal: new AbortController().signal });
    sessions.push(session);
    return session;
  }
  async function found(session: Session, email: string): Promise<readonly unknown[]> {
    const keys: unknown[] = [];
    for await (const item of session.locate({ identifiers: [toIdentifier('email', email)!] }))
      if (item.type === 'match') keys.push(...item.key);
    return keys;
  }
  async function records(session: Session, collection: string, key: string): Promise<readonly SourceRecord['data'][]> {
    const read: SourceRecord['data'][] = [];
    const request = { collection, roots: [{ collection: 'member', key: [key] }], want: 'records' } as const;
    for await (const item of session.read(request))
      if (item.type === 'records') read.push(...item.records.map(({ data }) => data));
    return read;
  }
  /** The members of a workbook with this one sheet. */
  async function members(
    rows: string,
    { after = '', ...config }: { after?: string; headerLine?: number } = {},
  ): Promise<Session> {
    await put('club.xlsx', { ...CLUB, sheets: [{ name: 'Members', rows, after }] });
    return open({ tables: { 'club.Members': { file: 'club.xlsx', ...config } } });
  }

  it('are searched by what their cells hold, and give what belongs to a member from sheet to sheet', async () => {
    await put('club.xlsx', CLUB);
    await put('~$club.xlsx', Buffer.from('who has it open'));
    const session = await open();
    expect(await found(session, 'ann@example.org')).toEqual(['007']);
    expect(await found(session, 'nn@example.org')).toEqual([]);
    expect(await records(session, 'member', '007')).toEqual([
      expect.objectContaining({ _file: 'club.xlsx', _row: 3, number: '007', email: 'Ann@Example.org', joined: '2024-02-29' }),
    ]);
    expect(await records(session, 'visit', '007')).toEqual([expect.objectContaining({ _row: 2, seconds: 90 })]);
  });

  it('have their header where it is said to be, and may end rows early or leave cells out', async () => {
    const title = row(text('Members of the club'));
    const sparse =
      '<row r="5"><c r="A5"><v>8</v></c><c r="C5" s="1"><v>45352.5</v></c><c r="F5" t="inlineStr"><is><t> </t></is></c></row>';
    const session = await members(`${title}${HEADER}${row(text('7'))}${sparse}`, { headerLine: 2 });
    expect(await records(session, 'member', '7')).toEqual([expect.objectContaining({ _row: 3, email: null, joined: null })]);
    expect((await records(session, 'member', '8'))[0]).toMatchObject({ _row: 5, email: null });
  });

  it('tell errors, and give every row of merged cells their value', async () => {
    const member = row(text('7'), text('ann@example.org'), '<c t="e"><v>#N/A</v></c>');
    const visits = [row(text('member'), text('seconds')), row(text('7'), '<c><v>90</v></c>'), row('<c/>', '<c><v>30</v></c>')];
    const merged = ['A2:A3', 'A1:A2', 'B3:B4', 'B4', 'E2:F3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const after = `<mergeCells>${merged}</mergeCells>`;
    const sheets = [
      { name: 'Members', rows: HEADER + member },
      { name: 'Visits', rows: visits.join(''), after },
    ];
    await put('club.xlsx', { ...CLUB, sheets });
    const session = await open();
    expect((await records(session, 'member', '7'))[0]).toMatchObject({ joined: '#N/A', _notes: 'C2 shows the error #N/A' });
    const told = (await records(session, 'visit', '7')).map(({ member: owner, seconds, _notes }) => [owner, seconds, _notes]);
    expect(told).toEqual([
      ['7', 90, 'A2:A3 are merged'],
      ['7', 30, 'A2:A3 are merged; B3:B4 are merged'],
    ]);
  });

  it.each([
    [
      'a row that is too long',
      row(text('7'), ...Array.from({ length: 3 }, () => text('x'))),
      /^club\.xlsx, sheet "Members", row 2: the row has 4 cells, and the header 3\.$/u,
    ],
    ['a formula that was never calculated', row('<c><f>1+1</f></c>'), /^club\.xlsx: the formula in A2 has no value/u],
    ['a text that is not there', row('<c t="s"><v>5</v></c>'), /^club\.xlsx: it is no workbook, or it is damaged\.$/u],
    ['rows out of order', '<row r="1"><c><v>7</v></c></row>', /damaged/u],
    ['two values of a cell', '<row><c r="A2"><v>7</v></c><c r="A2"><v>8</v></c></row>', /damaged/u],
    ['XML that is none', '<row>', /a part of it is no XML/u],
  ])('with %s are refused whole', async (_, rows, message) => {
    await expect(members(HEADER + rows)).rejects.toMatchObject({
      errorClass: 'contract',
      message: expect.stringMatching(message),
    });
  });

  it('that are none, encrypted, cut off or have lost a sheet are refused, whether tables are named or not', async () => {
    const whole = await xlsxBytes(CLUB);
    const lost = await packed(xlsxParts(CLUB).filter(({ name }) => !name.endsWith('sheets/1.xml')));
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    const tables = { 'club.Members': { file: 'club.xlsx', sheet: 'Members' } };
    for (const bytes of [Buffer.from('Number;E-mail'), Buffer.alloc(0), compound, whole.subarray(0, -50), lost]) {
      await put('club.xlsx', bytes);
      const refused = { errorClass: 'contract', message: expect.stringMatching(/^club\.xlsx: it is (?:no workbook|encrypted)/u) };
      await expect(open()).rejects.toMatchObject(refused);
      await expect(open({ tables })).rejects.toMatchObject(refused);
    }
  });

  it('that unpack to more than is allowed, or to many times their size, are refused', async () => {
    await put('club.xlsx', { ...CLUB, shared: ['x'.repeat(50_000)] });
    await expect(open({ maxBytes: 40_000 })).rejects.toMatchObject({ errorClass: 'quota' });
    const bomb = { ...CLUB, sheets: [{ name: 'Members', rows: ' '.repeat(8_000_000) }] };
    await put('club.xlsx', bomb);
    await expect(open()).rejects.toMatchObject({
      errorClass: 'quota',
      message: 'club.xlsx: a part of it unpacks to many times its size.',
    });
  });

  it('with a row that nobody has written are refused', async () => {
    await expect(members('<row><c r="ZZZ1"><v>1</v></c></row>')).rejects.toMatchObject({ errorClass: 'quota' });
    const long = Array.from({ length: 21 }, () => '<c t="s"><v>0</v></c>');
    await put('club.xlsx', {
      sheets: [{ name: 'Members', rows: row(...long) }],
      shared: [`<t>${'x'.repeat(990_000)}</t>`],
    });
    await expect(open()).rejects.toMatchObject({
      errorClass: 'quota',
      message: 'club.xlsx: row 1 has more than 20000000 characters.',
    });
  });

  it('need a sheet to be named where they have several, and one that they have', async () => {
    await put('club.xlsx', CLUB);
    const tables = (sheet?: string): Record<string, unknown> => ({ tables: { 'club.Members': { file: 'club.xlsx', sheet } } });
    await expect(open(tables())).rejects.toMatchObject({
      errorClass: 'contract',
      message: 'club.xlsx: it has 2 sheets, and none is named.',
    });
    await expect(open(tables('Guests'))).rejects.toMatchObject({ message: 'club.xlsx: it has no sheet "Guests".' });
    expect(await found(await open(tables('members')), 'ann@example.org')).toEqual(['007']);
  });

  it('are no tables of the name that another file has', async () => {
    await put('club.xlsx', CLUB);
    await put('Club.members.csv', Buffer.from('Number\n1\n'));
    await expect(open()).rejects.toMatchObject({ errorClass: 'contract', message: expect.stringMatching(/^Two files/u) });
  });

  it('may have columns that are called as ours are, and rows with nothing to say', async () => {
    const rows =
      row(text('Number'), text('E-mail address'), text('Joined'), text('_row'), text('_Notes')) +
      row(text('7'), '<c/>', '<c/>', text('x'), text('y'));
    const session = await members(rows);
    expect(await records(session, 'member', '7')).toEqual([
      expect.objectContaining({ _row: 2, '_row (2)': 'x', '_Notes (2)': 'y' }),
    ]);
  });

  it('of a hundred thousand rows are read without being held in memory', async () => {
    const count = 100_000;
    const numbers = function* (): Iterable<string> {
      yield HEADER;
      for (let each = 0; each < count; each += 1)
        yield row(`<c><v>${String(each)}</v></c>`, `<c t="s"><v>${String(each)}</v></c>`, '<c s="1"><v>45351</v></c>');
    };
    const texts = function* (): Iterable<string> {
      for (let each = 0; each < count; each += 1) yield `<t>member.${String(each)}.with.a.long.address@example.org</t>`;
    };
    await put('club.xlsx', { ...CLUB, sheets: [{ name: 'Members', rows: numbers() }], shared: texts() });
    const file = { name: 'club.xlsx', path: join(folder, 'club.xlsx'), maxBytes: 100_000_000 };
    const held: number[] = [];
    let read = 0;
    for await (const item of workbookRows(file, { file: 'club.xlsx', headerLine: 1 }, new AbortController().signal)) {
      if (!('position' in item)) continue;
      read += 1;
      if (read % 20_000 === 0) held.push(retainedBytes());
      if (read === count)
        expect(item.values.get('E-mail address')).toBe(`member.${String(count - 1)}.with.a.long.address@example.org`);
    }
    expect(read).toBe(count);
    // What the making of the workbook has left behind may go only now, and is no part of the reading.
    expect(Math.max(...held.slice(2)) - retainedBytes()).toBeLessThan(5_000_000);
  });

  it('are left when the search is cancelled', async () => {
    await put('club.xlsx', CLUB);
    const stop = AbortSignal.abort();
    const parsed = filesConfigSchema.parse({ folder });
    await expect(files.open(parsed, { source: 'club', signal: stop })).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
