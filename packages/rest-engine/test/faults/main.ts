import { parseArgs } from 'node:util';
import { complaintsOf } from './complaints.js';
import { faultRun } from './fault-run.js';

/**
 * Searches at vendors that fail, one for each seed from the first on. A line of JSON for each run that is not as it has to be,
 * and one for all of them; ends with 1 where there is any of the former. One run again: its seed, and `--runs 1`.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '500' } } });
const first = Number(values.seed);
const runs = Number(values.runs);
const begin = performance.now();
const met = new Map<string, number>();
const total = { held: 0, delivered: 0, complete: 0, lasting: 0, broken: 0 };

for (let seed = first; seed < first + runs; seed += 1) {
  const run = await faultRun(seed);
  const complaints = complaintsOf(run);
  for (const [kind, times] of Object.entries(run.met)) met.set(kind, (met.get(kind) ?? 0) + times);
  for (const { held, delivered } of run.collections) {
    total.held += held.length;
    total.delivered += delivered.length;
  }
  total.complete += run.isComplete ? 1 : 0;
  total.lasting += run.lasting === undefined ? 0 : 1;
  total.broken += complaints.length > 0 ? 1 : 0;
  if (complaints.length > 0) tell({ run: 'vendor-faults', seed, vendor: run.vendor, lasting: run.lasting, complaints });
}
const seconds = Math.round((performance.now() - begin) / 1000);
tell({ run: 'vendor-faults', seed: first, runs, ...total, met: Object.fromEntries(met), seconds });
process.exitCode = total.broken > 0 || runs < 1 ? 1 : 0;

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
