import { setImmediate } from 'node:timers/promises';
import type { KeyService } from '@habeas/vault';
import type { DurableStore, StoredWrap } from '../persistence/index.js';

/** Wraps in one transaction: short enough that whoever waits for the store does not notice. */
const AT_ONCE = 50;

/** What became of the wraps of a store. */
export interface WrapCounts {
  /** Under the newest key already, or as they should be. */
  readonly good: number;
  /** Put under the newest key. */
  readonly moved: number;
  /** Of weeks that are over: nothing opens them, as it should be. */
  readonly destroyed: number;
  /** That do not open, by the code of why. */
  readonly broken: Readonly<Record<string, number>>;
}

/** What is done with one wrap: gives the text to put in its place, or the same one. Rejects with a `VaultError`. */
type Handling = (wrap: StoredWrap) => Promise<string>;

/**
 * Puts every data key of a store under the newest key of its week. It may be killed at any moment and run again, while the service
 * works: each one is changed only where it still is what was read, and old keys go on opening until they are retired.
 */
export function rewrapAll(store: DurableStore, keys: KeyService): Promise<WrapCounts> {
  return handleAll(store, ({ owner, wrapped }) => keys.rewrap(owner, wrapped));
}

/** Opens every data key of a store, and changes none. */
export function openAll(store: DurableStore, keys: KeyService): Promise<WrapCounts> {
  return handleAll(store, async ({ owner, wrapped }) => {
    (await keys.openDataKey(owner, wrapped)).destroy();
    return wrapped;
  });
}

type Counts = { -readonly [Name in keyof WrapCounts]: WrapCounts[Name] } & { readonly broken: Record<string, number> };

async function handleAll(store: DurableStore, handle: Handling): Promise<WrapCounts> {
  const counts: Counts = { good: 0, moved: 0, destroyed: 0, broken: {} };
  for await (const page of store.wraps.pages()) {
    for (let at = 0; at < page.length; at += AT_ONCE) {
      const changes = await changesOf(page.slice(at, at + AT_ONCE), handle, counts);
      if (changes.length > 0) counts.moved += await store.wraps.replace(changes);
      await setImmediate();
    }
  }
  return counts;
}

interface Change {
  readonly wrap: StoredWrap;
  readonly by: string;
}

async function changesOf(wraps: readonly StoredWrap[], handle: Handling, counts: Counts): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const wrap of wraps) {
    const outcome = await handled(handle, wrap);
    if ('code' in outcome) countFault(counts, outcome.code);
    else if (outcome.text === wrap.wrapped) counts.good += 1;
    else changes.push({ wrap, by: outcome.text });
  }
  return changes;
}

async function handled(handle: Handling, wrap: StoredWrap): Promise<{ readonly text: string } | { readonly code: string }> {
  try {
    return { text: await handle(wrap) };
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    // What is wrong with one wrap is counted; what is wrong with the keyring ends the work.
    if (typeof code === 'string' && code.startsWith('key-')) return { code };
    throw error;
  }
}

function countFault(counts: Counts, code: string): void {
  if (code === 'key-destroyed') counts.destroyed += 1;
  else counts.broken[code] = (counts.broken[code] ?? 0) + 1;
}
