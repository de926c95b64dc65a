import { setTimeout as pause } from 'node:timers/promises';
import { type Ending, live } from '../client/life.js';
import type { Dice } from './dice.js';
import type { OpenedHouse } from './opening.js';

/** What a run with kills of the database came to. */
export interface DatabaseReport {
  readonly kills: number;
  readonly filed: number;
  /** How long it took from each kill until a step had ended again, in milliseconds, the shortest first. */
  readonly recoveriesMs: readonly number[];
}

const ENDINGS: readonly Ending[] = ['released', 'waits', 'shredded'];
const RECOVERY_LIMIT_MS = 60_000;

/** Kills the database server again and again while requests are worked on; the service itself is left alone. */
export async function killDatabase(opened: OpenedHouse, kills: number, dice: Dice): Promise<DatabaseReport> {
  const { house, window } = opened;
  const forgiving = { ...opened, forgives: true };
  let isOver = false;
  let filed = 0;
  const filing = Promise.all(
    Array.from({ length: 3 }, async () => {
      while (!isOver) {
        filed += 1;
        const person = house.world.people[filed % house.world.people.length]!;
        await live({ person, ending: dice.pick(ENDINGS), key: `database-${String(filed)}` }, forgiving);
      }
    }),
  );
  const recoveriesMs: number[] = [];
  const killing = (async () => {
    for (let killed = 0; killed < kills; killed += 1) {
      await pause(300 + dice.below(1_200));
      const begin = performance.now();
      await house.mariadb.kill();
      const ended = await window.endedSteps();
      while ((await window.endedSteps()) === ended) {
        if (performance.now() - begin > RECOVERY_LIMIT_MS) throw new Error('No step has ended within a minute of a kill.');
        await pause(20);
      }
      recoveriesMs.push(Math.round(performance.now() - begin));
    }
    isOver = true;
  })();
  await Promise.all([filing, killing]);
  return { kills, filed, recoveriesMs: recoveriesMs.sort((a, b) => a - b) };
}
