import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { series } from '../measure.js';
import type { Figure } from '../report.js';
import { runJob } from '../run-job.js';

const FEW = 1_000;
const MANY = 100_000;
const RUNS = 5;

/**
 * An archive with its report (scope, retention, other people in free text, pages in two languages, print, data), each in a process
 * of its own: how long one of 1,000 records takes, and how much memory one of 100,000 does. The print has its own process, whose
 * memory is not counted here.
 */
export async function accessReport(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-bench-'));
  try {
    const out = join(folder, 'archive.zip');
    const few = await runs(FEW, out);
    const many = await runs(MANY, out);
    return [
      {
        what: 'an archive of 1,000 records with its report',
        value: series(few.map((job) => job.seconds)),
        unit: 's',
        target: { atMost: 2 },
      },
      { what: 'an archive of 100,000 records with its report', value: series(many.map((job) => job.seconds)), unit: 's' },
      { what: 'its peak memory', value: series(many.map((job) => job.peakMiB)), unit: 'MiB', target: { atMost: 256 } },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runs(records: number, out: string): Promise<readonly Awaited<ReturnType<typeof runJob>>[]> {
  const all = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await runJob('report', String(records), out));
  return all;
}
