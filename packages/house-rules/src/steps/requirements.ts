import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsInTitles } from '../requirements/ids-in-titles.js';
import { type Requirement, readRequirements } from '../requirements/requirement.js';
import { requirementFaults, requirementsTable } from '../requirements/requirements-table.js';
import type { Step } from '../step.js';
import { readTrackedTexts } from '../texts/tracked-files.js';

const LIST = 'docs/requirements.txt';
const TABLE = 'docs/requirements.md';

/** Every requirement of the law that is claimed has a test that carries its id, and the table of them is up to date. */
export function requirementsStep(root: string): Step {
  return {
    name: 'requirements',
    run: async () => {
      if (!existsSync(join(root, LIST))) return [`${LIST}: is not there`];
      const { requirements, tests } = await readAll(root);
      const table = existsSync(join(root, TABLE)) ? readFileSync(join(root, TABLE), 'utf8') : '';
      const isCurrent = table === requirementsTable(requirements, tests);
      return [
        ...requirementFaults(requirements, tests),
        ...(isCurrent ? [] : [`${TABLE}: is not up to date: run npm run reports`]),
      ];
    },
  };
}

/** Writes the table anew. */
export async function writeRequirements(root: string): Promise<void> {
  const { requirements, tests } = await readAll(root);
  writeFileSync(join(root, TABLE), requirementsTable(requirements, tests));
}

interface Claims {
  readonly requirements: readonly Requirement[];
  readonly tests: ReadonlyMap<string, readonly string[]>;
}

async function readAll(root: string): Promise<Claims> {
  const requirements = readRequirements(readFileSync(join(root, LIST), 'utf8'));
  return { requirements, tests: idsInTitles(await readTrackedTexts(root)) };
}
