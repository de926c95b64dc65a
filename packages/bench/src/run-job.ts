import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { JobResult } from './jobs/main.js';
import { type Duel, series } from './measure.js';

const MAIN = fileURLToPath(new URL('jobs/main.js', import.meta.url));

/** What `npm start` and `npm run habeas` give Node: short-lived rows take no more memory than that. */
const FLAGS = ['--max-semi-space-size=8'];

/** Runs a job in a process of its own, so that its memory is its own and nothing is warm. */
export async function runJob(...args: readonly string[]): Promise<JobResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, MAIN, ...args]);
  return JSON.parse(stdout) as JobResult;
}

/** A duel of two jobs, in turn, each time in new processes; the peak memory of ours comes with it. */
export async function jobDuel(
  ours: readonly string[],
  theirs: readonly string[],
  runs = 5,
): Promise<Duel & { readonly peaks: readonly number[] }> {
  const pairs: { ours: JobResult; theirs: JobResult }[] = [];
  for (let run = 0; run < runs; run += 1) pairs.push({ ours: await runJob(...ours), theirs: await runJob(...theirs) });
  return {
    ours: series(pairs.map((pair) => pair.ours.seconds)),
    theirs: series(pairs.map((pair) => pair.theirs.seconds)),
    speedup: series(pairs.map((pair) => pair.theirs.seconds / pair.ours.seconds)),
    peaks: pairs.map((pair) => pair.ours.peakMiB),
  };
}
