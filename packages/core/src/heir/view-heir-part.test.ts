import { afterEach, expect, it } from '@jest/globals';
import { attestIdentity, startSearch } from '../request/decide-request.js';
import { askingHouse } from '../testing/asking-house.js';
import { ASSOCIATION } from '../testing/association.js';
import { stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { viewHeirPart } from './view-heir-part.js';

afterEach(stopHouses);

it('shows an heir’s part by collections that have something, called as their data map calls them (PER-05)', async () => {
  const { member, order, line } = ASSOCIATION.collections;
  const title = { en: 'Orders', fr: 'Commandes' };
  const collections = { member: member!, order: { ...order!, spec: { title } }, line: { ...line!, rows: [] } };
  const { club, officer, ask } = askingHouse(undefined, [fakeSource({ ...ASSOCIATION, collections })]);
  const { own } = await ask({ isForOther: true, onBehalf: 'heir' });
  await attestIdentity(club.desk, officer(), own.id, [{ identifier: 2, provedBy: 'the deed names it' }]);
  await startSearch(club.desk, officer(), own.id);
  await club.workUntil(own.id, 'awaiting_release');
  const part = await viewHeirPart(club.desk, await club.get(own.id));
  const shown = part?.collections.map((each) => [each.collection, each.title, each.records > 0]);
  expect(shown).toEqual([
    ['member', undefined, true],
    ['order', title, true],
  ]);
});
