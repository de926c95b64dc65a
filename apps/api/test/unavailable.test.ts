import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Officer } from '../src/demo/officer.js';
import { StoreFault } from '../src/persistence/index.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house);
}, 120_000);
afterAll(() => house.stop());

it('a service whose store is away says that it is unavailable, on every way, and works on once the store is back', async () => {
  const { store } = house.started.service;
  const transact = store.transact.bind(store);
  store.transact = () => Promise.reject(new StoreFault('ECONNREFUSED'));
  for (const [path, init] of [
    ['/graphql', { method: 'POST', body: '{}' }],
    ['/archives/req_1', {}],
    ['/requests/req_1/events', {}],
  ] as const) {
    const response = await officer.client.send(path, init);
    expect([path, response.status, await response.json()]).toEqual([
      path,
      503,
      { errors: [{ message: expect.any(String), extensions: { code: 'UNAVAILABLE' } }] },
    ]);
  }
  store.transact = transact;
  await expect(officer.client.run('viewer')).resolves.toHaveProperty('viewer');
});
