import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLargeWorld } from '@habeas/example-worlds';
import { withMariadb } from '../databases.js';
import { series } from '../measure.js';
import type { Figure } from '../report.js';
import { runJob } from '../run-job.js';

const ATTACHMENTS = 100_000;
const MOST_MIB = 256;

interface World {
  readonly url: string;
  readonly email: string;
}

/** A person with 100,000 small files: the memory that their archive takes, beside that of a hundredth of them. */
export async function manyAttachments(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-bench-'));
  try {
    return await withMariadb(async (server) => {
      const worldOf = async (attachments: number): Promise<World> => {
        const { url } = await server.createDatabase('bench');
        const { email } = await createLargeWorld(url, { records: 10, attachments });
        return { url, email };
      };
      return peaksOf([await worldOf(ATTACHMENTS / 100), await worldOf(ATTACHMENTS)], join(folder, 'archive.zip'));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function peaksOf(worlds: readonly World[], out: string): Promise<readonly Figure[]> {
  const peaks: number[][] = [];
  for (const { url, email } of worlds) {
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push((await runJob('archive', url, email, out, 'csv')).peakMiB);
    peaks.push(runs);
  }
  const [few, many] = peaks.map((runs) => series(runs));
  if (few === undefined || many === undefined) return [];
  return [
    { what: `peak memory with ${String(ATTACHMENTS / 100)} attachments`, value: few, unit: 'MiB' },
    { what: `peak memory with ${String(ATTACHMENTS)} attachments`, value: many, unit: 'MiB', target: { atMost: MOST_MIB } },
  ];
}
