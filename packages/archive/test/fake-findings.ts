import {
  recordId,
  type CollectionSpec,
  type FieldSpec,
  type FoundFile,
  type JsonObject,
  type SourceRecord,
} from '@habeas/connector-sdk';
import type {
  Account,
  CollectionFindings,
  Findings,
  IdentifierAccount,
  LedgerEntry,
  MatchAccount,
  SourceDescription,
} from '@habeas/core';

/** One collection of a {@link fakeFindings}. */
export interface FakeCollection {
  readonly source: SourceDescription;
  readonly spec: CollectionSpec;
  readonly batches: Iterable<readonly SourceRecord[]>;
  readonly files?: readonly FoundFile[];
  readonly ledger?: Partial<LedgerEntry>;
}

/** What a {@link fakeFindings} holds beside its collections. */
export interface FakeAccount {
  readonly matches?: readonly MatchAccount[];
  readonly identifiers?: readonly IdentifierAccount[];
  readonly complete?: boolean;
  readonly ledger?: readonly LedgerEntry[];
}

const AT = new Date('2024-05-01T10:00:00Z');

export const SHOP: SourceDescription = { id: 'shop', title: 'Web shop', connector: { id: 'mysql', version: '0.1.0' } };
export const CRM: SourceDescription = { id: 'crm', title: 'Customer <file>', connector: { id: 'postgres', version: '0.1.0' } };

export const IDENTIFIER: IdentifierAccount = {
  id: 'i1',
  kind: 'email',
  value: 'ada@example.org',
  status: 'verified',
  round: 1,
};

export const MATCH: MatchAccount = {
  id: 'm1',
  source: 'shop',
  collection: 'customer',
  recordId: '7',
  round: 1,
  tier: 'A',
  decision: 'included',
  reasons: ['verified-exact'],
  evidence: [{ identifier: 'i1', field: 'customer.email', how: 'equal' }],
};

export const ROOT = { root: { collection: 'customer', recordId: '7' }, path: [] } as const;

export function spec(name: string, fields: readonly FieldSpec[], more: Partial<CollectionSpec> = {}): CollectionSpec {
  return {
    name,
    personal: 'subject',
    key: [fields[0]?.name ?? 'id'],
    fields,
    withheld: [],
    lookups: [],
    ownedBy: [],
    gaps: [],
    ...more,
  };
}

/** Records with their first field as key, all reached from the match itself. */
export function recordsOf(rows: readonly JsonObject[], key = 'id', via: SourceRecord['via'] = [ROOT]): SourceRecord[] {
  return rows.map((data) => ({ key: [data[key] as string | number], data, via }));
}

export function fileOf(
  id: string,
  key: string | number,
  content: string | Uint8Array | readonly Uint8Array[],
  more: Partial<FoundFile> = {},
): FoundFile {
  const chunks = typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content;
  return {
    id,
    key: [key],
    field: 'photo',
    bytes: chunks.reduce((sum, { length }) => sum + length, 0),
    open: () => streamOf(chunks),
    ...more,
  };
}

export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

/** Findings in memory that keep the contract: consumed once, and an account that is final only then. */
export function fakeFindings(collections: readonly FakeCollection[], about: FakeAccount = {}): Findings {
  const matches = about.matches ?? [MATCH];
  const counts = collections.map(() => ({ records: 0, files: 0 }));
  let consumed = false;
  async function* found(): AsyncGenerator<CollectionFindings> {
    await Promise.resolve();
    for (const [index, { source, spec, batches, files = [] }] of collections.entries()) {
      const count = counts[index]!;
      yield {
        source,
        collection: spec,
        async *records() {
          for await (const batch of streamOf(batches)) {
            count.records += batch.length;
            yield batch;
          }
        },
        async *files() {
          for await (const file of streamOf(files)) {
            count.files += 1;
            yield file;
          }
        },
      };
    }
    consumed = true;
  }
  return {
    collections: found,
    matches: () => matches,
    account(): Account {
      if (!consumed) throw new Error('the findings are not consumed yet');
      const ledger = collections.map(({ source, spec, ledger }, index) =>
        ledgerEntry(source, spec.name, { ...counts[index]!, ...ledger }),
      );
      return {
        startedAt: AT,
        finishedAt: AT,
        ledger: [...ledger, ...(about.ledger ?? [])],
        identifiers: about.identifiers ?? [IDENTIFIER],
        matches,
        complete: about.complete ?? true,
      };
    },
  };
}

export function ledgerEntry(source: SourceDescription, collection: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    source,
    collection,
    outcome: (more.records ?? 0) > 0 ? 'complete' : 'empty',
    blocking: false,
    lookups: [{ kind: 'email', field: 'email', mode: 'index' }],
    included: 1,
    queued: 0,
    dropped: 0,
    records: 0,
    files: 0,
    attempts: 1,
    startedAt: AT,
    finishedAt: AT,
    notes: [],
    unclassified: [],
    gaps: [],
    ...more,
  };
}

export { recordId };
