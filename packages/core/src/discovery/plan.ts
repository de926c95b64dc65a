import type { CollectionSpec, Identifier, PlannedCollection, PlannedCost, Problem } from '@habeas/connector-sdk';
import type { LedgerReason, SourceDescription } from '../findings/findings.js';
import { type Reach, reachOf } from '../ledger/reach.js';
import { declaredEmpty, TASK_OPEN } from '../ledger/reasons.js';
import { unreachedOutcome } from '../ledger/settle-outcome.js';
import { untilAborted } from '../run/abortable.js';
import { problemOf, toConnectorError } from '../run/fault.js';
import { withRetries } from '../run/retries.js';
import { kindKey } from '../subject/identifier-key.js';
import { retriesOf, type RunContext } from './run-context.js';
import type { OpenSource } from './source.js';

/** What a search would do, before anything is fetched. */
export interface SearchPlan {
  /** Sorted by source and collection. */
  readonly collections: readonly PlannedSearch[];
}

/** What a search would do in one collection; `*` for a source that could not be opened. */
export interface PlannedSearch {
  readonly source: SourceDescription;
  readonly collection: string;
  /**
   * `search` it is looked up; `owner` it is reached through an owner; `none` it declares that it holds no personal data;
   * `unreachable` nothing that is known leads to it, or its source could not be opened.
   */
  readonly reach: 'search' | 'owner' | 'none' | 'unreachable';
  /** What the source says it costs. Absent where it gives no estimate. */
  readonly cost?: Omit<PlannedCollection, 'collection'>;
  /** Why it is not searched, and what to do about it. */
  readonly reason?: LedgerReason;
  /** The fault that kept the source from being opened or from giving an estimate. */
  readonly problem?: Problem;
}

/** What a search of this source would do with these identifiers. Never throws for a fault of the source. */
export async function planSource(
  source: OpenSource,
  identifiers: readonly Identifier[],
  context: RunContext,
): Promise<readonly PlannedSearch[]> {
  const { session, collections, description } = source;
  const kinds = new Set(identifiers.map(kindKey));
  const retries = retriesOf(context, source.id);
  const estimate = async (): Promise<PlannedCost | undefined> => session.plan?.({ identifiers });
  const planned = await withRetries(retries, () => untilAborted(estimate(), context.signal)).then(
    (cost) => ({ cost }),
    (fault: unknown) => ({ problem: problemOf(toConnectorError(fault, context.signal)) }),
  );
  return [...collections.values()].map((spec) => ({
    source: description,
    collection: spec.name,
    ...(source.binding.manual === undefined ? reachInPlan(spec, reachOf(spec, collections, kinds)) : BY_HAND),
    ...('problem' in planned ? planned : costOf(spec, planned.cost)),
  }));
}

/** Nothing leads to it but a person. */
const BY_HAND = { reach: 'unreachable', reason: TASK_OPEN } as const;

function reachInPlan(spec: CollectionSpec, reach: Reach): Pick<PlannedSearch, 'reach' | 'reason'> {
  switch (reach.by) {
    case 'declaration':
      return { reach: 'none', reason: declaredEmpty(reach.why) };
    case 'search':
      return { reach: reach.searched.includes(spec.name) ? 'search' : 'owner' };
    case 'missing-kinds':
    case 'unusable-lookups':
    case 'nothing':
      return { reach: 'unreachable', reason: unreachedOutcome(reach).reason };
  }
}

function costOf({ name }: CollectionSpec, cost: PlannedCost | undefined): Pick<PlannedSearch, 'cost'> {
  const planned = cost?.collections.find(({ collection }) => collection === name);
  if (planned === undefined) return {};
  const { lookups, paths, calls, rowsToScan } = planned;
  return { cost: { lookups, paths, calls, ...(rowsToScan === undefined ? {} : { rowsToScan }) } };
}
