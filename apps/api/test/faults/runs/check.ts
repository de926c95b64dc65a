import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CaseFile } from '../checker/case-file.js';
import { WORDS } from '../client/clerk.js';
import type { FaultHouse } from '../house/fault-house.js';

const LOADER = fileURLToPath(new URL('../../../scripts/source-loader.mjs', import.meta.url));
const CHECKER = fileURLToPath(new URL('../checker/main.ts', import.meta.url));

/** What the checker said. */
export interface CheckReport {
  readonly check: 'holds' | 'broken';
  readonly counts: Readonly<Record<string, number>>;
  readonly breaks: readonly { readonly invariant: string; readonly what: string }[];
}

/** Everything that the checker has to know of a house. */
export function caseOf(house: FaultHouse): CaseFile {
  const { folder, world, store, blobs, outside } = house;
  const processes = house.processFolders;
  return {
    store,
    blobs,
    diary: join(outside, 'diary.jsonl'),
    archives: join(outside, 'archives'),
    sources: world.sources,
    people: world.people,
    canaries: [...world.canaries, ...Object.values(WORDS)],
    searched: [join(folder, 'service'), ...(blobs.startsWith(join(folder, 'service')) ? [] : [blobs]), ...processes],
    temporary: processes.map((each) => join(each, 'tmp')),
  };
}

/** Runs the checker in a process of its own. */
export async function check(given: CaseFile, folder: string): Promise<CheckReport> {
  const file = join(folder, 'case.json');
  writeFileSync(file, JSON.stringify(given));
  const args = ['--disable-warning=ExperimentalWarning', '--import', LOADER, CHECKER, file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number | null]>]);
  const report = JSON.parse(said) as CheckReport;
  if ((code === 0) !== (report.check === 'holds'))
    throw new Error(`The checker ended with ${String(code)} and said ${report.check}.`);
  return report;
}
