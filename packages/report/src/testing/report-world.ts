import type { CollectionSpec, FieldSpec, FoundFile, JsonObject, SourceRecord } from '@habeas/connector-sdk';
import type { Account, CollectionFindings, Findings, LedgerEntry, SourceDescription } from '@habeas/core';
import { Disclosure, type DisclosureOptions, type Holding, localDate, type Register } from '@habeas/core/law';
import type { ReportInput } from '../report/subject-report.js';

/** The day and the place of every report in tests. */
export const VIEW = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' } as const;
const STARTED = new Date('2026-11-29T08:00:00Z');
const FINISHED = new Date('2026-11-29T08:05:00Z');

/** One collection with its records, as a source of a test has them. */
export interface FoundCollection {
  readonly source: SourceDescription;
  readonly spec: CollectionSpec;
  readonly records: readonly JsonObject[];
  readonly files?: number;
}

export function sourceOf(id: string, title = id): SourceDescription {
  return { id, title, connector: { id: 'fake', version: '1' } };
}

/** A collection whose first field is its key. Without an activity nobody has assigned it. */
export function collectionOf(
  spec: Pick<CollectionSpec, 'name'> & Partial<CollectionSpec>,
  records: readonly JsonObject[],
  source: SourceDescription = sourceOf('crm', 'Customer database'),
): FoundCollection {
  const fields = spec.fields ?? [ID_FIELD];
  return {
    source,
    records,
    spec: {
      personal: 'subject',
      key: [fields[0]?.name ?? 'id'],
      withheld: [],
      lookups: [],
      ownedBy: [],
      gaps: [],
      ...spec,
      fields,
    },
  };
}

export const ID_FIELD: FieldSpec = { name: 'id', type: 'integer', title: { en: 'Number', fr: 'Numéro' }, origin: 'provided' };

/** An entry of the ledger: searched to its end, unless `more` says something else. */
export function entryOf(found: FoundCollection, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const { source, spec, records, files = 0 } = found;
  return {
    source,
    collection: spec.name,
    ...(spec.title === undefined ? {} : { title: spec.title }),
    outcome: records.length === 0 ? 'empty' : 'complete',
    blocking: false,
    lookups: [],
    included: 1,
    queued: 0,
    dropped: 0,
    records: records.length,
    files,
    attempts: 1,
    startedAt: STARTED,
    finishedAt: FINISHED,
    notes: [],
    unclassified: [],
    gaps: [],
    ...more,
  };
}

export function accountOf(ledger: readonly LedgerEntry[], more: Partial<Account> = {}): Account {
  return {
    startedAt: STARTED,
    finishedAt: FINISHED,
    ledger,
    matches: [],
    identifiers: [
      { id: 'i1', kind: 'email', value: 'ann@example.org', status: 'verified', round: 1 },
      { id: 'i2', kind: 'name', value: 'Ann Sample', status: 'verified', round: 0 },
    ],
    complete: ledger.every(({ blocking }) => !blocking),
    ...more,
  };
}

/** What a report is made of: the collections pass through a real disclosure. */
export async function inputOf(
  register: Register,
  collections: readonly FoundCollection[],
  more: Partial<DisclosureOptions> & { readonly account?: Account } & Pick<ReportInput['request'], 'forHeir'> = {},
): Promise<ReportInput> {
  const { account = accountOf(collections.map((each) => entryOf(each))), forHeir, ...options } = more;
  return {
    register,
    holdings: await holdingsOf(register, collections, options),
    account,
    view: VIEW,
    request: {
      reference: '2026-0042',
      receivedAt: new Date('2026-11-20T09:30:00Z'),
      rights: ['access'],
      ...(forHeir === undefined ? {} : { forHeir }),
    },
  };
}

async function holdingsOf(
  register: Register,
  collections: readonly FoundCollection[],
  options: Partial<DisclosureOptions>,
): Promise<readonly Holding[]> {
  const disclosure = new Disclosure(findingsOf(collections), {
    register,
    rights: ['access'],
    language: 'en',
    view: VIEW,
    othersIn: () => [],
    ...options,
  });
  for await (const found of disclosure.findings.collections()) {
    await consume(found.records());
    await consume(found.files());
  }
  return disclosure.holdings();
}

async function consume(items: AsyncIterable<unknown>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}

function findingsOf(collections: readonly FoundCollection[]): Findings {
  return {
    collections: () => streamed(collections.map(foundOf)),
    matches: () => [],
    account: () => accountOf([]),
  };
}

function foundOf({ source, spec, records, files = 0 }: FoundCollection): CollectionFindings {
  const batch = records.map((data, index): SourceRecord => {
    const key = spec.key.map((name) => data[name]);
    const [first = index] = key as (string | number)[];
    return { key: [first], data, via: [{ root: { collection: spec.name, recordId: String(first) }, path: [] }] };
  });
  const found = Array.from(
    { length: files },
    (_, index) => ({ id: String(index), key: [index], field: 'file' }) as unknown as FoundFile,
  );
  return { source, collection: spec, records: () => streamed([batch]), files: () => streamed(found) };
}

async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}
