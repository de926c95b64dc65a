import { demandWork, runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** The compiler accepts everything, tests included, as one program over the sources of all packages. */
export function typesStep(root: string): Step {
  return {
    name: 'types',
    run: async () => {
      const ran = await runTool(root, 'node_modules/typescript/bin/tsc', ['--project', 'tsconfig.json', '--pretty', 'false']);
      const faults = ran.stdout.split('\n').filter((line) => /error TS\d+/u.test(line));
      if (ran.exitCode !== 0 && faults.length === 0) demandWork(ran, 'tsc');
      return faults;
    },
  };
}
