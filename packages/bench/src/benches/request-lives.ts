import { type LifeFindings, liveRequests, walkTable } from '@habeas/core/testing';
import { seconds, series } from '../measure.js';
import type { Figure } from '../report.js';

const SEED = 20_261_129;
const TABLE_LIVES = 1_000_000;
const DESK_LIVES = 20_000;

/**
 * A million lives of requests by the table of transitions and its guards, and twenty thousand on the real desk in memory, with steps, mail and
 * time. Each is judged from outside: by a drawing that was made by hand, and by what stands in the trail.
 */
export async function requestLives(): Promise<readonly Figure[]> {
  // A refusal is thrown a million times, and nobody looks where it came from
  Error.stackTraceLimit = 0;
  return [...(await lives('by the table', TABLE_LIVES, walkTable)), ...(await lives('on the desk', DESK_LIVES, liveRequests))];
}

async function lives(
  how: string,
  count: number,
  live: (sequences: number, seed: number) => Promise<LifeFindings>,
): Promise<readonly Figure[]> {
  const found: LifeFindings[] = [];
  const took = await seconds(async () => {
    found.push(await live(count, SEED));
  });
  return found.flatMap((each) => figuresOf(how, each, took, count));
}

function figuresOf(how: string, found: LifeFindings, took: number, atLeast: number): readonly Figure[] {
  for (const fault of found.faults) process.stderr.write(`${fault}\n`);
  return [
    { what: `lives ${how}`, value: series([found.sequences]), unit: '', target: { atLeast } },
    { what: `what was not so, ${how}`, value: series([found.faults.length]), unit: '', target: { atMost: 0 } },
    { what: `events that happened, ${how}`, value: series([found.happened]), unit: '' },
    { what: `attempts that were refused, ${how}`, value: series([found.refused]), unit: '' },
    { what: `states reached, ${how}`, value: series([Object.keys(found.reached).length]), unit: '' },
    { what: `arrows gone along, ${how}`, value: series([Object.keys(found.arrows).length]), unit: '' },
    { what: `until all had ended, ${how}`, value: series([took]), unit: 's' },
  ];
}
