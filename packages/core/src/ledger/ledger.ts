import type { CollectionSpec, ConnectorError, Problem } from '@habeas/connector-sdk';
import type { LocatedSource } from '../discovery/locate.js';
import type { OpenSource } from '../discovery/source.js';
import type { LedgerEntry, SourceDescription } from '../findings/findings.js';
import { compareTexts } from '../matching/known-match.js';
import { outcomeOf, problemOf } from '../run/fault.js';
import { CollectionDraft, isConclusive, type StepResult } from './collection-draft.js';
import { reachOf, unusableKinds } from './reach.js';
import { beyondLimits, NO_WAY, unusableLookups } from './reasons.js';
import { settleByHand } from './settle-by-hand.js';
import { settleOutcome } from './settle-outcome.js';

/** What the entries depend on beside what happened in the collections. */
export interface LedgerView {
  /** The kinds by which sources were asked, and those of identifiers that a limit kept from being searched. */
  readonly kinds: ReadonlySet<string>;
  readonly leftOut: readonly string[];
  /** Included and queued matches per collection. */
  readonly count: (source: string, collection: string) => { readonly included: number; readonly queued: number };
  readonly now: Date;
}

/** The entry of a source that could not be opened. */
export type UnopenedEntry = LedgerEntry & { readonly problem: Problem };

interface SourceDraft {
  readonly source: OpenSource;
  readonly collections: ReadonlyMap<string, CollectionDraft>;
}

/**
 * What was searched, how, and with what outcome: exactly one entry per source and collection, and one named `*` for a source
 * whose collections are not known because it could not be opened.
 */
export class Ledger {
  readonly #sources = new Map<string, SourceDraft>();
  readonly #unopened: UnopenedEntry[] = [];

  opened(source: OpenSource): void {
    const collections = new Map([...source.collections].map(([name, spec]) => [name, new CollectionDraft(spec)]));
    this.#sources.set(source.id, { source, collections });
  }

  /** A source could not be opened after so many attempts. */
  unavailable(
    source: SourceDescription,
    error: ConnectorError,
    work: Pick<LedgerEntry, 'attempts' | 'startedAt' | 'finishedAt'>,
  ): void {
    const end = { outcome: outcomeOf(error.errorClass), problem: problemOf(error), blocking: true };
    this.#unopened.push({ ...blankEntry(source, '*'), ...end, ...work });
  }

  /** The sources that could not be opened. */
  get unopened(): readonly UnopenedEntry[] {
    return this.#unopened;
  }

  located(source: OpenSource, answer: LocatedSource): void {
    for (const result of answer.results) {
      const draft = this.draft(source.id, result.collection);
      draft.searched(result, result.lookups, result.dropped);
      draft.worked(answer.attempts, answer.startedAt, answer.finishedAt);
    }
  }

  /** The draft of a collection that its source declares. */
  draft(source: string, collection: string): CollectionDraft {
    const draft = this.#sources.get(source)?.collections.get(collection);
    if (draft === undefined) throw new Error('A collection that its source does not declare.');
    return draft;
  }

