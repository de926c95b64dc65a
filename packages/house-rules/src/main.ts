import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stepsOf } from './check.js';
import { runSteps } from './run-steps.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const faults = await runSteps(stepsOf(root), {
  lanes: Math.min(2, availableParallelism()),
  print: (line) => void process.stdout.write(`${line}\n`),
});
process.exitCode = faults === 0 ? 0 : 1;
