import { accountOf, matchesOf, type SearchedCase } from '../discovery/account.js';
import type { OpenSource } from '../discovery/source.js';
import type { Account } from '../findings/findings.js';
import { compareTexts } from '../matching/known-match.js';
import { CollectionReader } from './collection-reader.js';
import type { EarlierProgress, ResumableCollection, ResumableFindings } from './reading-progress.js';
import { ReadingWindow } from './reading-window.js';
import type { Root } from './root-set.js';

/** What may wait of collections that were read and are small, in characters. */
const WEIGHT_WAITING = 4 * 1024 * 1024;

/**
 * Reads everything that belongs to the included matches: collections in a fixed order, several at once ahead of it. When the
 * stream ends, for whatever reason, every reader is stopped, its result is in the ledger, and the sessions are closed.
 */
export function readFindings(searched: SearchedCase, earlier: EarlierProgress): ResumableFindings {
  let account: Account | undefined;
  let isConsumed = false;
  return {
    collections: () => {
      if (isConsumed) throw new Error('Findings can be consumed once.');
      isConsumed = true;
      const readers = readersOf(searched, earlier);
      return consumeInOrder(readers, searched, () => {
        account = accountOf(searched);
      });
    },
    matches: () => matchesOf(searched),
    account: () => {
      if (account === undefined) throw new Error('The account is final once all collections are consumed.');
      return account;
    },
  };
}

async function* consumeInOrder(
  readers: readonly CollectionReader[],
  searched: SearchedCase,
  onEnd: () => void,
): AsyncGenerator<ResumableCollection, void, undefined> {
  const unfinished = new Set(readers);
  const window = windowOver(readers, searched);
  try {
    window.advance();
    for (const reader of readers) {
      if (searched.context.signal.aborted) break;
      yield reader;
      reader.finish();
      unfinished.delete(reader);
      window.release(reader);
    }
  } finally {
    for (const reader of unfinished) reader.finish();
    if (unfinished.size > 0) searched.stop();
    await searched.close();
    onEnd();
  }
}

/** One reader for each collection that an included match leads to, by source and collection. */
function readersOf(searched: SearchedCase, earlier: EarlierProgress): readonly CollectionReader[] {
  const { sources, ledger, context } = searched;
  return [...sources]
    .sort((a, b) => compareTexts(a.id, b.id))
    .flatMap((source) => {
      const included = rootsIn(source, searched);
      const specs = [...source.collections.values()].sort((a, b) => compareTexts(a.name, b.name));
      return specs.flatMap(({ name, ownedBy, personal }) => {
        const roots = included.filter(({ collection }) => collection === name || ownedBy.includes(collection));
        if (roots.length === 0 || personal === 'none') return [];
        const draft = ledger.draft(source.id, name);
        return [new CollectionReader({ source, draft, roots, context, earlier: earlier(source.id, name) })];
      });
    });
}

function rootsIn({ id }: OpenSource, { settlement }: SearchedCase): readonly Root[] {
  return settlement.verdicts
    .filter(({ match, decision }) => match.source === id && decision.decision === 'included')
    .map(({ match: { collection, key } }) => ({ collection, key }));
}

function windowOver(readers: readonly CollectionReader[], { sources, context }: SearchedCase): ReadingWindow {
  const { concurrency, collectionsPerSource } = context.limits;
  const atOnce = new Map(sources.map(({ id, binding }) => [id, binding.collectionsAtOnce]));
  return new ReadingWindow(readers, {
    total: concurrency,
    weight: WEIGHT_WAITING,
    ofSource: (source) => Math.max(1, Math.min(collectionsPerSource, atOnce.get(source) ?? collectionsPerSource)),
  });
}
