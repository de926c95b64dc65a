import type { OpenRequestInput, ServiceClient } from '@habeas/api/testing';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { makeCallers } from '../service/callers.js';
import { fileRequests } from '../service/file-requests.js';
import { countOf, untilEnded } from '../service/progress.js';
import { startService } from '../service/service-process.js';
import { sharedHouse } from '../service/shared-house.js';

const LATENCY_MS = 50;
const WORKERS = 3;
const REQUESTS_EACH = 60;
const WARM_UP_EACH = 4;
const CALLERS = 8;

/**
 * Requests per second that one worker process and three of them bring to their end, on a source that is 50 ms away. Both sets
 * have one `--role api` process, the same MariaDB store and S3 server on this machine, and the default of four steps at once in
 * each worker; each gets so many requests per worker, so that both run for about as long, and some before that to warm up. What
 * is measured is how far waiting for a source overlaps, and whether workers stand in each other's way at the store; on two cores
 * it ends where these are used up.
 */
export async function workerScaling(): Promise<readonly Figure[]> {
  const one = await throughput(1);
  const three = await throughput(WORKERS);
  return [
    { what: '1 worker, requests', value: series([one]), unit: '/s' },
    { what: `${String(WORKERS)} workers, requests`, value: series([three]), unit: '/s' },
    { what: `${String(WORKERS)} workers ÷ 1`, value: series([three / one]), unit: '×', target: { atLeast: 2.4 } },
  ];
}

async function throughput(count: number): Promise<number> {
  const house = await sharedHouse(LATENCY_MS);
  const api = await startService(house.configFile, 'api');
  const workers = [];
  try {
    const { programs, people } = await makeCallers(api);
    const [officer] = people;
    if (officer === undefined) throw new Error('Nobody is there to look.');
    for (let number = 1; number <= count; number += 1) workers.push(await startService(house.configFile, 'worker'));
    await work(officer, programs, { name: 'warm-up', requests: WARM_UP_EACH * count });
    const requests = REQUESTS_EACH * count;
    const taken = await secondsOf(() => work(officer, programs, { name: 'measured', requests }));
    const failed = await countOf(officer, ['needs_attention']);
    if (failed > 0) throw new Error(`${String(failed)} requests failed: there is nothing to compare.`);
    return requests / taken;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await api.stop();
    await house.remove();
  }
}

interface Portion {
  readonly name: string;
  readonly requests: number;
}

/** Files requests and waits until all of them have ended. */
async function work(officer: ServiceClient, programs: readonly ServiceClient[], { name, requests }: Portion): Promise<void> {
  const before = await countOf(officer, ['awaiting_release', 'in_review', 'needs_attention']);
  const inputs = Array.from({ length: requests }, (_, index): OpenRequestInput => ({
    clientKey: `${name}-${String(index)}-of-bench`,
    identifiers: [{ kind: 'email', value: `person${String(index + 1)}@example.org`, provedBy: 'answered a mail' }],
    rights: ['access'],
  }));
  await fileRequests(programs, inputs, CALLERS);
  await untilEnded(officer, before + requests);
}
