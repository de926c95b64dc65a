import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../boundaries/packages.js';
import { runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** Of a package whose reports are its own: tells which are stale, a line each, and then does not exit with 0. */
const CHECKER = 'scripts/check-reports.mjs';

/** The committed reports are what would be written now: those of API Extractor, and those that packages write themselves. */
export function reportsStep(root: string): Step {
  return {
    name: 'reports',
    run: async () => {
      const faults = [];
      for (const folder of packageFolders(root)) {
        if (existsSync(join(root, folder, 'api-extractor.json'))) faults.push(...(await apiFaults(root, folder)));
        if (existsSync(join(root, folder, CHECKER))) faults.push(...(await ownFaults(root, folder)));
      }
      return faults;
    },
  };
}

async function apiFaults(root: string, folder: string): Promise<readonly string[]> {
  if (!(await isBuilt(root, folder))) return [unbuilt(folder)];
  const config = `--config=${folder}/api-extractor.json`;
  const ran = await runTool(root, 'node_modules/@microsoft/api-extractor/bin/api-extractor', ['run', config]);
  if (ran.exitCode === 0) return [];
  const details = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => /^(?:Error|Warning):/u.test(line));
  return [`${folder}: the API report is not up to date (npm run reports)`, ...details];
}

async function ownFaults(root: string, folder: string): Promise<readonly string[]> {
  if (!(await isBuilt(root, folder))) return [unbuilt(folder)];
  const { exitCode, stdout, stderr } = await runTool(root, `${folder}/${CHECKER}`, []);
  if (exitCode === 0) return [];
  const stale = stdout.split('\n').filter((line) => line !== '');
  const faults = stderr.split('\n').filter((line) => /^\w*Error:/u.test(line));
  return (stale.length === 0 ? ['its reports could not be checked', ...faults] : stale).map((line) => `${folder}: ${line}`);
}

async function isBuilt(root: string, folder: string): Promise<boolean> {
  return (await runTool(root, 'packages/house-rules/scripts/ready.mjs', ['--only', `./${folder}`])).exitCode === 0;
}

function unbuilt(folder: string): string {
  return `${folder}: could not be built, see types`;
}