  /** Whether every source was opened, and every search that was asked of it came to its end. Without any source: no. */
  isSearched(view: LedgerView): boolean {
    const drafts = [...this.#sources.values()].flatMap(({ collections }) => [...collections.values()]);
    const asked = { ...view, leftOut: [] };
    const isDone = drafts.every((each) => searchesOf(each, asked).every(({ outcome }) => isConclusive(outcome)));
    return isDone && this.#unopened.length === 0 && this.#sources.size > 0;
  }

  /** Sorted by source and collection. */
  entries(view: LedgerView): readonly LedgerEntry[] {
    const opened = [...this.#sources.values()].flatMap((draft) => entriesOf(draft, view));
    return [...this.#unopened, ...opened].sort(
      (a, b) => compareTexts(a.source.id, b.source.id) || compareTexts(a.collection, b.collection),
    );
  }
}

function entriesOf(draft: SourceDraft, view: LedgerView): readonly LedgerEntry[] {
  const { source, collections } = draft;
  if (collections.size > 0) {
    const specs = new Map([...collections].map(([name, { searchedSpec }]) => [name, searchedSpec]));
    const searches = new Map([...collections.values()].map((each) => [each, searchesOf(each, view)]));
    const ofSource = { ...view, specs, searches };
    return [...searches].map(([each, own]) => entryOf(draft, each, own, ofSource));
  }
  const nothing = { outcome: 'unsupported', reason: NO_WAY, blocking: true } as const;
  return [{ ...blankEntry(source.description, '*'), ...nothing, startedAt: view.now, finishedAt: view.now }];
}

/** A view on one source: with what its collections declare, and turned out to be searchable by, and how their own searches ended. */
type SourceView = LedgerView & {
  readonly specs: ReadonlyMap<string, CollectionSpec>;
  readonly searches: ReadonlyMap<CollectionDraft, readonly StepResult[]>;
};

function entryOf({ source }: SourceDraft, draft: CollectionDraft, own: readonly StepResult[], view: SourceView): LedgerEntry {
  const { spec, read } = draft;
  const { records, files, foreign, notes } = read ?? NOTHING_READ;
  const { included, queued } = view.count(source.id, spec.name);
  const reach = reachOf(draft.searchedSpec, view.specs, view.kinds);
  const ways = new Set(reach.by === 'search' ? reach.searched : []);
  const through = [...view.searches].filter(([each]) => each !== draft && ways.has(each.spec.name));
  const searches = [...own, ...through.flatMap(([owner, results]) => results.map(asOwner(owner.spec)))];
  const hasRoots = [spec.name, ...spec.ownedBy].some((name) => view.count(source.id, name).included > 0);
  return {
    source: source.description,
    collection: spec.name,
    ...(spec.title === undefined ? {} : { title: spec.title }),
    lookups: draft.lookups,
    included,
    queued,
    dropped: draft.dropped + foreign,
    records,
    files,
    attempts: draft.attempts,
    notes,
    unclassified: spec.fields.filter(({ unclassified }) => unclassified === true).map(({ name }) => name),
    gaps: spec.gaps,
    ...settleByHand(source.binding, settleOutcome({ reach, searches, hasRoots, read, queued })),
    startedAt: draft.startedAt ?? view.now,
    finishedAt: draft.finishedAt ?? view.now,
  };
}

const NOTHING_READ = { records: 0, files: 0, foreign: 0, notes: [] };

/** How its own searches ended, with what could not be asked of it. */
function searchesOf({ searchedSpec, searches }: CollectionDraft, { kinds, leftOut }: LedgerView): readonly StepResult[] {
  const unusable = unusableKinds(searchedSpec, kinds);
  const missed = leftOut.filter((kind) => reachOf(searchedSpec, new Map(), new Set([kind])).by === 'search').length;
  return [
    ...searches,
    ...(unusable.length === 0 ? [] : [{ outcome: 'unsupported' as const, reason: unusableLookups(unusable) }]),
    ...(missed === 0 ? [] : [{ outcome: 'partial' as const, reason: beyondLimits(missed) }]),
  ];
}

/** A search of an owner, as it counts for what it owns. */
function asOwner({ name }: CollectionSpec): (result: StepResult) => StepResult {
  const through = (message: string): string => `It is reached through ${name}: ${message}`;
  return ({ outcome, problem, reason }) => ({
    outcome,
    ...(problem === undefined ? {} : { problem: { ...problem, message: through(problem.message) } }),
    ...(reason === undefined ? {} : { reason: { ...reason, message: through(reason.message) } }),
  });
}

function blankEntry(
  source: SourceDescription,
  collection: string,
): Omit<LedgerEntry, 'outcome' | 'blocking' | 'startedAt' | 'finishedAt'> {
  return {
    source,
    collection,
    lookups: [],
    included: 0,
    queued: 0,
    dropped: 0,
    records: 0,
    files: 0,
    attempts: 0,
    notes: [],
    unclassified: [],
    gaps: [],
  };
}
