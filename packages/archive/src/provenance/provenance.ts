import type { Account, IdentifierAccount, LedgerEntry, MatchAccount, MatchEvidence } from '@habeas/core';
import type { FieldType, JsonValue } from '@habeas/connector-sdk';
import type { TablePlan, TableReference, TableShelf } from '../assembly/archive-table.js';
import type { Cell, Column } from '../table/column.js';
import type { Texts } from '../texts.js';
import { PROVENANCE_TEXTS } from './provenance-texts.js';
import type { RedactionLine } from '@habeas/core/law';
import type { WithheldEntry } from './withheld.js';
import type { KnownPath } from './via.js';

/** What the provenance tables are made of. */
export interface Provenance {
  readonly account: Account;
  readonly paths: readonly KnownPath[];
  readonly withheld: readonly WithheldEntry[];
  /** What was hidden by hand, record by record (TPD-03). */
  readonly redactions: readonly RedactionLine[];
}

type Cells<Item> = readonly (readonly [name: string, type: FieldType, read: (item: Item) => Cell])[];

const LEDGER: Cells<LedgerEntry> = [
  ['source', 'string', ({ source }) => source.id],
  ['collection', 'string', ({ collection }) => collection],
  ['source_title', 'string', ({ source }) => source.title],
  ['connector', 'string', ({ source }) => source.connector.id],
  ['connector_version', 'string', ({ source }) => source.connector.version],
  ['outcome', 'string', ({ outcome }) => outcome],
  ['blocking', 'boolean', ({ blocking }) => blocking],
  ['lookups', 'json', ({ lookups }) => lookups.map((lookup): JsonValue => ({ ...lookup }))],
  ['included', 'integer', ({ included }) => included],
  ['queued', 'integer', ({ queued }) => queued],
  ['dropped', 'integer', ({ dropped }) => dropped],
  ['records', 'integer', ({ records }) => records],
  ['files', 'integer', ({ files }) => files],
  ['attempts', 'integer', ({ attempts }) => attempts],
  ['started_at', 'timestamp', ({ startedAt }) => startedAt.toISOString()],
  ['finished_at', 'timestamp', ({ finishedAt }) => finishedAt.toISOString()],
  ['problem_class', 'string', ({ problem }) => problem?.errorClass],
  ['problem', 'string', ({ problem }) => problem?.message],
  ['reason', 'string', ({ reason }) => reason?.message],
  ['remedy', 'string', ({ problem, reason }) => problem?.remedy ?? reason?.remedy],
  ['notes', 'json', ({ notes }) => notes.map((note): JsonValue => ({ ...note }))],
  ['unclassified', 'json', ({ unclassified }) => unclassified],
  ['gaps', 'json', ({ gaps }) => gaps],
];

const IDENTIFIERS: Cells<IdentifierAccount> = [
  ['identifier', 'string', ({ id }) => id],
  ['kind', 'string', ({ kind }) => kind],
  ['namespace', 'string', ({ namespace }) => namespace],
  ['value', 'string', ({ value }) => value],
  ['status', 'string', ({ status }) => status],
  ['round', 'integer', ({ round }) => round],
  ['learnt_from', 'string', ({ learntFrom }) => learntFrom?.match],
  ['learnt_field', 'string', ({ learntFrom }) => learntFrom?.field],
];

const MATCHES: Cells<MatchAccount> = [
  ['match', 'string', ({ id }) => id],
  ['source', 'string', ({ source }) => source],
  ['collection', 'string', ({ collection }) => collection],
  ['record', 'string', ({ recordId }) => recordId],
  ['round', 'integer', ({ round }) => round],
  ['tier', 'string', ({ tier }) => tier],
  ['reasons', 'json', ({ reasons }) => reasons],
];

const EVIDENCE: Cells<MatchEvidence & { readonly match: string; readonly place: number }> = [
  ['match', 'string', ({ match }) => match],
  ['place', 'integer', ({ place }) => place],
  ['identifier', 'string', ({ identifier }) => identifier],
  ['field', 'string', ({ field }) => field],
  ['how', 'string', ({ how }) => how],
];

const PATHS: Cells<KnownPath> = [
  ['path', 'string', ({ id }) => id],
  ['source', 'string', ({ source }) => source],
  ['steps', 'json', ({ steps }) => steps],
];

