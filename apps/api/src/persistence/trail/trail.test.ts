import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TrailVerdict, verifyTrail } from '@habeas/core';
import { sampleEntry, StandingClock } from '@habeas/core/testing';
import type { Engine } from '../engine.js';
import { migrate } from '../migrate.js';
import { openEngine } from '../open-store.js';
import { SqlStore } from '../sql-store.js';
import { sequenceTrail } from './sequence-trail.js';
import { TRAIL_HASHING } from '@habeas/vault';

describe('the trail', () => {
  const clock = new StandingClock();
  let engine: Engine;
  let store: SqlStore;

  beforeEach(async () => {
    engine = await openEngine({ url: 'sqlite::memory:' });
    await migrate(engine);
    store = new SqlStore(engine, clock);
  });
  afterEach(async () => {
    await store.close();
  });

  const add = (...ids: readonly string[]): Promise<void> =>
    store.transact(async ({ audit }) => {
      for (const id of ids) await audit.add(sampleEntry({ id, details: { kinds: ['é', '\u{1f600}'], count: 1e21 } }));
    });
  const lines = async (): Promise<string[]> => {
    const all: string[] = [];
    for await (const line of store.trail.export()) all.push(line);
    return all;
  };
  const verified = async (): Promise<TrailVerdict> =>
    verifyTrail(store.trail.export(), TRAIL_HASHING, { through: await store.trail.head() });
  const change = (sql: string): Promise<unknown> => engine.dataSource.query(sql);

  it('holds while it is empty', async () => {
    expect(await verified()).toMatchObject({ holds: true, entries: 0 });
  });

  it('gives entries their places in the order they were added, batch by batch', async () => {
    await add('a', 'b', 'c');
    expect([await store.trail.sequence(2), await store.trail.sequence(2), await store.trail.sequence(2)]).toEqual([2, 1, 0]);
    const { items } = await store.transact(({ audit }) => audit.page('acme', {}, { first: 10 }));
    expect(items.map(({ item }) => [item.id, item.sequence])).toEqual([
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ]);
    expect(items[0]?.item.previous).toBe(items[1]?.item.hash);
    expect(await verified()).toMatchObject({ holds: true, entries: 3 });
  });

  it('does not contain what waits, and says how long it has been waiting', async () => {
    await add('a');
    await store.trail.sequence();
    expect(await store.trail.waiting()).toEqual({ count: 0, forMs: 0 });
    await add('b');
    clock.pass(1_500);
    await add('c');
    expect(await store.trail.waiting()).toEqual({ count: 2, forMs: 1_500 });
    expect((await lines()).length).toBe(1);
  });

  it('is exported whole, however long it is, and from any place on', async () => {
    await add(...Array.from({ length: 1_001 }, (_, index) => `entry ${index}`));
    while ((await store.trail.sequence()) > 0);
    expect((await lines()).length).toBe(1_001);
    expect(await verified()).toMatchObject({ holds: true, entries: 1_001 });
    const [first] = await lines();
    const { hash } = JSON.parse(first!) as { readonly hash: string };
    const after = { sequence: 1, hash };
    expect(await verifyTrail(store.trail.export(after), TRAIL_HASHING, { after })).toMatchObject({ holds: true, entries: 1_000 });
  });

  it('refuses to change an entry, to give it another place, and to remove it', async () => {
    await add('a', 'b');
    await expect(change("UPDATE audit_entry SET action = 'x', sequence = 1 WHERE id = 'a'")).rejects.toThrow(
      'Entries of the trail stand.',
    );
    await expect(change("UPDATE audit_entry SET hash = 'x' WHERE id = 'a'")).rejects.toThrow('Entries of the trail stand.');
    await store.trail.sequence();
    await expect(change("UPDATE audit_entry SET sequence = 9 WHERE id = 'a'")).rejects.toThrow('Entries of the trail stand.');
    await expect(change("DELETE FROM audit_entry WHERE id = 'a'")).rejects.toThrow('Entries of the trail stand.');
    expect(await verified()).toMatchObject({ holds: true, entries: 2 });
  });

  it('shows what somebody changed, removed or added who took the guards away', async () => {
    await add('a', 'b', 'c');
    await store.trail.sequence();
    await change('DROP TRIGGER audit_entry_stands');
    await change('DROP TRIGGER audit_entry_stays');
    await change("UPDATE audit_entry SET actor_id = 'somebody else' WHERE id = 'b'");
    expect(await verified()).toEqual({ holds: false, fault: 'changed', line: 2 });
    await change("DELETE FROM audit_entry WHERE id = 'b'");
    expect(await verified()).toEqual({ holds: false, fault: 'out-of-order', line: 2 });
    await change("DELETE FROM audit_entry WHERE id = 'c'");
    expect(await verified()).toEqual({ holds: false, fault: 'cut-off', line: 2 });
  });

  it('refuses an entry that has no canonical form, and its transaction with it', async () => {
    const bad = store.transact(({ audit }) => audit.add(sampleEntry({ details: { text: '\ud800' } })));
    await expect(bad).rejects.toThrow();
    expect(await store.trail.waiting()).toEqual({ count: 0, forMs: 0 });
  });

  it('is sequenced in the background until that is stopped, whatever fails meanwhile', async () => {
    const stop = new AbortController();
    const faults: unknown[] = [];
    let looks = 0;
    const trail = {
      sequence: async (): Promise<number> => {
        looks += 1;
        if (looks === 1) throw new Error('gone');
        return store.trail.sequence(2);
      },
    };
    await add('a', 'b', 'c');
    const running = sequenceTrail({ trail, everyMs: 1, onFault: (error) => faults.push(error), signal: stop.signal });
    while ((await store.trail.waiting()).count > 0) await pause(1);
    stop.abort();
    await running;
    expect(faults).toEqual([new Error('gone')]);
    expect(await verified()).toMatchObject({ holds: true, entries: 3 });
  });
});
