import type { FoundFile, JsonObject, JsonValue } from '../../src/index.js';
import { HASH } from '../../src/testing/worlds/people.js';
import { data, field, flaw, items, spec, type Flaw } from './flaw.js';

/** The values of one record that a change concerns. */
function renamed(values: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name === from ? to : name, value]));
}

function without(values: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

/** Assigns property by property, as careless code does: `__proto__` becomes the prototype. */
function assigned(values: JsonObject): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(values)) copy[name] = value;
  return copy;
}

const unnoted = items((item) => [item.type === 'done' ? { ...item, notes: [] } : item]);

function spoilt(file: FoundFile): FoundFile {
  return {
    ...file,
    async *open() {
      for await (const chunk of file.open()) yield chunk.map((byte) => byte ^ 1);
    },
  };
}

export const valueFlaws: readonly Flaw[] = [
  flaw(
    'P1',
    'loses the last record of a full batch',
    /has \d+ records/u,
    items((item) => [item.type === 'records' && item.records.length === 7 ? { ...item, records: item.records.slice(1) } : item]),
  ),
  flaw(
    'P2',
    'does not go down a tree',
    /of person 1/u,
    items((item) => {
      if (item.type !== 'records') return [item];
      return [{ ...item, records: item.records.filter(({ via }) => via.every(({ path }) => path.length < 3)) }];
    }),
  ),
  flaw(
    'P3',
    'does not show what is shared',
    /deep/u,
    data((values) => without(values, 'event.title')),
  ),
  flaw(
    'P3',
    'shows all of what is shared',
    /somebody else/u,
    data((values) => ({ ...values, 'event.organiser_email': 'x' })),
  ),
  flaw(
    'P6',
    'calls fields by their columns',
    /deep/u,
    data((values) => renamed(values, 'givenName', 'given_name')),
  ),
  flaw(
    'P7',
    'leaves out what nobody declared',
    /strictly/u,
    data((values) => without(values, 'shoe size')),
  ),
  flaw(
    'P8',
    'delivers secrets',
    /secret/u,
    data((values) => ({ ...values, password_hash: HASH })),
  ),
  flaw(
    'P8',
    'does not list what it withholds',
    /deep/u,
    spec('person', (good) => ({ ...good, withheld: [] })),
  ),
  flaw(
    'V1',
    'takes NULL for empty',
    /null became/u,
    data((values) => ({ ...values, words: values['words'] ?? '' })),
  ),
  flaw('V2', 'announces other types', /is not a/u, field('wide', Number)),
  flaw(
    'V3',
    'rounds wide integers',
    /deep/u,
    field('wide', (value) => String(Number(value))),
  ),
  flaw(
    'V4',
    'rounds decimals',
    /deep/u,
    field('money', (value) => String(Number(value))),
  ),
  flaw(
    'V5',
    'takes dates for instants',
    /deep/u,
    field('moment', (value) => new Date(text(value)).toISOString()),
  ),
  flaw(
    'V6',
    'cuts instants to milliseconds',
    /microseconds/u,
    field('instant', (value) => new Date(text(value)).toISOString()),
  ),
  flaw('V7', 'does not note dates that never were', /not noted/u, unnoted),
  flaw(
    'V8',
    'trims text',
    /strictly/u,
    field('words', (value) => text(value).trim()),
  ),
  flaw(
    'V9',
    'parses JSON as JavaScript does',
    /deep/u,
    field('document', (value) => ({ ...(value as JsonObject), big: 12345678901234567000 })),
  ),
  flaw(
    'V10',
    'writes arrays as text',
    /deep/u,
    field('tags', (value) => JSON.stringify(value)),
  ),
  flaw(
    'V11',
    'writes bytes in hexadecimal',
    /strictly/u,
    field('raw', (value) => Buffer.from(text(value), 'base64').toString('hex')),
  ),
  flaw(
    'V12',
    'takes Windows-1252 for Latin-1',
    /strictly/u,
    field('legacy', () => 'Caf\u00e9 \u0080'),
  ),
  flaw('V13', 'does not note text that is none', /not noted/u, unnoted),
  flaw(
    'V14',
    'changes bytes',
    /has changed/u,
    items((item) => [item.type === 'file' ? { ...item, file: spoilt(item.file) } : item]),
  ),
  flaw('X6', 'lets a column become a prototype', /deep/u, data(assigned)),
];
