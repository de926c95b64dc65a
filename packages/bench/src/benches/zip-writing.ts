import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parallelZip, Scratch } from '@habeas/archive';
import { duel } from '../measure.js';
import { duelFigures, type Figure } from '../report.js';

const MEGABYTES = 150;

/** Our ZIP writer beside `pigz` and `zip` on one file of CSV, all at level 6 and with two processors. */
export async function zipWriting(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-bench-'));
  try {
    const input = join(folder, 'orders.csv');
    await writeExample(input);
    const ours = (): Promise<void> => zipFile(input, join(folder, 'ours.zip'));
    const pigz = await duel(ours, () => run('pigz', ['-6', '-p2', '-c', input], join(folder, 'theirs.gz')));
    const zip = await duel(ours, () => run('zip', ['-6', '-q', '-', input], join(folder, 'theirs.zip')));
    return [
      ...duelFigures({ ours: 'habeas', theirs: 'pigz -6 -p2' }, pigz, 0.8),
      ...duelFigures({ ours: 'habeas', theirs: 'zip -6' }, zip, 1.5),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function zipFile(input: string, output: string): Promise<void> {
  const scratch = new Scratch();
  const file = await open(output, 'w');
  try {
    const zip = parallelZip({
      write: async (bytes) => {
        await file.write(bytes);
      },
      modifiedAt: new Date('2026-01-01T00:00:00Z'),
      level: 6,
      scratch,
    });
    await zip.add('orders.csv', createReadStream(input, { highWaterMark: 1024 * 1024 }));
    await zip.finish();
  } finally {
    await file.close();
    await scratch.dispose();
  }
}

async function run(command: string, args: readonly string[], output: string): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(createWriteStream(output));
  const [code] = (await once(child, 'close').catch(() => {
    throw new Error(`${command} could not be started: install it (apt-get install ${command}) and try again.`);
  })) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}.`);
}

/** Rows as a shop has them: as compressible as real ones, which repeat words and count up. */
async function writeExample(path: string): Promise<void> {
  const file = createWriteStream(path);
  let written = 0;
  for (let index = 0; written < MEGABYTES * 1_000_000; index += 1) {
    const random = (Math.imul(index, 2_654_435_761) >>> 0).toString(16);
    const row = `${String(index)},ORD-${random},2024-03-01 10:30:00,paid,EUR,${String(index % 9999)}.90,Théière émaillée ${random},"${String(index % 200)} rue de l’Exemple, Saint-Étienne",person${String(index)}@example.org,Laisser chez le voisin ${random}${random}\r\n`;
    written += Buffer.byteLength(row);
    if (!file.write(row)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
