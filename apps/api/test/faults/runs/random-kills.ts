import { setTimeout as pause } from 'node:timers/promises';
import { type Ending, live, type LifePlan } from '../client/life.js';
import type { Dice } from './dice.js';
import type { OpenedHouse } from './opening.js';

/** How a run kills. */
export interface RandomKills {
  readonly kills: number;
  readonly dice: Dice;
  /** Requests under way at any time. */
  readonly atOnce: number;
}

/** What a run with kills came to. */
export interface KillReport {
  readonly kills: number;
  /** Those of processes that were up; the others were still starting. */
  readonly atWork: number;
  /** Requests that were filed meanwhile. */
  readonly filed: number;
}

const ENDINGS: readonly Ending[] = ['waits', 'released', 'shredded', 'expired', 'released', 'cancelled'];

/**
 * Kills processes at random moments, their starts included, while requests are filed, worked on, released and destroyed; then
 * lets everything come to its end.
 */
export async function killAtRandom(opened: OpenedHouse, { kills, dice, atOnce }: RandomKills): Promise<KillReport> {
  const { fleet } = opened.house;
  let isOver = false;
  let filed = 0;
  let atWork = 0;
  const next = (): LifePlan => {
    filed += 1;
    const { people } = opened.house.world;
    return { person: people[filed % people.length]!, ending: dice.pick(ENDINGS), key: `disturbed-${String(filed)}` };
  };
  const filing = Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (!isOver) await live(next(), opened);
    }),
  );
  const killing = (async () => {
    for (let killed = 0; killed < kills; killed += 1) {
      // Every third process dies while it starts, the others at work
      const isAtWork = dice.below(3) > 0;
      if (isAtWork) await fleet.up();
      if (isAtWork) atWork += 1;
      await pause(dice.below(1_200));
      await fleet.kill(dice.below(fleet.size));
    }
    await fleet.up();
    isOver = true;
  })();
  await Promise.all([filing, killing]);
  return { kills, atWork, filed };
}
