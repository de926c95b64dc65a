import assert from 'node:assert/strict';
import type { CollectionSpec } from '../contract/collection.js';
import type { FoundFile, RecordKey, SourceRecord } from '../contract/record.js';
import { recordId } from '../contract/record.js';
import type { Cursor, Done, Item, Located, Match, ReadRequest, Session } from '../contract/session.js';
import { toIdentifier, type Identifier, type IdentifierKind } from '../identifier/identifier.js';
import { REGION } from './worlds/people.js';

/** What a search for roots gave. */
export interface Roots {
  readonly matches: readonly Match[];
  readonly located: readonly Located[];
}

/** What a read gave, with the number of records or files that came before each checkpoint. */
export interface Reading {
  readonly records: readonly SourceRecord[];
  readonly files: readonly { readonly file: FoundFile; readonly content: Uint8Array }[];
  readonly batches: readonly number[];
  readonly checkpoints: readonly { readonly cursor: Cursor; readonly after: number }[];
  readonly done: Done;
}

type Root = ReadRequest['roots'][number];

/** The identifier of a text in the kit's worlds; the texts that checks search all are one. */
export function identifier(kind: IdentifierKind, text: string, namespace?: string): Identifier {
  const found = toIdentifier(kind, text, { phoneRegion: REGION, ...(namespace === undefined ? {} : { namespace }) });
  assert.ok(found !== undefined, `"${text}" is no ${kind}`);
  return found;
}

/** Searches to the end, and fails where the order of what comes breaks the contract. */
export async function locate(session: Session, identifiers: readonly Identifier[]): Promise<Roots> {
  const matches: Match[] = [];
  const located: Located[] = [];
  const isThrough = (collection: string): boolean => located.some((end) => end.collection === collection);
  for await (const item of session.locate({ identifiers })) {
    if (item.type === 'match') {
      assert.ok(item.evidence.length > 0, `${item.collection} is matched without evidence`);
      assert.ok(!searchedIn(item).every(isThrough), `a match of ${item.collection} came after its located`);
      matches.push(item);
    } else {
      assert.ok(!isThrough(item.collection), `${item.collection} was located twice`);
      located.push(item);
    }
  }
  return { matches, located };
}

/** The collections in whose search a match can have been found: a row of addresses leads to its owner. */
function searchedIn({ evidence }: Match): readonly string[] {
  return evidence.map(({ field }) => field.slice(0, field.indexOf('.')));
}

/** The matches of an e-mail address: what most checks begin with. */
export async function locateEmail(session: Session, email: string): Promise<readonly Match[]> {
  return (await locate(session, [identifier('email', email)])).matches;
}

/** All that is read of whom an e-mail address finds, by collection. Fails where a search or a read tells of a problem. */
export async function everythingOf(
  session: Session,
  email: string,
  collections = session.collections.map(({ name }) => name),
): Promise<ReadonlyMap<string, readonly SourceRecord[]>> {
  const { matches, located } = await locate(session, [identifier('email', email)]);
  const found = new Map<string, readonly SourceRecord[]>();
  const ends: (Located | Done)[] = [...located];
  for (const collection of collections) {
    const { records, done } = await read(session, { collection, roots: matches, want: 'records' });
    found.set(collection, records);
    ends.push(done);
  }
  assert.deepEqual(ends.flatMap(({ problem }) => problem ?? []), []); // prettier-ignore
  return found;
}

/** `collection recordId` of each, in a stable order. */
export function rootNames(roots: readonly Root[]): readonly string[] {
  return roots.map(({ collection, key }) => `${collection} ${recordId(key)}`).sort();
}

/** A root as a check states it. */
export function root(collection: string, ...key: RecordKey): Root {
  return { collection, key };
}

/** Reads to the end, and fails where the order of what comes breaks the contract. */
export async function read(session: Session, request: ReadRequest): Promise<Reading> {
  const reading = { records: [] as SourceRecord[], files: [] as Reading['files'][number][], batches: [] as number[] };
  const checkpoints: Reading['checkpoints'][number][] = [];
  let done: Done | undefined;
  for await (const item of session.read(request)) {
    assert.equal(done, undefined, `${request.collection}: ${item.type} came after done`);
    if (item.type === 'done') done = item;
    else if (item.type === 'checkpoint')
      checkpoints.push({ cursor: item.cursor, after: reading.records.length + reading.files.length });
    else await take(item, reading);
  }
  assert.ok(done !== undefined, `${request.collection}: the read ended without done`);
  return { ...reading, checkpoints, done };
}

async function take(
  item: Extract<Item, { type: 'records' | 'file' }>,
  reading: { records: SourceRecord[]; files: Reading['files'][number][]; batches: number[] },
): Promise<void> {
  if (item.type === 'file') {
    reading.files.push({ file: item.file, content: await bytesOf(item.file) });
    return;
  }
  reading.batches.push(item.records.length);
  for (const record of item.records) reading.records.push(record);
}

async function bytesOf(file: FoundFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

/** The records of a collection that belong to these roots. */
export async function recordsOf(
  session: Session,
  collection: string,
  ...roots: readonly Root[]
): Promise<readonly SourceRecord[]> {
  return (await read(session, { collection, roots, want: 'records' })).records;
}

/** Record ids, in the order of delivery. */
export function ids(records: readonly { readonly key: RecordKey }[]): readonly string[] {
  return records.map(({ key }) => recordId(key));
}

/** Matches that are more than candidates. */
export function certain(matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ evidence }) => evidence.some(({ how }) => how !== 'folded'));
}

/** The collections of a session that hold personal data. */
export function searched(session: Session): readonly CollectionSpec[] {
  return session.collections.filter(({ personal }) => personal === 'subject');
}

/** What a session says of one collection. */
export function specOf(session: Session, name: string): CollectionSpec {
  const found = session.collections.find((collection) => collection.name === name);
  assert.ok(found !== undefined, `there is no collection ${name}`);
  return found;
}

/** The one thing that should be there. */
export function only<T>(things: readonly T[], what: string): T {
  assert.equal(things.length, 1, `${what}: ${String(things.length)} where one should be`);
  return things[0] as T;
}
