import assert from 'node:assert/strict';
import type { LimitEntry } from '../../limits/limit-entry.js';
import { checksOf } from './store-check.js';

const AT = new Date('2026-03-01T09:00:00.123Z');

function sampleEntry(changes: Partial<LimitEntry> = {}): LimitEntry {
  return { entry: 'e'.repeat(43), times: [AT], expiresAt: AT, ...changes };
}

/** What the rows of limits promise. */
export const limitChecks = checksOf({
  'what is limited comes back as it was stored, once for each entry': async (store) => {
    const later = sampleEntry({ times: [AT, new Date(AT.getTime() + 1)], expiresAt: new Date(AT.getTime() + 2) });
    assert.equal(await store.transact(({ limits }) => limits.lock(later.entry)), undefined);
    await store.transact(({ limits }) => limits.put(sampleEntry()));
    await store.transact(({ limits }) => limits.put(later));
    assert.deepEqual(await store.transact(({ limits }) => limits.lock(later.entry)), later);
    assert.equal(await store.transact(({ limits }) => limits.lock('another')), undefined);
  },
  'what counts no more is removed': async (store) => {
    const other = sampleEntry({ entry: 'other', expiresAt: new Date(AT.getTime() + 1) });
    await store.transact(async ({ limits }) => {
      for (const each of [sampleEntry(), other]) await limits.put(each);
    });
    await store.transact(({ limits }) => limits.removeExpired(other.expiresAt));
    assert.equal(await store.transact(({ limits }) => limits.lock(sampleEntry().entry)), undefined);
    assert.deepEqual(await store.transact(({ limits }) => limits.lock('other')), other);
  },
});
