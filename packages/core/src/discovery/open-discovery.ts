import { InvalidInputError } from '@habeas/connector-sdk';
import { Ledger } from '../ledger/ledger.js';
import { compareTexts } from '../matching/known-match.js';
import { NO_REVIEWS, type Reviews } from '../matching/reviews.js';
import { type Clock, systemClock } from '../ports/clock.js';
import { type Random, systemRandom } from '../ports/random.js';
import { Gate } from '../run/gate.js';
import { mayBeSearched, type Subject } from '../subject/subject.js';
import { type Discovery, discoveryOf } from './discovery.js';
import { expand } from './expand.js';
import { DEFAULT_LIMITS, type DiscoveryLimits } from './limits.js';
import { closeQuietly, openSource } from './open-sources.js';
import { type PlannedSearch, planSource, type SearchPlan } from './plan.js';
import type { ProgressListener } from './progress.js';
import type { RunContext } from './run-context.js';
import type { OpenSource, SourceBinding } from './source.js';

/** What a discovery needs. */
export interface DiscoveryOptions {
  readonly sources: readonly SourceBinding[];
  readonly subject: Subject;
  readonly limits?: Partial<DiscoveryLimits>;
  /** What humans have said about matches of earlier searches: those are decided, and what they teach is followed. */
  readonly reviews?: Reviews;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Ends the discovery within a second when it aborts; the account says so. */
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/** A discovery that is about to begin. */
export interface DiscoveryRun {
  /** What would be searched, and what cannot be. Fetches nobody's data. */
  plan(): Promise<SearchPlan>;
  /** Searches all sources; can be called once. A fault of a source is in the ledger; it never hides what the others found. */
  discover(): Promise<Discovery>;
  /** Stops whatever is being done and closes the sessions. Safe to call twice. */
  close(): Promise<void>;
}

/** How long sessions may take to close before nobody waits for them any more. */
const CLOSING_MS = 900;
const CLOSED = 'closed';

/**
 * Prepares a search for one person in many sources. They are opened by the first call of `plan` or `discover`. Throws
 * `InvalidInputError` when two sources have one id.
 */
export function openDiscovery(options: DiscoveryOptions): DiscoveryRun {
  refuseDuplicates(options.sources);
  return new OnePersonsDiscovery(options);
}

class OnePersonsDiscovery implements DiscoveryRun {
  readonly #subject: Subject;
  readonly #bindings: readonly SourceBinding[];
  readonly #stop = new AbortController();
  readonly #context: RunContext;
  readonly #ledger = new Ledger();
  readonly #gate: Gate;
  #isSearched = false;
  #opening: Promise<readonly OpenSource[]> | undefined;
  #closing: Promise<void> | undefined;

  constructor({ sources, subject, signal, clock, random, limits, reviews, onProgress }: DiscoveryOptions) {
    this.#subject = subject;
    this.#bindings = sources;
    this.#context = {
      clock: clock ?? systemClock,
      random: random ?? systemRandom,
      signal: signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]),
      limits: { ...DEFAULT_LIMITS, ...limits },
      reviews: reviews ?? NO_REVIEWS,
      report: onProgress ?? (() => undefined),
    };
    this.#gate = new Gate(this.#context.limits.concurrency);
  }

  async plan(): Promise<SearchPlan> {
    const sources = await this.#open();
    const given = this.#subject.identifiers.filter(mayBeSearched).map(({ identifier }) => identifier);
    const planned = await Promise.all(sources.map((source) => this.#gate.run(() => planSource(source, given, this.#context))));
    const unopened = this.#ledger.unopened.map(({ source, collection, problem }) => ({
      source,
      collection,
      reach: 'unreachable' as const,
      problem,
    }));
    return { collections: [...planned.flat(), ...unopened].sort(bySourceAndCollection) };
  }

  async discover(): Promise<Discovery> {
    if (this.#isSearched) throw new Error('A discovery is made once.');
    this.#isSearched = true;
    const startedAt = this.#context.clock.now();
    const search = {
      subject: this.#subject,
      sources: await this.#open(),
      ledger: this.#ledger,
      gate: this.#gate,
      context: this.#context,
    };
    const expansion = await expand(search);
    const stop = (): void => {
      this.#stop.abort();
    };
    return discoveryOf({ ...search, ...expansion, startedAt, stop, close: () => this.#close() });
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#close();
  }

  #open(): Promise<readonly OpenSource[]> {
    const parts = { context: this.#context, gate: this.#gate, ledger: this.#ledger };
    this.#opening ??= Promise.all(this.#bindings.map((binding) => openSource(binding, parts))).then((opened) =>
      opened.filter((source) => source !== undefined),
    );
    return this.#opening;
  }

  #close(): Promise<void> {
    this.#closing ??= this.#closeSessions();
    return this.#closing;
  }

  async #closeSessions(): Promise<void> {
    const sources = (await this.#opening) ?? [];
    const patience = new AbortController();
    const closed = Promise.all(sources.map(({ session }) => closeQuietly(session)));
    await Promise.race([closed, this.#context.clock.sleep(CLOSING_MS, patience.signal)]);
    patience.abort(CLOSED); // without a reason, it would make an error that nobody sees
  }
}

function refuseDuplicates(sources: readonly SourceBinding[]): void {
  const ids = sources.map(({ description }) => description.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  if (twice.length === 0) return;
  throw new InvalidInputError(
    twice.map((id) => ({ file: 'sources', path: id, what: 'two sources have this id', remedy: 'rename one' })),
  );
}

function bySourceAndCollection(a: PlannedSearch, b: PlannedSearch): number {
  return compareTexts(a.source.id, b.source.id) || compareTexts(a.collection, b.collection);
}
