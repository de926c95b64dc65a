import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleEntry, StandingClock } from '@habeas/core/testing';
import { type Checkpoint, NoteSignerKey, openCheckpoint } from '@habeas/vault';
import Database from 'better-sqlite3';
import { checkpointTrail } from '../../composition/checkpoint-trail.js';
import { directoryPlace } from '../../composition/checkpoint-places.js';
import { type DurableStore, openStore } from '../open-store.js';
import { verifyStore } from '../verify-store.js';
import { RENEWAL } from './checkpoints.js';

const KEY = NoteSignerKey.generate('example.test/trail');
const PACE = { entries: 10, everyMs: 300_000 };

describe('checkpoints of the trail', () => {
  const clock = new StandingClock();
  let folder: string;
  let url: string;
  let store: DurableStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-checkpoints-'));
    url = `sqlite:${join(folder, 'store.sqlite')}`;
    store = await openStore({ url, clock });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  let count = 0;
  const add = async (entries: number): Promise<void> => {
    await store.transact(async ({ audit }) => {
      for (let each = 0; each < entries; each += 1) await audit.add(sampleEntry({ id: `entry-${String((count += 1))}` }));
    });
    while ((await store.trail.sequence()) > 0);
  };
  const signed = async (after = 0): Promise<readonly (Checkpoint | undefined)[]> => {
    const all: (Checkpoint | undefined)[] = [];
    for await (const { note } of store.checkpoints.after(after)) all.push(openCheckpoint(note, KEY.verifier));
    return all;
  };
  const verified = (notes: readonly string[] = []): ReturnType<typeof verifyStore> =>
    verifyStore(url, undefined, { keys: [KEY.verifier], notes });
  /** What somebody does who has the database and nothing else: takes the guards away and mends the chain. */
  const tamper = (...sql: readonly string[]): void => {
    const database = new Database(join(folder, 'store.sqlite'));
    for (const each of ['DROP TRIGGER audit_entry_stands', 'DROP TRIGGER audit_entry_stays', ...sql]) database.exec(each);
    database.close();
  };
  const tamperRows = (sql: string): void => {
    const database = new Database(join(folder, 'store.sqlite'));
    database.exec(sql);
    database.close();
  };
  const cutTail = (sequence: number): void => {
    const head = `UPDATE trail_head SET sequence = ${String(sequence)}, hash = (SELECT hash FROM audit_entry WHERE sequence = ${String(sequence)})`;
    tamper(`DELETE FROM audit_entry WHERE sequence > ${String(sequence)}`, head);
  };

  it('are made after so many entries, or after so long with any, and not without', async () => {
    expect(await store.checkpoints.make(KEY, PACE)).toBeUndefined();
    await add(9);
    expect(await store.checkpoints.make(KEY, PACE)).toBeUndefined();
    await add(1);
    expect(await store.checkpoints.make(KEY, PACE)).toBe(10);
    clock.pass(PACE.everyMs);
    expect(await store.checkpoints.make(KEY, PACE)).toBeUndefined();
    await add(1);
    expect(await store.checkpoints.make(KEY, PACE)).toBe(11);
    expect((await signed()).map((checkpoint) => checkpoint?.size)).toEqual([10, 11]);
    expect((await signed(10)).length).toBe(1);
    expect(await verified()).toMatchObject({ isGood: true, checkpoints: { holds: true, checked: 2, unsigned: 0, broken: [] } });
  });

  it('are made once where several processes make them', async () => {
    await add(600);
    const second = await openStore({ url, clock });
    const made = await Promise.all([store, second, store].map(({ checkpoints }) => checkpoints.make(KEY, PACE)));
    expect(made.filter((size) => size !== undefined)).toEqual([600]);
    await second.close();
    expect(await verified()).toMatchObject({ isGood: true, checkpoints: { checked: 1 } });
  });

  it('are not made with another key, unless the trail says that it took the place', async () => {
    await add(10);
    await store.checkpoints.make(KEY, PACE);
    await add(10);
    const other = NoteSignerKey.generate('example.test/trail');
    await expect(store.checkpoints.make(other, PACE)).rejects.toThrow('the same key');
    const renewal = { controller: '*', action: RENEWAL, object: { type: 'key', id: other.verifier.id } };
    await store.transact(({ audit }) => audit.add(sampleEntry({ id: 'renewal', ...renewal })));
    expect(await store.checkpoints.make(other, PACE)).toBe(20);
    expect(await verified()).toMatchObject({ isGood: false, checkpoints: { checked: 1, unsigned: 1 } });
    const keys = [KEY.verifier, other.verifier];
    expect(await verifyStore(url, undefined, { keys })).toMatchObject({ isGood: true, checkpoints: { checked: 2, unsigned: 0 } });
  });

  it('show that the tail was cut off after one, though the chain holds', async () => {
    await add(12);
    await store.checkpoints.make(KEY, PACE);
    cutTail(8);
    expect(await verified()).toMatchObject({
      isGood: false,
      trail: { holds: true, entries: 8 },
      checkpoints: { broken: [{ size: 12, fault: 'cut-off' }] },
    });
    await expect(store.checkpoints.make(KEY, { entries: 1, everyMs: 0 })).resolves.toBeUndefined();
  });

  it('show it from outside, where those in the store were removed with the tail', async () => {
    await add(12);
    await store.checkpoints.make(KEY, PACE);
    const { note } = (await store.checkpoints.latest())!;
    cutTail(8);
    tamperRows('DELETE FROM trail_checkpoint');
    expect(await verified()).toMatchObject({ isGood: true });
    expect(await verified([note])).toMatchObject({ isGood: false, checkpoints: { broken: [{ size: 12, fault: 'cut-off' }] } });
    await add(4);
    expect(await verified([note])).toMatchObject({ isGood: false, checkpoints: { broken: [{ size: 12, fault: 'rewritten' }] } });
  });
  it('reach every place outside, one that was away later; none is replaced there', async () => {
    const [near, far] = [join(folder, 'near'), join(folder, 'far')];
    await mkdir(near);
    const settings = { origin: 'example.test/trail', entries: 10, everySeconds: 300 };
    const desk = { checkpoints: store.checkpoints, signer: KEY, settings };
    const places = [directoryPlace(far), directoryPlace(near)];
    await add(10);
    await expect(checkpointTrail(desk, places)).rejects.toMatchObject({ code: 'ENOENT' });
    await add(10);
    await mkdir(far);
    await checkpointTrail(desk, places);
    await checkpointTrail(desk, places);
    const names = await readdir(near);
    expect(names.sort()).toEqual([
      expect.stringMatching(/^000000000010-[0-9a-f]{8}-[0-9a-f]{8}\.checkpoint$/u),
      expect.stringMatching(/^000000000020-/u),
    ]);
    expect((await readdir(far)).sort()).toEqual(names);
    const notes = await Promise.all(names.map((name) => readFile(join(far, name), 'utf8')));
    expect(await verified(notes)).toMatchObject({ isGood: true, checkpoints: { checked: 4 } });
    await writeFile(join(near, names[0]!), 'something else');
    await expect(directoryPlace(near).put(names[0]!, notes[0]!)).rejects.toMatchObject({ code: 'blob-conflict' });
    expect(await readFile(join(near, names[0]!), 'utf8')).toBe('something else');
  });
});
