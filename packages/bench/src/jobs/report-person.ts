import { writeArchive } from '@habeas/archive';
import { loadRegister } from '@habeas/configuration';
import type { CollectionSpec, FieldSpec, FieldType, Origin, SourceRecord } from '@habeas/connector-sdk';
import type { Account, CollectionFindings, Findings, LedgerEntry, MatchAccount, SourceDescription } from '@habeas/core';
import { Disclosure, localDate } from '@habeas/core/law';
import { registerFile } from '@habeas/example-worlds';
import { annexIn, reportFiles } from '@habeas/report';
import { othersThan } from '@habeas/third-parties';

const SOURCE: SourceDescription = { id: 'hostel', title: 'Hostel software', connector: { id: 'sqlite', version: '0.1.0' } };
const AT = new Date('2026-03-02T09:00:00Z');
const BATCH = 500;
const MATCH: MatchAccount = {
  id: 'm1',
  source: 'hostel',
  collection: 'compte',
  recordId: '1',
  round: 1,
  tier: 'A',
  decision: 'included',
  reasons: ['verified-exact'],
  evidence: [],
};
const VIEW = { today: localDate('2026-03-02'), timeZone: 'Europe/Paris' };

/**
 * The whole way from findings of so many records to an archive with its report: scope, retention and other people in free text
 * decided, tables, pages in two languages, print, data. Returns the number of records.
 */
export async function reportPerson(records: number, out: string): Promise<number> {
  const { register } = loadRegister(registerFile('hostel-association'));
  const othersIn = othersThan(
    [
      { kind: 'name', value: 'Camille Example' },
      { kind: 'email', value: 'camille@example.org' },
    ],
    'FR',
  );
  const options = { register, rights: ['access'], language: 'fr', view: VIEW, othersIn } as const;
  const disclosure = new Disclosure(findingsOf(records), options);
  const request = { reference: 'bench', receivedAt: AT, rights: options.rights };
  await writeArchive(disclosure.findings, {
    reference: 'bench',
    requestedAt: AT,
    controller: { name: 'Bench' },
    language: 'fr',
    format: 'csv',
    software: { name: 'Habeas', version: '0.1.0' },
    out,
    documents: ({ account, tables }) =>
      reportFiles(
        { register, holdings: disclosure.holdings(), account, request, view: VIEW },
        { language: 'fr', annexOf: annexIn(tables), withPdf: true },
      ),
  });
  return records;
}

const COLLECTIONS: readonly CollectionSpec[] = [
  collection('reservation', 'orders', ['no', 'client', 'arrivee', 'depart', 'personnes', 'canal', 'demande']),
  collection('facture', 'invoices', ['no', 'reservation', 'emise_le', 'montant', 'destinataire']),
  collection('envoi', 'campaigns', ['no', 'campagne', 'courriel', 'envoye_le', 'ouvert_le', 'titre', 'canal', 'lien']),
  collection('reponse', 'survey', ['no', 'sejour', 'note', 'commentaire', 'repondu_le']),
];

function collection(name: string, activity: string, fields: readonly string[]): CollectionSpec {
  return {
    name,
    title: { en: name, fr: name },
    activity,
    personal: 'subject',
    key: ['no'],
    fields: fields.map(field),
    withheld: [],
    lookups: [],
    ownedBy: [],
    gaps: [],
  };
}

function field(name: string): FieldSpec {
  const origin: Origin = name === 'no' ? 'derived' : 'provided';
  const type: FieldType = /_le$|arrivee|depart/u.test(name) ? 'date' : 'string';
  return { name, type, origin, title: { en: name, fr: name }, ...(name === 'demande' ? { freeText: true } : {}) };
}

function findingsOf(records: number): Findings {
  const share = Math.ceil(records / COLLECTIONS.length);
  async function* all(): AsyncGenerator<CollectionFindings> {
    await Promise.resolve();
    for (const spec of COLLECTIONS) yield { source: SOURCE, collection: spec, records: () => rows(spec, share), files: none };
  }
  const ledger = COLLECTIONS.map((spec) => entryOf(spec, share));
  const account: Account = { startedAt: AT, finishedAt: AT, ledger, identifiers: [], matches: [MATCH], complete: true };
  return { collections: all, matches: () => [MATCH], account: () => account };
}

async function* rows({ name, fields }: CollectionSpec, count: number): AsyncGenerator<readonly SourceRecord[]> {
  const via: SourceRecord['via'] = [{ root: { collection: 'compte', recordId: '1' }, path: [`${name}.client`] }];
  for (let from = 0; from < count; from += BATCH) {
    await Promise.resolve();
    yield Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const no = from + index + 1;
      return { key: [no], data: Object.fromEntries(fields.map((each) => [each.name, valueOf(each, no)])), via };
    });
  }
}

function valueOf({ name, type }: FieldSpec, no: number): string | number {
  if (name === 'no') return no;
  if (type === 'date') return `2025-${String((no % 12) + 1).padStart(2, '0')}-${String((no % 28) + 1).padStart(2, '0')}`;
  return name === 'demande' ? `Arrivée tardive, lit du bas si possible (${String(no)})` : `${name} ${String(no)}`;
}

function entryOf({ name }: CollectionSpec, records: number): LedgerEntry {
  return {
    source: SOURCE,
    collection: name,
    outcome: 'complete',
    blocking: false,
    lookups: [],
    included: 1,
    queued: 0,
    dropped: 0,
    records,
    files: 0,
    attempts: 1,
    startedAt: AT,
    finishedAt: AT,
    notes: [],
    unclassified: [],
    gaps: [],
  };
}

async function* none(): AsyncGenerator<never> {
  await Promise.resolve();
  yield* [];
}
