import assert from 'node:assert/strict';
import type { FieldSpec, FieldType } from '../../contract/collection.js';
import { fileId, recordId } from '../../contract/record.js';
import type { JsonObject, JsonValue } from '../../json.js';
import type { ConformanceCheck, SourceUnderTest } from '../check.js';
import { ids, only, read, recordsOf, root, specOf } from '../observe.js';
import { BROKEN_BYTES, FILES, NO_FILE, ODD_TEXT, ODD_VALUES } from '../worlds/odd-values.js';

/** That every value arrives as the source has it, or is told not to. */
export const fidelityChecks: readonly ConformanceCheck[] = [
  { id: 'V1', title: 'NULL stays null, and empty stays empty', world: 'standard', run: nothingIsNotEmpty },
  { id: 'V2', title: 'every value has the type that its field announces', world: 'standard', run: valuesHaveTheirTypes },
  { id: 'V3', title: 'integers beyond 2^53, doubles and booleans are exact', world: 'standard', run: numbersAreExact },
  {
    id: 'V4',
    title: 'decimals keep every digit and their scale',
    world: 'standard',
    needs: ['exactDecimals'],
    run: decimalsAreExact,
  },
  { id: 'V5', title: 'dates and times are the source’s own, whatever the zone', world: 'standard', run: timesStay },
  {
    id: 'V6',
    title: 'an instant stays that instant, to the microsecond',
    world: 'standard',
    needs: ['zonedTimestamps'],
    run: instantsStay,
  },
  {
    id: 'V7',
    title: 'a date that never was comes as it stands, and is noted',
    world: 'standard',
    needs: ['zeroDates'],
    run: zeroDatesAreNoted,
  },
  { id: 'V8', title: 'text keeps every character', world: 'standard', run: textStays },
  { id: 'V9', title: 'JSON comes parsed, with every digit', world: 'standard', run: jsonIsParsed },
  { id: 'V10', title: 'arrays come as arrays', world: 'standard', needs: ['arrays'], run: arraysStay },
  { id: 'V11', title: 'bytes come as base64', world: 'standard', run: bytesAreBase64 },
  { id: 'V12', title: 'text of another encoding is read in it', world: 'standard', run: legacyTextIsRead },
  { id: 'V13', title: 'what cannot be carried is noted, not dropped in silence', world: 'standard', run: brokenTextIsNoted },
  { id: 'V14', title: 'files come byte for byte, under keys wider than a double', world: 'standard', run: filesAreIdentical },
];

/** The rows of `odd_value`: full, null, empty. */
async function oddRows(source: SourceUnderTest): Promise<readonly [JsonObject, JsonObject, JsonObject]> {
  const records = await recordsOf(await source.open(), 'odd_value', root('person', 1));
  assert.deepEqual(ids(records), ['1', '2', '3']);
  return records.map(({ data }) => data) as unknown as readonly [JsonObject, JsonObject, JsonObject];
}

async function nothingIsNotEmpty(source: SourceUnderTest): Promise<void> {
  const [, none, empty] = await oddRows(source);
  const columns = ODD_VALUES.map(({ column }) => column).filter((column) => column in none);
  assert.deepEqual(
    columns.filter((column) => none[column] !== null),
    [],
    'null became something',
  );
  assert.deepEqual([empty['words'], empty['story'], empty['small'], empty['raw']], ['', '', 0, '']);
  assert.deepEqual(empty['document'], {});
  assert.ok(empty['flag'] === false || empty['flag'] === 0, 'false became something else');
}

const DIGITS = /^-?\d+$/u;
const TYPES: Readonly<Record<FieldType, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  'big-integer': (value) => typeof value === 'string' && DIGITS.test(value),
  decimal: (value) => typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && /^\d{4,}-\d\d-\d\d$/u.test(value),
  time: (value) => typeof value === 'string' && /^-?\d+:\d\d(?::\d\d(?:\.\d+)?)?/u.test(value),
  datetime: (value) => typeof value === 'string' && /^\d{4,}-\d\d-\d\d[ T]\d\d:\d\d/u.test(value),
  timestamp: (value) => typeof value === 'string' && /^\d{4,}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u.test(value),
  json: () => true,
  bytes: (value) => typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value,
  file: (value) => typeof value === 'object' && value !== null && 'file' in value,
};

async function valuesHaveTheirTypes(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  for (const collection of ['odd_value', 'document', 'booking', 'person']) {
    const fields = new Map(specOf(session, collection).fields.map((field) => [field.name, field]));
    for (const { data } of await recordsOf(session, collection, root('person', 1))) {
      for (const [name, value] of Object.entries(data)) hasItsType(collection, name, value, fields.get(name));
    }
  }
}

function hasItsType(collection: string, name: string, value: JsonValue, field: FieldSpec | undefined): void {
  assert.ok(field !== undefined, `${collection}.${name} was not announced`);
  assert.ok(value === null || TYPES[field.type](value), `${collection}.${name} is not a ${field.type}`);
}