const WITHHELD: Cells<WithheldEntry> = [
  ['source', 'string', ({ source }) => source],
  ['collection', 'string', ({ collection }) => collection],
  ['field', 'string', ({ field }) => field],
  ['ground', 'string', ({ ground }) => ground],
  ['right', 'string', ({ right }) => right],
  ['marked', 'boolean', ({ marked }) => marked],
  ['explanation', 'string', ({ explanation }) => explanation],
  ['count', 'integer', ({ count }) => count],
];

const REDACTIONS: Cells<RedactionLine> = [
  ['source', 'string', ({ source }) => source],
  ['collection', 'string', ({ collection }) => collection],
  ['record', 'string', ({ recordId }) => recordId],
  ['field', 'string', ({ field }) => field],
  ['lengths', 'json', ({ extent }) => (extent === 'value' ? undefined : extent)],
  ['reason', 'string', ({ reason }) => reason],
  ['holder', 'string', ({ interest }) => interest?.holder],
  ['why', 'string', ({ interest }) => interest?.why],
  ['decided_by', 'string', ({ decidedBy }) => decidedBy],
  ['decided_at', 'timestamp', ({ decidedAt }) => decidedAt],
];

/** Writes the tables under `data/provenance`: what was searched, what with, why each record is in, what was withheld, what was redacted. */
export async function addProvenance(shelf: TableShelf, provenance: Provenance): Promise<void> {
  const { account, paths, withheld, redactions } = provenance;
  // A queued match may be somebody else's record: of those only the number is told, in the ledger.
  const matches = account.matches.filter(({ decision }) => decision === 'included');
  const evidence = matches.flatMap(({ id, evidence }) =>
    evidence.map((each, index) => ({ ...each, match: id, place: index + 1 })),
  );
  const identifiers = tellable(account.identifiers, matches, evidence);
  await add(shelf, 'ledger', LEDGER, account.ledger, ['source', 'collection']);
  await add(shelf, 'identifiers', IDENTIFIERS, identifiers, ['identifier']);
  await add(shelf, 'matches', MATCHES, matches, ['match']);
  await add(
    shelf,
    'evidence',
    EVIDENCE,
    evidence,
    ['match', 'place'],
    [
      { fields: ['match'], to: 'provenance.matches', toFields: ['match'] },
      { fields: ['identifier'], to: 'provenance.identifiers', toFields: ['identifier'] },
    ],
  );
  await add(shelf, 'paths', PATHS, paths, ['path']);
  await add(shelf, 'withheld', WITHHELD, withheld, []);
  if (redactions.length > 0) await add(shelf, 'redactions', REDACTIONS, redactions, []);
}

/** Leaves out what was learnt only from a match that waits for a decision: it may be another person's. */
function tellable(
  identifiers: readonly IdentifierAccount[],
  matches: readonly MatchAccount[],
  evidence: readonly MatchEvidence[],
): readonly IdentifierAccount[] {
  const included = new Set(matches.map(({ id }) => id));
  const used = new Set(evidence.map(({ identifier }) => identifier));
  return identifiers.filter(({ id, learntFrom }) => learntFrom === undefined || included.has(learntFrom.match) || used.has(id));
}

// eslint-disable-next-line max-params -- one line per table reads better than six objects
async function add<Item>(
  shelf: TableShelf,
  name: keyof typeof PROVENANCE_TEXTS,
  cells: Cells<Item>,
  rows: readonly Item[],
  primaryKey: readonly string[],
  references: readonly TableReference[] = [],
): Promise<void> {
  const { title, description, columns } = PROVENANCE_TEXTS[name];
  const plan: TablePlan = {
    name: `provenance.${name}`,
    place: `data/provenance/${name}`,
    role: 'provenance',
    title,
    description,
    primaryKey,
    references,
  };
  const shape = {
    columns: cells.map(([column, type]): Column => ({
      name: column,
      type,
      title: textsOf(columns, column),
      required: primaryKey.includes(column),
    })),
    fill: (item: Item, row: Cell[]) => {
      cells.forEach(([, , read], index) => (row[index] = read(item)));
    },
  };
  await shelf.addRows(plan, shape, rows);
}

function textsOf(columns: Readonly<Record<string, Texts>>, name: string): Texts {
  return columns[name] ?? { en: name };
}
