import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Cell, type Column, csvEncoder, type RowShape, TableWriter, Utf8Buffer } from '@habeas/archive';
import { stringify } from 'csv-stringify';
import { duel } from '../measure.js';
import { duelFigures, type Figure } from '../report.js';

const ROWS = 200_000;
const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'integer' },
  { name: 'number', type: 'string' },
  { name: 'placed_at', type: 'datetime' },
  { name: 'status', type: 'string' },
  { name: 'currency', type: 'string' },
  { name: 'net', type: 'decimal' },
  { name: 'vat', type: 'decimal' },
  { name: 'quantity', type: 'integer' },
  { name: 'article', type: 'string' },
  { name: 'street', type: 'string' },
  { name: 'city', type: 'string' },
  { name: 'email', type: 'string' },
  { name: 'gift', type: 'boolean' },
  { name: 'note', type: 'string' },
  { name: 'reference', type: 'string' },
  { name: 'updated_at', type: 'timestamp' },
];
const SHAPE: RowShape<readonly Cell[]> = {
  columns: COLUMNS,
  fill: (item, row) => {
    for (let index = 0; index < item.length; index += 1) row[index] = item[index];
  },
};

/**
 * Our CSV encoder beside csv-stringify on the same rows: sixteen columns of mixed types, the same bytes from both. The whole
 * table writer does more than either: it guards against formulas and observes what types the columns really hold.
 */
export async function csvEncoding(): Promise<readonly Figure[]> {
  const rows = Array.from({ length: ROWS }, (_, index) => exampleRow(index));
  const hashes = [await hashOf(encodeOurs(rows)), await hashOf(writeTable(rows)), await hashOf(encodeTheirs(rows))];
  if (new Set(hashes).size > 1) throw new Error('the encoders differ: there is nothing to compare');
  const theirs = (): Promise<void> => drain(encodeTheirs(rows));
  const encoder = await duel(() => drain(encodeOurs(rows)), theirs);
  const writer = await duel(() => drain(writeTable(rows)), theirs);
  return [
    ...duelFigures({ ours: 'habeas, encoder', theirs: 'csv-stringify' }, encoder, 2.5),
    { what: 'habeas, whole table writer', value: writer.ours, unit: 's' },
  ];
}

/** The encoder alone, its rows gathered as the table writer gathers them. */
async function* encodeOurs(rows: readonly (readonly Cell[])[]): AsyncGenerator<Uint8Array> {
  const encoder = csvEncoder(COLUMNS, 'none');
  const buffer = new Utf8Buffer();
  await Promise.resolve();
  buffer.add(encoder.head);
  for (const cells of rows) {
    const text = encoder.row(cells);
    if (buffer.add(text)) continue;
    yield buffer.take();
    buffer.add(text);
  }
  yield buffer.take();
}

function exampleRow(index: number): readonly Cell[] {
  return [
    index,
    `ORD-${String(index).padStart(9, '0')}`,
    `2024-03-${String(1 + (index % 28)).padStart(2, '0')} 10:30:00`,
    index % 3 === 0 ? 'shipped' : 'paid',
    'EUR',
    `${String(index % 9999)}.90`,
    `${String(index % 999)}.15`,
    1 + (index % 12),
    index % 5 === 0 ? 'Desk lamp "Ångström"' : 'Théière émaillée, bleue',
    `${String(1 + (index % 200))} rue de l’Exemple`,
    'Saint-Étienne',
    `person${String(index)}@example.org`,
    index % 2 === 0,
    index % 3 === 0 ? null : 'Laisser chez le voisin, merci "beaucoup" pour tout',
    `${String(index)}-a7f3e1c09b52d846`,
    '2024-03-01T09:30:00Z',
  ];
}

function writeTable(rows: readonly (readonly Cell[])[]): AsyncIterable<Uint8Array> {
  return new TableWriter(SHAPE, 'csv').encode(batches(rows));
}

async function* batches(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  await Promise.resolve();
  for (let first = 0; first < rows.length; first += 500) yield rows.slice(first, first + 500);
}

function encodeTheirs(rows: readonly (readonly Cell[])[]): Readable {
  const encoder = stringify({
    header: true,
    columns: COLUMNS.map(({ name }) => name),
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
  return Readable.from(rows).pipe(encoder);
}

async function drain(chunks: AsyncIterable<Uint8Array> | Readable): Promise<void> {
  await pipeline(chunks, new Writable({ write: (_chunk, _encoding, done) => { done(); } })); // prettier-ignore
}

async function hashOf(chunks: AsyncIterable<Uint8Array> | Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
