import { setTimeout as pause } from 'node:timers/promises';
import { faultPoints, FIRST_START_POINTS } from '../../../src/testing/faults/fault-points.js';
import { type Ending, live } from '../client/life.js';
import type { FaultHouse } from '../house/fault-house.js';
import { ServiceProcess } from '../house/service-process.js';
import type { OpenedHouse } from './opening.js';

/** What a run through all points came to. */
export interface PointsReport {
  readonly points: number;
  /** Points at which no process has died. There must be none. */
  readonly missed: readonly string[];
}

const TRIES = 3;

/** Which way through life comes by a point. */
function endingFor(point: string): Ending {
  if (point.startsWith('request.cancel')) return 'cancelled';
  return /^(?:expire|claim\.expire)/u.test(point) ? 'expired' : 'shredded';
}

/** Kills a process at each of the points once, while a request comes by it, and lets that request come to its end. */
export async function killAtPoints(opened: OpenedHouse, points: readonly string[]): Promise<PointsReport> {
  const { house } = opened;
  const missed: string[] = [];
  for (const [index, point] of points.entries()) {
    let isHit = false;
    for (let attempt = 0; attempt < TRIES && !isHit; attempt += 1) isHit = await killAt(opened, point, `${index}-${attempt}`);
    if (!isHit) missed.push(point);
  }
  await house.fleet.up();
  return { points: points.length, missed };
}

async function killAt({ house, ...surroundings }: OpenedHouse, point: string, key: string): Promise<boolean> {
  const { fleet, world } = house;
  await fleet.up();
  const before = fleet.deaths;
  fleet.order(point);
  // Somebody with a mention to review, a large picture and many purchases: this life comes by everything
  const [person] = world.people;
  const hasBeenRead = point.startsWith('gather.discard');
  await live({ person: person!, ending: endingFor(point), hasBeenRead, key: `point-${key}` }, surroundings);
  // What is left to do after the last answer: files to remove, entries to chain
  for (let look = 0; look < 100 && fleet.deaths === before; look += 1) await pause(20);
  fleet.order(null);
  return fleet.deaths > before;
}

/** Kills the first start at each of its points, one start after the other on what the one before has left. */
export async function killFirstStarts(house: FaultHouse, every = 1): Promise<PointsReport> {
  const points = FIRST_START_POINTS.filter((_, index) => index % every === 0);
  const missed: string[] = [];
  for (const point of points) {
    const victim = ServiceProcess.spawn({
      ...house.process(house.options.backend === 'sqlite' ? 'all' : 'api', 'first'),
      dieAt: point,
    });
    if (await victim.up()) {
      missed.push(point);
      await victim.kill();
    }
  }
  return { points: points.length, missed };
}

/** The points of this house. */
export function pointsOf(house: FaultHouse): readonly string[] {
  return faultPoints(house.options.backend === 'sqlite' ? 'directory' : 's3');
}
