import { peakMemoryMiB, seconds } from '../measure.js';
import { archivePerson } from './archive-person.js';
import { naiveExport } from './naive-export.js';
import { reportPerson } from './report-person.js';
import { readBare, readThroughSession } from './read-rows.js';

/** What a job's process tells about itself on its last line. */
export interface JobResult {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly count: number;
}

const JOBS: Readonly<Record<string, (...args: string[]) => Promise<unknown>>> = {
  archive: (url = '', email = '', out = '', format = '') => archivePerson(url, email, out, format === 'json' ? 'json' : 'csv'),
  naive: (url = '', customerId = '', out = '') => naiveExport(url, Number(customerId), out),
  report: (records = '', out = '') => reportPerson(Number(records), out),
  'read-session': (url = '', email = '') => readThroughSession(url, email),
  'read-bare': (url = '', customerId = '') => readBare(url, Number(customerId)),
};

const [name = '', ...args] = process.argv.slice(2);
const job = JOBS[name];
if (job === undefined) throw new Error(`there is no job "${name}"`);
let count: unknown;
const elapsed = await seconds(async () => {
  count = await job(...args);
});
const result: JobResult = { seconds: elapsed, peakMiB: peakMemoryMiB(), count: Number(count ?? 0) };
process.stdout.write(`${JSON.stringify(result)}\n`);
