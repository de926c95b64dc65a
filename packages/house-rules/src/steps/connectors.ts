import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import type { Step } from '../step.js';

const CONFORMANCE = 'describeConnectorConformance(';

/** Every connector tells what it reads (README.md) and runs the conformance kit. */
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
  const conforms = tests.some((file) => readFileSync(join(root, folder, 'src', file), 'utf8').includes(CONFORMANCE));
  return [
    ...(existsSync(join(root, folder, 'README.md')) ? [] : [`${folder}: has no README.md`]),
    ...(conforms ? [] : [`${folder}: no test calls ${CONFORMANCE}…)`]),
  ];
}
