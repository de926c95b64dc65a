import { compareDates } from '../calendar/local-date.js';
import type { HeldForOther } from '../duty/duty.js';
import type { Account } from '../findings/findings.js';
import type { Right } from '../request/right.js';
import { RETENTION_STATUSES, type RetentionStatus } from '../retention/evaluation.js';
import type { RetentionTally } from '../retention/overdue.js';
import { decideRelease, type GateDecision, type GatePlace } from '../scope/gate.js';
import { retentionFacts, scopeFacts, searchFacts } from '../scope/gate-facts.js';
import type { FieldCount, Holding } from './holding.js';

/** Under what an answer may go out by itself (OUT-08). */
export interface ReleaseTerms {
  /** How many records may go out unseen. */
  readonly recordLimit: number;
  /** Whether a DPO has checked a sample of this controller's negative answers (OUT-01). */
  readonly areNegativesSampled: boolean;
}

/** A number of records that a person can still overlook at a glance of the summary; more are never sent unseen. */
export const DEFAULT_RELEASE_TERMS: ReleaseTerms = { recordLimit: 10_000, areNegativesSampled: false };

/** What is kept with a request of what was decided: codes, places and numbers, and no value of a record. */
export interface DisclosureSummary {
  readonly gate: GateDecision;
  /** How the records stand that were found (RET-04). */
  readonly retention: readonly RetentionTally[];
  /** What is held for other controllers (INT-07). Missing where there is nothing of it. */
  readonly heldForOthers?: readonly HeldForOther[];
}

/** Sums up a disclosure for the people who decide about it. Only a search that was made for a proved identity comes this far. */
export function summarizeDisclosure(
  holdings: readonly Holding[],
  account: Account,
  rights: readonly Right[],
  terms: ReleaseTerms,
): DisclosureSummary {
  const retention = holdings.flatMap(talliesOf);
  const scoped = scopeFacts(
    holdings.map(({ source, collection, records, filled, scope }) => ({
      source: source.id,
      collection: collection.name,
      records,
      // A field that nobody has described, and that holds nothing of this person, keeps nothing back
      fields: collection.fields.filter(({ name, unclassified }) => unclassified !== true || filled.includes(name)),
      scope,
    })),
    rights,
  );
  const gate = decideRelease({
    ...searchFacts(account),
    ...scoped,
    ...retentionFacts(retention),
    thirdPartyData: [...scoped.thirdPartyData, ...holdings.flatMap((holding) => placesOf(holding, holding.others))],
    unknownCodes: holdings.flatMap((holding) => placesOf(holding, holding.unknownCodes)),
    redactions: [
      ...scoped.redactions,
      ...holdings.flatMap((holding) => placesOf(holding, [...holding.hidden, ...holding.redacted])),
    ],
    restricted: [],
    isIdentityProved: true,
    isContactNew: false,
    ...terms,
  });
  const heldForOthers = heldForOthersIn(holdings);
  return { gate, retention, ...(heldForOthers.length === 0 ? {} : { heldForOthers }) };
}

/** By activity, since that is what names the other controller. */
function heldForOthersIn(holdings: readonly Holding[]): readonly HeldForOther[] {
  const counts = new Map<string, number>();
  for (const { collection, scope, records } of holdings) {
    const isForOther = scope.fields.some(({ access, portability }) =>
      [access, portability].some(({ reason }) => reason === 'processor'),
    );
    if (collection.activity === undefined || records === 0 || !isForOther) continue;
    counts.set(collection.activity, (counts.get(collection.activity) ?? 0) + records);
  }
  return [...counts].map(([activity, records]) => ({ activity, records }));
}

function placesOf({ source, collection }: Holding, counts: readonly Counted[]): readonly GatePlace[] {
  const place = { source: source.id, collection: collection.name };
  return counts.map(({ field, count }) => ({ ...place, ...(field === undefined ? {} : { field }), count }));
}

/** Of a field, or of whole records. */
type Counted = Partial<FieldCount> & Pick<FieldCount, 'count'>;

function talliesOf({ source, collection, retention }: Holding): readonly RetentionTally[] {
  const { activity } = collection;
  if (activity === undefined || retention.length === 0) return [];
  const counts = Object.fromEntries(RETENTION_STATUSES.map((status) => [status, 0])) as Record<RetentionStatus, number>;
  for (const { evaluation, records } of retention) counts[evaluation.status] += records;
  const [first] = retention
    .flatMap(({ evaluation }) => (evaluation.status === 'overdue' ? [evaluation.expiresOn] : []))
    .sort(compareDates);
  return [
    {
      source: source.id,
      collection: collection.name,
      activity,
      counts,
      ...(first === undefined ? {} : { earliestExpiry: first }),
    },
  ];
}
