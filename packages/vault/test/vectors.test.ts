import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Secret, type IdentifierKind } from '@habeas/connector-sdk';
import { BlindIndexKey } from '../src/field/blind-index.js';
import { openField, sealField } from '../src/field/sealed-field.js';
import { DataKey } from '../src/key/data-key.js';
import { ChunkCipher } from '../src/sealed/chunk-cipher.js';
import { openSealed } from '../src/sealed/open-sealed.js';
import { encodeContext } from '../src/sealed/seal-context.js';
import { sealStream, sealWith } from '../src/sealed/seal-stream.js';
import { bytesOf, inPieces, patterned, sourceOf } from './making.js';
import { blindEntry, readField, readSealedFile, type Context, type Place } from './second-reader.js';

interface FileVector {
  readonly name: string;
  readonly dataKey: string;
  readonly context: Context;
  /** Of the plaintext, which is `patterned(length)`. */
  readonly length: number;
  readonly sealed?: string;
  readonly salt?: string;
  readonly sealedSha256?: string;
  readonly result: string;
}

interface FieldVector {
  readonly name: string;
  readonly dataKey: string;
  readonly place: Place;
  readonly field: string;
  readonly text?: string;
  readonly result: string;
}

interface EntryVector {
  readonly indexKey: string;
  readonly controller: string;
  readonly identifier: { readonly kind: IdentifierKind; readonly namespace?: string; readonly exact: string };
  readonly entry: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8'));
const FILES = read('sealed-files') as readonly FileVector[];
const FIELDS = read('fields') as readonly FieldVector[];
const ENTRIES = read('blind-index') as readonly EntryVector[];
const keyOf = ({ dataKey }: { readonly dataKey: string }): DataKey => new DataKey(Buffer.from(dataKey, 'hex'));

/** What a reading came to: `opens`, or the code it was refused with. */
async function outcome(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'opens',
    (error: unknown) => (error as { code: string }).code,
  );
}

/** The file of a vector; the long ones are kept as salt and hash, and sealed again. */
async function fileOf({ dataKey, context, length, sealed, salt, sealedSha256 }: FileVector): Promise<Buffer> {
  if (sealed !== undefined) return Buffer.from(sealed, 'base64url');
  const saltBytes = Buffer.from(salt!, 'base64url');
  const cipher = keyOf({ dataKey }).withFileKey((fileKey) => new ChunkCipher(fileKey, saltBytes, encodeContext(context)));
  const bytes = await bytesOf(sealWith(cipher, saltBytes, inPieces(patterned(length))));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sealedSha256);
  return bytes;
}

describe('the vectors', () => {
  it('are more than a hundred, of every kind, and a third of them has to be refused', () => {
    expect(FILES.length + FIELDS.length + ENTRIES.length).toBeGreaterThanOrEqual(100);
    const results = [...FILES, ...FIELDS].map(({ result }) => result);
    expect(new Set(results)).toEqual(
      new Set(['opens', 'sealed-commitment', 'sealed-chunk', 'sealed-size', 'field-forged', 'field-key', 'field-format']),
    );
    expect(results.filter((result) => result !== 'opens').length).toBeGreaterThan(results.length / 3);
  });

  it.each(FILES)('sealed file: $name', async (vector) => {
    const file = await fileOf(vector);
    const reading = openSealed(keyOf(vector), vector.context, sourceOf(file)).then(async (opened) => bytesOf(opened.read()));
    expect(await outcome(reading)).toBe(vector.result);
    const second = readSealedFile(Buffer.from(vector.dataKey, 'hex'), vector.context, file);
    if (vector.result === 'opens') {
      expect((await reading).equals(patterned(vector.length))).toBe(true);
      expect(Buffer.compare(await second, patterned(vector.length))).toBe(0);
    } else {
      await expect(second).rejects.toBeDefined();
    }
  });

  it.each(FIELDS)('field: $name', async (vector) => {
    const reading = Promise.resolve().then(() => openField(keyOf(vector), vector.place, vector.field));
    expect(await outcome(reading)).toBe(vector.result);
    const second = readField(Buffer.from(vector.dataKey, 'hex'), vector.place, vector.field);
    if (vector.result === 'opens') {
      expect((await reading).reveal()).toBe(vector.text);
      expect(await second).toBe(vector.text);
    } else {
      await expect(second).rejects.toBeDefined();
    }
  });

  it.each(ENTRIES)(
    'blind index: $identifier.kind of controller "$controller"',
    async ({ indexKey, controller, identifier, entry }) => {
      const exact = new Secret(identifier.exact);
      const index = new BlindIndexKey(Buffer.from(indexKey, 'hex'), controller);
      expect(index.entryOf({ ...identifier, exact, value: exact, shared: false })).toBe(entry);
      expect(await blindEntry(Buffer.from(indexKey, 'hex'), controller, identifier)).toBe(entry);
    },
  );
});

describe('the second reader', () => {
  it('reads what the product seals today', async () => {
    const dataKey = Buffer.alloc(32, 9);
    const context = { controller: 'c1', request: 'r1', artifact: 'report', version: 4 };
    const sealed = await bytesOf(sealStream(new DataKey(Buffer.from(dataKey)), context, inPieces(patterned(50_000))));
    expect(Buffer.compare(await readSealedFile(dataKey, context, sealed), patterned(50_000))).toBe(0);
    const place = { table: 'request', column: 'contact', row: 'r1' };
    const field = sealField(new DataKey(Buffer.from(dataKey)), place, new Secret('ada@example.org'));
    expect(await readField(dataKey, place, field)).toBe('ada@example.org');
  });
});
