import { peakMemoryMiB, seconds } from '../measure.js';
import type { VendorName } from '../vendors/vendors.js';

/** What a job's process tells about itself on its last line. */
export interface JobResult {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly count: number;
}

type Job = (...args: string[]) => Promise<unknown>;

/** Each is loaded alone, so that its memory holds nothing of the others, and before its time counts. */
const JOBS: Readonly<Record<string, () => Promise<Job>>> = {
  archive: async () => {
    const { archivePerson } = await import('./archive-person.js');
    return (url = '', email = '', out = '', format = '') => archivePerson(url, email, out, format === 'json' ? 'json' : 'csv');
  },
  naive: async () => {
    const { naiveExport } = await import('./naive-export.js');
    return (url = '', customerId = '', out = '') => naiveExport(url, Number(customerId), out);
  },
  report: async () => {
    const { reportPerson } = await import('./report-person.js');
    return (records = '', out = '') => reportPerson(Number(records), out);
  },
  'read-session': async () => {
    const { readThroughSession } = await import('./read-rows.js');
    return (url = '', email = '') => readThroughSession(url, email);
  },
  'read-bare': async () => {
    const { readBare } = await import('./read-rows.js');
    return (url = '', customerId = '') => readBare(url, Number(customerId));
  },
  'read-vendor': async () => {
    const { readVendor } = await import('./read-vendor.js');
    return (name = '', origin = '', collection = '') => readVendor(name as VendorName, origin, collection);
  },
};

const [name = '', ...args] = process.argv.slice(2);
const load = JOBS[name];
if (load === undefined) throw new Error(`there is no job "${name}"`);
const job = await load();
let count: unknown;
const elapsed = await seconds(async () => {
  count = await job(...args);
});
const result: JobResult = { seconds: elapsed, peakMiB: peakMemoryMiB(), count: Number(count ?? 0) };
process.stdout.write(`${JSON.stringify(result)}\n`);
