import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoWorld } from '@habeas/example-worlds';
import type { Officer } from '../src/demo/officer.js';
import { unpack } from '../src/demo/unpack.js';

/** Gives the hostel a binder of paper, which the reception searches. */
export function withPaper({ hostelConfig }: DemoWorld): void {
  appendFileSync(
    hostelConfig,
    `
  paper:
    title: { en: Binder of the reception, fr: Classeur de la réception }
    connector: manual
    config:
      instructions: { en: Look into the binder., fr: Cherchez dans le classeur. }
      doneBy: Reception
      dueInDays: 5
      tells: [email, name]
      collections:
        guest_book: { title: { en: Guest book, fr: "Livre d'or" }, activity: orders, origin: provided }
`,
  );
}

/** The records of a released archive as one text, and its report. */
export async function archiveText(officer: Officer, id: string): Promise<{ readonly data: string; readonly report: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-archive-'));
  try {
    const response = await officer.client.send(`/archives/${id}`);
    await writeFile(join(folder, 'archive.zip'), Buffer.from(await response.arrayBuffer()));
    const data = join(await unpack(join(folder, 'archive.zip')), 'data');
    const files = await readdir(data, { recursive: true });
    const texts = files
      .filter((name) => /\.(?:json|jsonl|ndjson|csv|txt|bin)$/u.test(name))
      .map((name) => readFile(join(data, name), 'utf8'));
    return {
      data: (await Promise.all(texts)).join('\n'),
      report: await readFile(join(data, 'report', 'report.en.html'), 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
