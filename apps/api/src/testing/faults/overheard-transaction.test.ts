import { expect, it } from '@jest/globals';
import type { Transaction } from '@habeas/core';
import { sampleEntry, sampleRequest } from '@habeas/core/testing';
import { openStore } from '../../persistence/index.js';
import { faultPoints, FIRST_START_POINTS, LATER_POINTS } from './fault-points.js';
import { overheard } from './overheard-transaction.js';

const PLACE = { controller: 'acme', request: 'r', generation: 'g', source: 's', collection: 'c' };

/** What each transaction does, and what it is called then. */
const ACTS: readonly (readonly [name: string | undefined, act: (transaction: Transaction) => Promise<unknown>])[] = [
  [undefined, ({ requests }) => requests.get('acme', 'r')],
  ['sample.act', ({ audit }) => audit.add(sampleEntry({ id: 'a', action: 'sample.act' }))],
  ['gather.discard', ({ evidence }) => evidence.forget('acme', 'r')],
  ['gather.progress', ({ evidence }) => evidence.setCheckpoint({ ...PLACE, segments: 0, progress: 'x' })],
  [
    'gather.begin',
    async ({ requests }) => {
      await requests.add(sampleRequest());
      await requests.change({ ...sampleRequest(), version: sampleRequest().version + 1 });
    },
  ],
  [
    'gather.segment',
    async ({ evidence }) => {
      await evidence.addSegment({ ...PLACE, number: 1, blob: 'b', records: 1, files: 0 });
      await evidence.setCheckpoint({ ...PLACE, segments: 1, progress: 'x' });
    },
  ],
];

it.each(ACTS)('a transaction is known as %s by what it does, which it still does', async (name, act) => {
  const store = await openStore({ url: 'sqlite::memory:' });
  const heard = await store.transact(async (given) => {
    const { transaction, name: nameOf } = overheard(given);
    await act(transaction);
    return nameOf();
  });
  expect(heard).toBe(name);
  await store.close();
});

it('each fault point has one name', () => {
  const points = [...faultPoints('directory'), ...FIRST_START_POINTS, ...LATER_POINTS];
  expect(new Set(points).size).toBe(points.length);
  expect(faultPoints('s3').every((point) => points.includes(point))).toBe(true);
  expect(points.length).toBeGreaterThan(80);
});
