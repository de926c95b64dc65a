import type { CollectionSpec, FieldSpec } from '@habeas/connector-sdk';
import type { Account, SourceDescription } from '../findings/findings.js';

/** What says what is in the evidence of a request: the account, and each collection that was read. Personal data. */
export interface EvidenceIndex {
  readonly account: Account;
  readonly collections: readonly { readonly source: SourceDescription; readonly collection: CollectionSpec }[];
}

/** The index as JSON. */
export function writeIndex(index: EvidenceIndex): string {
  return JSON.stringify(index);
}

/** The index from JSON: times are times again, and what codes mean is told by language. */
export function readIndex(text: string): EvidenceIndex {
  const { account, collections } = JSON.parse(text) as EvidenceIndex;
  const date = (text: Date): Date => new Date(text);
  return {
    collections: collections.map((each) => ({ ...each, collection: withMeanings(each.collection) })),
    account: {
      ...account,
      startedAt: date(account.startedAt),
      finishedAt: date(account.finishedAt),
      ledger: account.ledger.map((entry) => ({
        ...entry,
        startedAt: date(entry.startedAt),
        finishedAt: date(entry.finishedAt),
      })),
    },
  };
}

/** What an earlier version wrote has one text for each code, in English. */
type WrittenCodes = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function withMeanings(collection: CollectionSpec): CollectionSpec {
  return { ...collection, fields: collection.fields.map((field) => withMeaningsOf(field)) };
}

function withMeaningsOf(field: FieldSpec): FieldSpec {
  if (field.codes === undefined) return field;
  const written: WrittenCodes = field.codes;
  const told = Object.entries(written).map(([code, texts]) => [code, typeof texts === 'string' ? { en: texts } : texts] as const);
  return { ...field, codes: Object.fromEntries(told) };
}
