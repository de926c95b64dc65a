import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLargeWorld } from '@habeas/example-worlds';
import { withMariadb } from '../databases.js';
import { series } from '../measure.js';
import { duelFigures, type Figure } from '../report.js';
import { jobDuel, runJob } from '../run-job.js';

const RECORDS = 1_000_000;
const MOST_MIB = 256;

/** A person with a million records: reading, the whole job, its memory in both formats; growth. */
export async function largePerson(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-bench-'));
  try {
    return await withMariadb(async (server) => {
      const worldOf = async (records: number): Promise<{ url: string; email: string; customer: string }> => {
        const { url } = await server.createDatabase('bench');
        const { email, customerId } = await createLargeWorld(url, { records });
        return { url, email, customer: String(customerId) };
      };
      const out = join(folder, 'archive.zip');
      const million = await worldOf(RECORDS);
      return [
        ...(await reading(million)),
        ...(await wholeJob(million, out, join(folder, 'naive.zip'))),
        ...(await growth([await worldOf(1_000), await worldOf(10_000), await worldOf(100_000), million], out)),
      ];
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface World {
  readonly url: string;
  readonly email: string;
  readonly customer: string;
}

async function reading({ url, email, customer }: World): Promise<readonly Figure[]> {
  const result = await jobDuel(['read-session', url, email], ['read-bare', url, customer]);
  return duelFigures({ ours: 'locate + read 10⁶ rows', theirs: 'bare mysql2 event stream' }, result, 0.6);
}

async function wholeJob({ url, email, customer }: World, out: string, naive: string): Promise<readonly Figure[]> {
  const result = await jobDuel(['archive', url, email, out, 'csv'], ['naive', url, customer, naive]);
  const json = [];
  for (let run = 0; run < 5; run += 1) json.push(await runJob('archive', url, email, out, 'json'));
  return [
    ...duelFigures({ ours: 'database → finished archive', theirs: 'rows.pipe(csvStringify()).pipe(archiver)' }, result, 3),
    { what: 'peak memory, CSV', value: series(result.peaks), unit: 'MiB', target: { atMost: MOST_MIB } },
    { what: 'peak memory, JSON', value: series(json.map(({ peakMiB }) => peakMiB)), unit: 'MiB', target: { atMost: MOST_MIB } },
    { what: 'whole job, JSON', value: series(json.map((run) => run.seconds)), unit: 's' },
  ];
}

/** Time for each record must not rise with their number; what a search costs in any case makes small ones dearer, never cheaper. */
async function growth(worlds: readonly World[], out: string): Promise<readonly Figure[]> {
  const perRecord: { records: number; microseconds: number[] }[] = [];
  for (const { url, email } of worlds) {
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push(await runJob('archive', url, email, out, 'csv'));
    perRecord.push({ records: runs[0]?.count ?? 0, microseconds: runs.map((run) => (run.seconds * 1e6) / run.count) });
  }
  const figures = perRecord.map(({ records, microseconds }): Figure => ({
    what: `per record, of ${String(records)}`,
    value: series(microseconds),
    unit: 'µs',
  }));
  const [, , before, last] = perRecord.map(({ microseconds }) => series(microseconds).median);
  const ratio = (last ?? Number.NaN) / (before ?? Number.NaN);
  return [...figures, { what: 'per record, 10⁶ ÷ 10⁵', value: series([ratio]), unit: '×', target: { atMost: 1.2 } }];
}
