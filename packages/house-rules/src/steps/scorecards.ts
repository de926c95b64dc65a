import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import { connectorsTable } from '../scorecards/connectors-table.js';
import type { Facts } from '../scorecards/facts.js';
import { marked, markedBlock, withMarkedBlock } from '../scorecards/marked-block.js';
import { readFacts } from '../scorecards/read-facts.js';
import { scorecard } from '../scorecards/scorecard.js';
import type { Step } from '../step.js';

/** The scorecard in each connector's README, and the table in the main one, tell what manifests and the last test runs say. */
export function scorecardsStep(root: string): Step {
  return {
    name: 'scorecards',
    run: async () => {
      const { blocks, faults } = await readAll(root);
      return [...faults, ...[...blocks].flatMap(([file, block]) => faultsOf(root, file, block))];
    },
  };
}

/** Writes scorecards and table anew. Rejects where a connector's facts cannot be read. */
export async function writeScorecards(root: string): Promise<void> {
  const { blocks, faults } = await readAll(root);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const [file, block] of blocks) {
    const path = join(root, file);
    writeFileSync(path, withMarkedBlock(readFileSync(path, 'utf8'), block));
  }
}

interface Cards {
  /** What has to stand in each README, by its path. */
  readonly blocks: ReadonlyMap<string, string>;
  /** What keeps a connector's from being told. */
  readonly faults: readonly string[];
}

async function readAll(root: string): Promise<Cards> {
  const connectors: Facts[] = [];
  const faults: string[] = [];
  for (const folder of packageFolders(root).filter((each) => each.startsWith('connectors/'))) {
    try {
      connectors.push(await readFacts(root, folder));
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  const texts = [
    ['README.md', connectorsTable(connectors.toSorted(byTitle))] as const,
    ...connectors.map((facts) => [`${facts.folder}/README.md`, scorecard(facts)] as const),
  ];
  return { blocks: new Map(texts.map(([file, text]) => [file, marked(text)])), faults };
}

function byTitle({ manifest: one }: Facts, { manifest: other }: Facts): number {
  return one.title.localeCompare(other.title, 'en');
}

function faultsOf(root: string, file: string, block: string): readonly string[] {
  if (!existsSync(join(root, file))) return [`${file}: is not there`];
  const found = markedBlock(readFileSync(join(root, file), 'utf8'));
  if (found === undefined) return [`${file}: has no scorecard: run npm run reports`];
  return found === block ? [] : [`${file}: the scorecard is not up to date: run npm run reports`];
}
