import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPrivateServer } from '@habeas/test-servers';
import { type Backend, FaultHouse } from './house/fault-house.js';
import { killDatabase } from './runs/database-kills.js';
import { diceOf } from './runs/dice.js';
import { killAtPoints, killFirstStarts, pointsOf, type PointsReport } from './runs/every-point.js';
import { openHouse } from './runs/opening.js';
import { settle, type Verdict } from './runs/quiet.js';
import { killAtRandom } from './runs/random-kills.js';

/**
 * The long runs: kills at random moments, at every fault point, in first starts, and of the database, on each backend, with
 * everything checked afterwards by a process of its own; then losses of Redis, and searches at vendors that fail. One line of JSON
 * for each run; ends with 1 where anything is not as it has to be. See README.md beside this file for the options.
 */
const { values } = parseArgs({
  options: {
    backend: { type: 'string', multiple: true, default: ['sqlite', 'mariadb', 'bullmq'] },
    run: {
      type: 'string',
      multiple: true,
      default: ['random-kills', 'every-point', 'first-starts', 'database-kills', 'redis-losses', 'vendor-faults'],
    },
    /** For `bullmq`. Where it is not given, one is started. */
    redis: { type: 'string' },
    /** Only the fault points that begin so. */
    point: { type: 'string', default: '' },
    kills: { type: 'string', default: '200' },
    'database-kills': { type: 'string', default: '10' },
    'redis-losses': { type: 'string', default: '10' },
    'vendor-runs': { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
/** A database that is back within this time is what is promised. */
const RECOVERY_LIMIT_MS = 30_000;
const WORLD = { people: 10, heavyPurchases: 2_300 };
const dice = diceOf(Number(values.seed));

/** Do not depend on the backend. */
const REDIS_LOSSES = 'redis-losses';
const VENDOR_FAULTS = 'vendor-faults';

const RUNS: Readonly<Record<string, (base: Base) => Promise<void>>> = {
  'random-kills': randomKills,
  'every-point': everyPoint,
  'first-starts': firstStarts,
  'database-kills': databaseKills,
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const unknown = values.run.filter((run) => !(run in RUNS) && run !== REDIS_LOSSES && run !== VENDOR_FAULTS);
if (unknown.length > 0) throw new Error(`There is no run of this name: ${unknown.join(', ')}.`);
const privateRedis =
  values.backend.includes('bullmq') && values.redis === undefined ? await startPrivateServer('redis') : undefined;
const redis = values.redis ?? privateRedis?.url;
for (const backend of values.backend) {
  const base = { backend: backend as Backend, ...(redis === undefined ? {} : { redis }) };
  for (const [run, work] of Object.entries(RUNS)) {
    if (!values.run.includes(run)) continue;
    const begin = performance.now();
    try {
      await work(base);
    } catch (error) {
      process.exitCode = 1;
      tell({ run, backend, error: String(error), seconds: secondsSince(begin) });
    }
  }
}
await privateRedis?.stop();
if (values.run.includes(REDIS_LOSSES)) await loseRedis();
if (values.run.includes(VENDOR_FAULTS)) await failVendors();
process.exit();

interface Base {
  readonly backend: Backend;
  readonly redis?: string;
}

async function randomKills(base: Base): Promise<void> {
  const begin = performance.now();
  const opened = await openHouse({ ...base, world: WORLD });
  const report = await killAtRandom(opened, { kills: Number(values.kills), dice, atOnce: 4 });
  await conclude('random-kills', opened.house, { ...report, ...(await settle(opened)), seconds: secondsSince(begin) });
}

async function everyPoint(base: Base): Promise<void> {
  const begin = performance.now();
  const opened = await openHouse({ ...base, world: { people: 2, heavyPurchases: 1_200 }, isMortal: true });
  const report = await killAtPoints(
    opened,
    pointsOf(opened.house).filter((point) => point.startsWith(values.point)),
  );
  await conclude('every-point', opened.house, { ...report, ...(await settle(opened)), seconds: secondsSince(begin) });
}

async function firstStarts(base: Base): Promise<void> {
  const begin = performance.now();
  const house = await FaultHouse.build({ ...base, world: { people: 1, heavyPurchases: 1 }, isMortal: true });
  const report = await killFirstStarts(house);
  await house.start();
  await house.fleet.stop();
  await conclude('first-starts', house, { ...report, seconds: secondsSince(begin) });
}

/** Nothing to do where the store is a file. */
async function databaseKills(base: Base): Promise<void> {
  if (base.backend === 'sqlite') return;
  const begin = performance.now();
  const opened = await openHouse({ ...base, world: WORLD });
  const { recoveriesMs, ...report } = await killDatabase(opened, Number(values['database-kills']), dice);
  const recoveryP95Ms = recoveriesMs[Math.ceil(recoveriesMs.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  if (recoveryP95Ms > RECOVERY_LIMIT_MS) process.exitCode = 1;
  const verdict = await settle(opened);
  await conclude('database-kills', opened.house, { ...report, recoveryP95Ms, ...verdict, seconds: secondsSince(begin) });
}

/** On the service as it was built. */
function loseRedis(): Promise<void> {
  return runProgram(fileAt('../../scripts/kill-redis.mjs'), values['redis-losses'], String(dice.seed));
}

/** Of the engine of manifests, and the discovery of the service above it. */
function failVendors(): Promise<void> {
  const program = fileAt('../../../../packages/rest-engine/test/faults/main.ts');
  const loader = new URL('../../scripts/source-loader.mjs', import.meta.url).href;
  return runProgram('--import', loader, program, '--seed', String(dice.seed), '--runs', values['vendor-runs']);
}

/** A program of its own. */
async function runProgram(...args: readonly string[]): Promise<void> {
  const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  const [code] = (await once(running, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}

function fileAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Tells of a run. What one has left that is not as it has to be is kept for whoever looks into it. */
async function conclude(run: string, house: FaultHouse, report: object): Promise<void> {
  const { check, missed = [] }: Partial<Verdict & PointsReport> = report;
  tell({ run, backend: house.options.backend, seed: dice.seed, ...report });
  if (check !== 'broken' && missed.length === 0) {
    await house.tearDown();
    return;
  }
  process.exitCode = 1;
  process.stderr.write(`What is left of this run: ${house.folder}\n`);
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function secondsSince(begin: number): number {
  return Math.round((performance.now() - begin) / 1_000);
}
