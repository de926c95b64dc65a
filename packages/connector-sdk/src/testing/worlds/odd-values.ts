import type { Ability } from '../scenario.js';
import type { WorldTable, WorldType, WorldValue } from '../world.js';
import { table } from './table.js';

/** Values that are easily changed on their way, all in row 1 of the table `odd_value`. Row 2 is all null, row 3 as empty as can be. */
export interface OddValue {
  readonly column: string;
  readonly type: WorldType;
  readonly value: WorldValue;
  readonly empty: WorldValue;
  /** What a product has to be able to store for it; without it the column is left out. */
  readonly needs?: Ability;
}

/** JSON with a number that no double holds. */
export const JSON_TEXT = '{"big":12345678901234567890,"list":[1,null,{"":"é"}],"text":"a\\"b","yes":true}';
/** The bytes of `Café €` in Windows-1252. */
export const LEGACY_BYTES = Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x80);
/** No UTF-8 text has these bytes. */
export const BROKEN_BYTES = Uint8Array.of(0x61, 0xff, 0xfe, 0x62);
/** Text with everything that is lost easily: spaces at both ends, tabs, line ends, quotes, four-byte and combined characters. */
export const ODD_TEXT = '  Ünïcödé 漢字 😀 e\u0301 "q" \'s\' \\n \t\r\n \u202eabc end  ';

export const ODD_VALUES: readonly OddValue[] = [
  { column: 'small', type: 'integer', value: -2147483648, empty: 0 },
  { column: 'wide', type: 'big-integer', value: '9007199254740993', empty: '-9223372036854775808' },
  { column: 'money', type: 'decimal', value: '12345678901234567890.0123456789', empty: '0.0000000000', needs: 'exactDecimals' },
  { column: 'ratio', type: 'double', value: 0.1 + 0.2, empty: -1.5e-300 },
  { column: 'flag', type: 'boolean', value: true, empty: false },
  { column: 'day', type: 'date', value: '2024-02-29', empty: '1000-01-01' },
  { column: 'clock', type: 'time', value: '23:59:59.123456', empty: '00:00:00.000000' },
  // Inside the hour that Paris and Berlin leave out that night: a round trip through a local Date would move it.
  { column: 'moment', type: 'datetime', value: '2024-03-31 02:30:00.123456', empty: '1000-01-01 00:00:00.000000' },
  {
    column: 'instant',
    type: 'timestamp',
    value: '2024-03-31T01:30:00.123456Z',
    empty: '1970-01-02T00:00:00.000000Z',
    needs: 'zonedTimestamps',
  },
  { column: 'words', type: 'text', value: ODD_TEXT, empty: '' },
  { column: 'story', type: 'long-text', value: 'long '.repeat(20_000), empty: '' },
  { column: 'document', type: 'json', value: JSON_TEXT, empty: '{}' },
  { column: 'tags', type: 'text-array', value: ['a', '', null, 'x,y', '{"q"}', "it's", 'NULL'], empty: [], needs: 'arrays' },
  { column: 'raw', type: 'bytes', value: Uint8Array.from({ length: 256 }, (_, index) => index), empty: new Uint8Array() },
  { column: 'legacy', type: 'bytes', value: LEGACY_BYTES, empty: new Uint8Array() },
  { column: 'broken', type: 'bytes', value: BROKEN_BYTES, empty: new Uint8Array() },
  { column: 'zero_day', type: 'date', value: '0000-00-00', empty: '0000-00-00', needs: 'zeroDates' },
];

/** The table of {@link ODD_VALUES} that the product can store, all of Ann's. */
export function oddValueTable(missing: ReadonlySet<Ability>): WorldTable {
  const stored = ODD_VALUES.filter(({ needs }) => needs === undefined || !missing.has(needs));
  return table(
    'odd_value',
    { id: 'integer', person_id: 'integer', ...Object.fromEntries(stored.map(({ column, type }) => [column, type])) },
    [
      [1, 1, ...stored.map(({ value }) => value)],
      [2, 1, ...stored.map(() => null)],
      [3, 1, ...stored.map(({ empty }) => empty)],
    ],
    { indexes: [['person_id']] },
  );
}

/** A table whose names need quoting, with columns that JavaScript objects treat specially. */
export function oddNameTable(): WorldTable {
  return table(
    'odd "table" `name`',
    new Map([
      ['id', 'integer'],
      ['person id', 'integer'],
      ['__proto__', 'text'],
      ['constructor', 'text'],
      ['group', 'text'],
      ['it\'s "a" `column`', 'text'],
    ]),
    [
      [1, 1, 'polluted', 'built', 'grouped', 'quoted'],
      [2, 3, 'polluted', 'built', 'grouped', 'quoted'],
    ],
    { indexes: [['person id']] },
  );
}

const MIDDLING = 300_000;

/** The files of the world by the id of their document, with a size on both sides of every usual buffer. */
export const FILES: ReadonlyMap<string, Uint8Array> = new Map([
  ['9007199254740993', new Uint8Array()],
  ['9007199254740995', Uint8Array.of(0)],
  ['9007199254740997', Uint8Array.from({ length: MIDDLING }, (_, index) => (index * 31 + (index >> 8)) % 256)],
]);
/** The document of Ann's that has no file. */
export const NO_FILE = '9007199254740999';

/** Files, under keys that are different numbers only beyond the precision of a double; the first is another person's. */
export function documentTable(): WorldTable {
  const ofAnn = [...FILES].map(([id, content]) => [id, 1, 'scan.bin', content] as const);
  return table(
    'document',
    { id: 'big-integer', person_id: 'integer', name: 'text', content: 'bytes' },
    [['9007199254740992', 3, 'other.bin', Uint8Array.of(1, 2, 3)], ...ofAnn, [NO_FILE, 1, 'none', null]],
    { indexes: [['person_id']] },
  );
}
