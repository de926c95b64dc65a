import assert from 'node:assert/strict';
import { ANN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import { expectDiscretion, expectFault } from '../expect.js';
import { namesOf, readAll, rootsOf, search } from '../observe.js';
import { unlikeCollections } from '../shapes.js';
import { allSought } from '../subjects.js';

/** F5 */
export async function othersAreDelivered(bench: Bench): Promise<void> {
  // Two of those that are alike: one that is closed closes none that is like it
  const looked = unlikeCollections(bench.manifest, 2);
  for (const closed of unlikeCollections(bench.manifest)) {
    bench.vendor.quirks.denied = new Set();
    const session = await bench.open({ source: `closed-${closed}` });
    const roots = await rootsOf(bench, session, ANN);
    bench.vendor.quirks.denied = new Set([closed]);
    const { located, matches } = await search(bench, session, allSought(bench, ANN));
    for (const { collection, outcome, problem } of located) {
      if (collection === closed) {
        assert.equal(outcome, 'denied', `the search of ${closed}, which is closed, is ${outcome}`);
        assert.ok(problem !== undefined);
        expectDiscretion(bench, problem);
      } else if (!isOwnerOf(bench, closed, collection)) {
        const due = isOwnerOf(bench, collection, closed) ? ['complete', 'partial'] : ['complete'];
        assert.ok(due.includes(outcome), `the search of ${collection} is ${outcome}, where ${closed} is closed`);
      }
    }
    const unreached = Object.keys(bench.manifest.collections).filter(
      (name) => name === closed || isOnlyLedUpToBy(bench, name, closed),
    );
    const open = namesOf(roots).filter((name) => !unreached.some((each) => name.startsWith(`${each} `)));
    assert.deepEqual(
      open.filter((name) => !namesOf(matches).includes(name)),
      [],
      `people are not found, where ${closed} is closed`,
    );
    for (const { name, ownedBy } of session.collections.filter((each) => looked.includes(each.name))) {
      const read = (): Promise<unknown> => readAll(bench, session, { collection: name, roots, want: 'records' });
      if (name === closed) await expectFault(bench, ['permission'], read);
      else if (!ownedBy.includes(closed)) await read();
    }
  }
}

/** Whether a hit in a collection leads up to another, or its records are looked at for what else identifies their owner. */
function isOwnerOf({ manifest }: Bench, owner: string, owned: string): boolean {
  return Object.hasOwn(manifest.collections[owned]?.of ?? {}, owner);
}

/** Whether an owner is never searched itself, and found by the hits of this collection. */
function isOnlyLedUpToBy(bench: Bench, owner: string, owned: string): boolean {
  return bench.manifest.collections[owner]?.find.length === 0 && isOwnerOf(bench, owner, owned);
}