async function numbersAreExact(source: SourceUnderTest): Promise<void> {
  const [full, , empty] = await oddRows(source);
  assert.deepEqual([full['small'], full['wide'], empty['wide']], [-2147483648, '9007199254740993', '-9223372036854775808']);
  assert.deepEqual([full['ratio'], empty['ratio']], [0.1 + 0.2, -1.5e-300]);
  assert.ok(full['flag'] === true || full['flag'] === 1, 'true became something else');
}

async function decimalsAreExact(source: SourceUnderTest): Promise<void> {
  const [full, , empty] = await oddRows(source);
  assert.deepEqual([full['money'], empty['money']], ['12345678901234567890.0123456789', '0.0000000000']);
}

/** Products write midnight and whole seconds differently; nothing else may differ. */
function canonicalTime(value: JsonValue | undefined): string {
  assert.ok(typeof value === 'string', 'a time is not text');
  return value.replace('T', ' ').replace(/(?<=:\d\d)\.(\d*?)0*$/u, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}

async function timesStay(source: SourceUnderTest): Promise<void> {
  const [full, , empty] = await oddRows(source);
  assert.deepEqual([full['day'], empty['day']], ['2024-02-29', '1000-01-01']);
  assert.deepEqual([full['clock'], empty['clock']].map(canonicalTime), ['23:59:59.123456', '00:00:00']);
  assert.deepEqual([full['moment'], empty['moment']].map(canonicalTime), ['2024-03-31 02:30:00.123456', '1000-01-01 00:00:00']);
}

async function instantsStay(source: SourceUnderTest): Promise<void> {
  const [{ instant }] = await oddRows(source);
  assert.ok(typeof instant === 'string' && /(?:Z|[+-]\d\d:\d\d)$/u.test(instant), 'an instant has no offset');
  assert.equal(Date.parse(instant), Date.parse('2024-03-31T01:30:00.123Z'), 'an instant moved');
  assert.match(instant, /\.123456(?!\d)/u, 'an instant lost its microseconds');
}

async function zeroDatesAreNoted(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.equal(full['zero_day'], '0000-00-00');
  assert.ok((await notesOf(source, 'zero_day')).includes('impossible-date'), 'a zero date is not noted');
}

/** The kinds of what a read of `odd_value` notes about one field. */
async function notesOf(source: SourceUnderTest, field: string): Promise<readonly string[]> {
  const { done } = await read(await source.open(), { collection: 'odd_value', roots: [root('person', 1)], want: 'records' });
  const notes = done.notes.filter((note) => note.field === field);
  assert.ok(
    notes.every(({ count }) => count > 0),
    'a note counts nothing',
  );
  return notes.map(({ kind }) => kind);
}

async function textStays(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.equal(full['words'], ODD_TEXT);
  assert.equal(full['story'], 'long '.repeat(20_000));
}

async function jsonIsParsed(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.deepEqual(plain(full['document']), {
    big: '12345678901234567890',
    list: [1, null, { '': 'é' }],
    text: 'a"b',
    yes: true,
  });
}

/** Objects may or may not have a prototype: that is nobody's data. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function arraysStay(source: SourceUnderTest): Promise<void> {
  const [full, , empty] = await oddRows(source);
  assert.deepEqual([full['tags'], empty['tags']], [['a', '', null, 'x,y', '{"q"}', "it's", 'NULL'], []]);
}

async function bytesAreBase64(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.equal(full['raw'], Buffer.from(Array.from({ length: 256 }, (_, index) => index)).toString('base64'));
}

async function legacyTextIsRead(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.equal(full['legacy'], 'Café €');
}

async function brokenTextIsNoted(source: SourceUnderTest): Promise<void> {
  const [full] = await oddRows(source);
  assert.notEqual(full['broken'], Buffer.from(BROKEN_BYTES).toString('latin1'), 'bytes are shown as text that they are not');
  assert.ok((await notesOf(source, 'broken')).includes('invalid-text'), 'text that is none is not noted');
}

async function filesAreIdentical(source: SourceUnderTest): Promise<void> {
  const session = await source.open();
  const records = await recordsOf(session, 'document', root('person', 1));
  assert.deepEqual([...ids(records)].sort(), [...FILES.keys(), NO_FILE].sort());
  const { files, done } = await read(session, { collection: 'document', roots: [root('person', 1)], want: 'files' });
  assert.deepEqual([done.outcome, done.count], ['complete', FILES.size]);
  assert.deepEqual([...ids(files.map(({ file }) => file))].sort(), [...FILES.keys()]);
  for (const { file, content } of files) {
    const id = recordId(file.key);
    const record = only(
      records.filter(({ key }) => recordId(key) === id),
      `records of document ${id}`,
    );
    assert.deepEqual([file.id, file.field, file.bytes], [fileId('document', file.key, 'content'), 'content', content.length]);
    assert.deepEqual(
      plain(record.data['content']),
      { file: file.id, bytes: content.length },
      'the record refers to another file',
    );
    assert.ok(Buffer.from(FILES.get(id) as Uint8Array).equals(content), `the file of document ${id} has changed`);
  }
  assert.equal(records.find(({ data }) => data['name'] === 'none')?.data['content'], null);
}
