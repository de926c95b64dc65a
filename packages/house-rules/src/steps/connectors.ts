import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import type { Step } from '../step.js';

/** The kits: for connectors of databases, and for those that are a manifest. */
const CONFORMANCE = ['describeConnectorConformance(', 'describeRestConformance('] as const;
/** What the kits showed, which they compare where a test names it. */
const RESULTS = 'conformance.yaml';
/** Connectors that neither kit can be run against, each with the reason. */
export const EXEMPT: ReadonlyMap<string, string> = new Map([
  ['connectors/files', 'files have no types; they are loaded into SQLite, whose connector conforms (ADR 17)'],
]);

/** Every connector tells what it reads (README.md), runs a conformance kit, and keeps what that showed. */
export function connectorsStep(root: string): Step {
  return {
    name: 'connectors',
    run: () =>
      Promise.resolve(
        packageFolders(root)
          .filter((folder) => folder.startsWith('connectors/'))
          .flatMap((folder) => faultsOf(root, folder)),
      ),
  };
}

function faultsOf(root: string, folder: string): readonly string[] {
  const tests = readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  const conforming = tests
    .map((file) => readFileSync(join(root, folder, 'src', file), 'utf8'))
    .filter((text) => CONFORMANCE.some((kit) => text.includes(kit)));
  const conforms = conforming.length > 0;
  return [
    ...(existsSync(join(root, folder, 'README.md')) ? [] : [`${folder}: has no README.md`]),
    ...(conforms || EXEMPT.has(folder) ? [] : [`${folder}: no test calls ${CONFORMANCE.join('…) or ')}…)`]),
    ...(!conforms || conforming.some((text) => text.includes(RESULTS)) ? [] : [`${folder}: no test compares its ${RESULTS}`]),
  ];
}
