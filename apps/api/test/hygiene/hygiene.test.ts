import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operate } from '../../src/operator/operate.js';
import { openAll } from '../../src/operator/rewrap.js';
import { openStore } from '../../src/persistence/index.js';
import { type HygieneHouse, hygieneHouse } from './hygiene-house.js';
import { BY_HTTP, placesOfMutations, waysIn, WITHOUT_CANARY } from './intakes.js';
import { everyRow, leftOf } from './remains.js';

let kept: HygieneHouse;
const path = (...names: readonly string[]): string => join(kept.house.folder, ...names);
beforeAll(async () => {
  kept = await hygieneHouse((folder) => ({ sqlite: join(folder, 'data', 'habeas.db') }));
}, 480_000);
afterAll(() => kept.stop());

const rowsNow = () => everyRow({ sqlite: path('data', 'habeas.db') });

async function backup(name: string): Promise<string> {
  expect(await operate(['backup', '--config', kept.house.configFile, '--out', path(name)], () => undefined)).toBe(0);
  return path(name);
}

describe('what Habeas keeps of the people who ask, and what of it stays (LOG-02)', () => {
  it('has been given something in each place where people write, and what looks for it finds it where it is', async () => {
    expect([...kept.ids.values()].every((id) => id.startsWith('req_'))).toBe(true);
    expect(new Set(kept.canaries.words).size).toBeGreaterThan(150);
    expect((await kept.clear(new Map(), [path('world')])).length).toBeGreaterThan(0);
  });

  it('is each text and each day that a mutation takes; of any other it is said why nothing is looked for', () => {
    const places = placesOfMutations(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const explained = Object.keys(WITHOUT_CANARY);
    expect(places.filter((place) => !kept.canaries.places.has(place) && !explained.includes(place))).toEqual([]);
    expect(explained.filter((place) => !places.includes(place) || kept.canaries.places.has(place))).toEqual([]);
  });

  it('is whatever comes in by HTTP beside them: forms, papers and copies of documents', () => {
    expect([...new Set(waysIn())].sort()).toEqual(Object.keys(BY_HTTP).sort());
    const given = Object.values(BY_HTTP).flatMap((places) => (typeof places === 'string' ? [] : places));
    expect(given.filter((place) => !kept.canaries.places.has(place))).toEqual([]);
  });

  it('is told to nobody by e-mail: messages say that there is something to read, and nothing of it (SPC-03, DEL-01)', async () => {
    const mails = await kept.mails();
    expect(mails.length).toBeGreaterThan(kept.ids.size);
    const texts = mails.map(({ subject, text }) => `${subject}\n${text}`);
    expect(kept.canaries.words.filter((word) => texts.some((text) => text.includes(word)))).toEqual([]);
  });

  it('lies nowhere in clear while requests live: not in the store or its log, blobs, quarantine, what is logged or counted', async () => {
    expect(await kept.clear(await rowsNow(), [path('data')])).toEqual([]);
  }, 60_000);

  it('is destroyed in every state that a request can end in, when its time is over', async () => {
    await backup('before.db');
    cpSync(path('data', 'blobs'), path('before-blobs'), { recursive: true });
    const rows = await kept.destroyed();
    const left = [...kept.ids].map(([name, id]) => [name, leftOf(id, { rows, blobs: path('data', 'blobs') })]);
    expect(left).toEqual([...kept.ids.keys()].map((name) => [name, []]));
    expect(await kept.clear(rows, [path('data')])).toEqual([]);
  }, 60_000);

  it('leaves no digest of what was asked: what stays for repeated calls was sealed with the request', async () => {
    const answers = (await rowsNow()).get('answer') ?? [];
    const own = answers.filter(({ result }) => [...kept.ids.values()].includes(String(result)));
    expect(own).toHaveLength(kept.ids.size);
    expect(own.filter(({ fingerprint }) => !String(fingerprint).startsWith('v1.'))).toEqual([]);
  });

  it('is in no backup that is made afterwards, and cannot be opened in one that was made before once its week is over', async () => {
    const after = await backup('after.db');
    const rows = await everyRow({ sqlite: after });
    expect(await kept.clear(rows, [after])).toEqual([]);
    for (const id of kept.ids.values()) expect(leftOf(id, { rows, blobs: path('data', 'blobs') })).toEqual([]);
    const { keys } = kept.house.started.service;
    const store = await openStore({ url: `sqlite:${path('before.db')}` });
    const opened = (await openAll(store, keys)).good;
    await keys.destroyEpochsBefore(new Date(Date.now() + 200 * 86_400_000));
    const { good, destroyed } = await openAll(store, keys);
    await store.close();
    expect([destroyed, good + destroyed]).toEqual([kept.ids.size, opened]);
    const before = await everyRow({ sqlite: path('before.db') });
    expect(await kept.clear(before, [path('before.db'), path('before-blobs')])).toEqual([]);
  }, 60_000);
});
