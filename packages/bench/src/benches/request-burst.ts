import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { makeCallers } from '../service/callers.js';
import { exampleHouse, requestInput } from '../service/example-house.js';
import { fileRequests } from '../service/file-requests.js';
import { countOf, ENDED, untilEnded } from '../service/progress.js';
import { startService } from '../service/service-process.js';

const REQUESTS = 2_000;
const CALLERS = 16;
/** Searching, reading, packing. */
const STEPS = 3;

/** 2,000 requests that programs file as fast as one service on SQLite takes them, each under a key of its own: every one that was acknowledged comes to where a person decides. */
export async function requestBurst(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  try {
    const { programs, people } = await makeCallers(service);
    const [officer] = people;
    if (officer === undefined) throw new Error('Nobody is there to look.');
    const { crowd } = house.world;
    const inputs = Array.from({ length: REQUESTS }, (_, index) => {
      const person = crowd[index % crowd.length];
      if (person === undefined) throw new Error('Nobody is there to search for.');
      return requestInput(person, `burst-request-${String(index)}`);
    });
    let acknowledged = 0;
    const filing = await secondsOf(async () => {
      acknowledged = (await fileRequests(programs, inputs, CALLERS)).length;
    });
    const ending = filing + (await secondsOf(() => untilEnded(officer, acknowledged)));
    const failed = await countOf(officer, ['needs_attention']);
    const ended = await countOf(officer, ENDED);
    return [
      {
        what: `requests that ended, of ${String(acknowledged)}`,
        value: series([ended]),
        unit: '',
        target: { atLeast: REQUESTS },
      },
      { what: 'requests that need attention', value: series([failed]), unit: '', target: { atMost: 0 } },
      { what: 'faults in the log', value: series([service.faults().length]), unit: '', target: { atMost: 0 } },
      { what: 'filed', value: series([REQUESTS / filing]), unit: '/s' },
      { what: 'until all were filed', value: series([filing]), unit: 's' },
      { what: 'until all had ended', value: series([ending]), unit: 's' },
      { what: 'steps', value: series([(REQUESTS * STEPS) / ending]), unit: '/s' },
      { what: 'memory of the service at the end', value: series([service.residentMiB()]), unit: 'MiB' },
    ];
  } finally {
    await service.stop();
    house.remove();
  }
}
