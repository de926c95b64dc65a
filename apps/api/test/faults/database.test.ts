import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { live } from './client/life.js';
import { killDatabase } from './runs/database-kills.js';
import { diceOf } from './runs/dice.js';
import { type OpenedHouse, openHouse } from './runs/opening.js';
import { settle } from './runs/quiet.js';

const SEED = Date.now() % 1_000_000;
const DAYS_AHEAD_MS = 8 * 86_400_000;
const BEHIND_MS = -5 * 60_000;
/** Twice the lease. */
const HALTED_MS = 2_500;

describeWithPrivateServer('mariadb', 'a service of several processes, of which two have wrong clocks', () => {
  let opened: OpenedHouse;
  beforeAll(async () => {
    opened = await openHouse({
      backend: 'mariadb',
      world: { people: 3, heavyPurchases: 1_100 },
      workerClocks: [DAYS_AHEAD_MS, BEHIND_MS],
    });
  }, 180_000);
  afterAll(() => opened.house.tearDown());

  it(`works on within half a minute of each kill of its database (seed ${String(SEED)})`, async () => {
    const { recoveriesMs } = await killDatabase(opened, 2, diceOf(SEED));
    expect(recoveriesMs).toHaveLength(2);
    expect(Math.max(...recoveriesMs)).toBeLessThan(30_000);
    expect(opened.house.fleet.deaths).toBe(0);
  }, 180_000);

  it('goes on elsewhere where a worker is halted for longer than its lease, which then changes nothing', async () => {
    const { fleet, world } = opened.house;
    const lives = [0, 1, 2].map((number) =>
      live({ person: world.people[number]!, ending: 'released', key: `halted-${String(number)}` }, opened),
    );
    await Promise.all([...lives, fleet.halt(1, HALTED_MS)]);
    await Promise.all([
      live({ person: world.people[0]!, ending: 'waits', key: 'halted-again' }, opened),
      fleet.halt(2, HALTED_MS),
    ]);
  }, 180_000);

  it('has lost, doubled and mixed up nothing in the end', async () => {
    const { breaks, counts } = await settle(opened);
    expect(breaks).toEqual([]);
    expect([counts['acts'], counts['archives']]).toEqual([expect.any(Number), expect.any(Number)]);
  }, 180_000);
});
