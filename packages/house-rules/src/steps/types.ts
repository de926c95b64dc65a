import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demandWork, runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** What runs in a browser is a program of its own: it knows a document, and no process. */
const OF_BROWSERS = ['apps/web/tsconfig.json'];

/** The compiler accepts everything, tests included, as one program over the sources of all packages and one for each browser's. */
export function typesStep(root: string): Step {
  return {
    name: 'types',
    run: async () => {
      const faults = [];
      const programs = ['tsconfig.json', ...OF_BROWSERS.filter((file) => existsSync(join(root, file)))];
      for (const program of programs) faults.push(...(await faultsOf(root, program)));
      return faults;
    },
  };
}

async function faultsOf(root: string, program: string): Promise<readonly string[]> {
  const ran = await runTool(root, 'node_modules/typescript/bin/tsc', ['--project', program, '--pretty', 'false']);
  const faults = ran.stdout.split('\n').filter((line) => /error TS\d+/u.test(line));
  if (ran.exitCode !== 0 && faults.length === 0) demandWork(ran, 'tsc');
  return faults;
}
