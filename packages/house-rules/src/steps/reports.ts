import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import { runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** The committed API reports are what API Extractor would write now. */
export function reportsStep(root: string): Step {
  return {
    name: 'reports',
    run: async () => {
      const faults = [];
      for (const folder of packageFolders(root)) {
        if (existsSync(join(root, folder, 'api-extractor.json'))) faults.push(...(await apiFaults(root, folder)));
      }
      return faults;
    },
  };
}

async function apiFaults(root: string, folder: string): Promise<readonly string[]> {
  const built = await runTool(root, 'packages/house-rules/scripts/ready.mjs', ['--only', `./${folder}`]);
  if (built.exitCode !== 0) return [`${folder}: could not be built, see types`];
  const config = `--config=${folder}/api-extractor.json`;
  const ran = await runTool(root, 'node_modules/@microsoft/api-extractor/bin/api-extractor', ['run', config]);
  if (ran.exitCode === 0) return [];
  const details = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => /^(?:Error|Warning):/u.test(line));
  return [`${folder}: the API report is not up to date (npm run reports)`, ...details];
}
