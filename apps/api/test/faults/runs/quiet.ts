import { setTimeout as pause } from 'node:timers/promises';
import { caseOf, check, type CheckReport } from './check.js';
import type { OpenedHouse } from './opening.js';

const QUIET_LIMIT_MS = 120_000;

/** How a run ended: the longest that a process took to end when it was asked to, and what the checker said. */
export interface Verdict extends CheckReport {
  readonly stopMs: number;
  readonly deaths: number;
  readonly acknowledged: number;
}

/** Waits until nothing is left to do, stops the service, and has everything checked that it has left. */
export async function settle({ house, clerk }: OpenedHouse): Promise<Verdict> {
  const limit = Date.now() + QUIET_LIMIT_MS;
  await house.fleet.up();
  while (!(await house.window.isIdle())) {
    if (Date.now() > limit) throw new Error('There is still work to do after two minutes without any fault.');
    await pause(100);
  }
  const deaths = house.fleet.deaths;
  const stopMs = Math.round(await house.fleet.stop());
  const report = await check(caseOf(house), house.folder);
  return { ...report, stopMs, deaths, acknowledged: clerk.diary.confirmations };
}
