import { demandWork, runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** Every file is as Prettier writes it. */
export function formatStep(root: string): Step {
  return {
    name: 'format',
    run: async () => {
      const args = ['--list-different', '--cache', '.'];
      const ran = await runTool(root, 'node_modules/prettier/bin/prettier.cjs', args);
      if (ran.exitCode > 1 || (ran.exitCode === 1 && ran.stdout === '')) demandWork(ran, 'prettier');
      return ran.stdout
        .split('\n')
        .filter((file) => file !== '')
        .map((file) => `${file}: not formatted (npm run format)`);
    },
  };
}
