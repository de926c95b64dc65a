import {
  type CollectionSpec,
  ConnectorError,
  type Located,
  type Lookup,
  type Match,
  type Outcome,
  type Problem,
  recordId,
} from '@habeas/connector-sdk';
import { recheckEvidence } from '../matching/checked-evidence.js';
import { type KnownMatch, knownMatch, mergeMatches } from '../matching/known-match.js';
import { abortable } from '../run/abortable.js';
import type { StepResult } from '../ledger/collection-draft.js';
import { failedStep, toConnectorError } from '../run/fault.js';
import { withRetries } from '../run/retries.js';
import { retriesOf, type RunContext } from './run-context.js';
import { holdsPersons, type OpenSource, type RoundQuery } from './source.js';

/** How one round's search of one collection ended, on our own check. */
export interface SearchResult {
  readonly collection: string;
  readonly outcome: Outcome;
  readonly lookups: readonly Lookup[];
  readonly dropped: number;
  readonly problem?: Problem;
}

/** What one source answered in one round. */
export interface LocatedSource {
  readonly matches: readonly KnownMatch[];
  /** One for each collection that can be searched by what was asked, and for each that the source reported. */
  readonly results: readonly SearchResult[];
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/**
 * Asks one source for the round's identifiers. Never throws for a fault of the source: what was not searched to the end is in
 * the results, and what was found before a fault is kept. Hits that do not hold on our own check are dropped and counted.
 */
export async function locate(source: OpenSource, query: RoundQuery, context: RunContext): Promise<LocatedSource> {
  const answer = new Answer(source, query);
  const retries = retriesOf(context, source.id);
  const startedAt = context.clock.now();
  const fault = await withRetries(retries, () => answer.listen(context)).then(
    () => undefined,
    (error: unknown) => toConnectorError(error, context.signal),
  );
  const matches = answer.matches();
  const results = answer.results(fault);
  return { matches, results, attempts: retries.attempts, startedAt, finishedAt: context.clock.now() };
}

/** Collects what a source says, over all tries: the same record or report may come again. */
class Answer {
  readonly #matches = new Map<string, KnownMatch>();
  readonly #dropped = new Map<string, Set<string>>();
  readonly #located = new Map<string, Located>();
  #tooMany: StepResult | undefined;

  constructor(
    private readonly source: OpenSource,
    private readonly query: RoundQuery,
  ) {}

  async listen({ signal, limits }: RunContext): Promise<void> {
    let hits = 0;
    const located = this.source.session.locate({ identifiers: this.query.identifiers });
    for await (const item of abortable(located, signal)) {
      const spec = this.#declared(item.collection);
      if (item.type === 'located') this.#located.set(item.collection, item);
      else if (hits < limits.hitsPerSource) {
        hits += 1;
        this.#take(item, holdsPersons(spec));
      } else {
        this.#tooMany = tooManyHits(limits.hitsPerSource);
        return;
      }
    }
  }

  matches(): readonly KnownMatch[] {
    return [...this.#matches.values()];
  }

  /** The reports that came, corrected by our own check, and one for each collection that owes a report. */
  results(fault: ConnectorError | undefined): readonly SearchResult[] {
    const owing = this.source.searchableBy(this.query.identifiers).filter(({ name }) => !this.#located.has(name));
    const unreported = fault === undefined ? (this.#tooMany ?? NOT_REPORTED) : failedStep(fault);
    return [
      ...[...this.#located.values()].map((located) => this.#corrected(located)),
      ...owing.map(({ name }) => ({ collection: name, lookups: [], dropped: this.#droppedIn(name), ...unreported })),
    ];
  }

  #take(match: Match, isPersonRecord: boolean): void {
    const id = [this.source.id, match.collection, recordId(match.key)].join('\u0000');
    const known = this.#check(match, { id, isPersonRecord });
    if (known === undefined) {
      this.#dropped.set(match.collection, (this.#dropped.get(match.collection) ?? new Set()).add(id));
      return;
    }
    const earlier = this.#matches.get(id);
    this.#matches.set(id, earlier === undefined ? known : mergeMatches(earlier, known));
  }

  #check(match: Match, known: Pick<KnownMatch, 'id' | 'isPersonRecord'>): KnownMatch | undefined {
    const { asked, round } = this.query;
    const { id: source, phoneRegion } = this.source;
    const evidence = match.evidence.flatMap((each) => {
      const place = match.standing === 'third-party' ? 'third-party' : this.source.placeOf(each.field);
      return recheckEvidence(each, { asked, phoneRegion, place }) ?? [];
    });
    if (evidence.length === 0) return undefined;
    const { collection, key } = match;
    const found = match.standing === 'third-party' ? [] : this.source.ownIdentifiers(match.identifiers);
    return knownMatch({ ...known, source, collection, recordId: recordId(key), key, round, evidence, found });
  }

  #corrected({ collection, outcome, lookups, dropped, problem }: Located): SearchResult {
    const base = { collection, lookups, dropped: dropped + this.#droppedIn(collection) };
    const nothingHeld = this.#droppedIn(collection) > 0 && !this.matches().some((match) => match.collection === collection);
    if (nothingHeld) return { ...base, ...NOTHING_HELD };
    return { ...base, outcome, ...(problem === undefined ? {} : { problem }) };
  }

  #droppedIn(collection: string): number {
    return [...(this.#dropped.get(collection) ?? [])].filter((id) => !this.#matches.has(id)).length;
  }

  #declared(collection: string): CollectionSpec {
    const spec = this.source.collections.get(collection);
    if (spec?.personal === 'subject') return spec;
    throw new ConnectorError('contract', 'The source answered for a collection that it does not declare as personal.', {
      remedy: 'Report this to the author of the connector.',
    });
  }
}

const NOT_REPORTED = {
  outcome: 'failed',
  problem: { errorClass: 'contract', message: 'The source did not say how its search of this collection ended.' },
} as const;

const NOTHING_HELD = {
  outcome: 'failed',
  problem: {
    errorClass: 'contract',
    message: 'Not one hit held on re-check: the source does not filter as it was asked to.',
    remedy: 'Check which field the data map declares as identifier, and the version of the source.',
  },
} as const;

function tooManyHits(limit: number): StepResult {
  const message = `The source returned more than ${String(limit)} hits in one round; the search of it was stopped there.`;
  const remedy = 'Map the collection as owned by the person it belongs to, or raise the limit of hits per source.';
  return { outcome: 'partial', problem: { errorClass: 'quota', message, remedy } };
}
