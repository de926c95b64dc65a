import { openDiscovery, type SourceBinding } from '@habeas/core';
import { connectorAt, startVendorProcess, type RunningProcessVendor } from '@habeas/rest-engine/vendor-process';
import { personWith } from '../jobs/sources.js';
import { seconds, series } from '../measure.js';
import type { Figure } from '../report.js';
import { runJob } from '../run-job.js';
import { EMAIL, VENDOR_NAMES, vendorNamed, type VendorName } from '../vendors/vendors.js';

const RECORDS = 100_000;
const MOST_MIB = 200;
const RUNS = 3;
const DELAY_MS = 100;
const MOST_RATIO = 1.3;
/** Long lists of two kinds: keys whose records are fetched in batches, and records by offset. */
const LONG_LISTS = [
  { name: 'hubspot', collection: 'notes' },
  { name: 'mailchimp', collection: 'event' },
] as const satisfies readonly { readonly name: VendorName; readonly collection: string }[];
/** What each vendor holds of the person in the search of all of them. */
const FEW: Readonly<Record<VendorName, Readonly<Record<string, number>>>> = {
  hubspot: { notes: 40, emails: 40, deals: 5 },
  mailchimp: { event: 30, activity: 30 },
  pretix: { order: 8 },
  espocrm: { Call: 10, Meeting: 10 },
};

/** Reads of long lists, each vendor and each reader a process of its own; then one search of four vendors that take their time. */
export async function vendors(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, collection } of LONG_LISTS) figures.push(...(await longList(name, collection)));
  return [...figures, ...(await fourAtOnce())];
}

async function longList(name: VendorName, collection: string): Promise<readonly Figure[]> {
  const vendor = await startVendorProcess(vendorNamed(name, { [collection]: RECORDS }));
  try {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await runJob('read-vendor', name, vendor.origin, collection));
    if (runs.some(({ count }) => count !== RECORDS)) throw new Error('not every record came');
    const what = `${name}, ${String(RECORDS)} of ${collection}`;
    return [
      {
        what: `${what}: peak memory of the reader`,
        value: series(runs.map(({ peakMiB }) => peakMiB)),
        unit: 'MiB',
        target: { atMost: MOST_MIB },
      },
      { what: `${what}: records`, value: series(runs.map((run) => run.count / run.seconds)), unit: '/s' },
    ];
  } finally {
    await vendor.stop();
  }
}

/** The same search, of each vendor alone and of all of them: the service's own, with the vendors' declared rates. */
async function fourAtOnce(): Promise<readonly Figure[]> {
  const running = new Map<VendorName, RunningProcessVendor>();
  try {
    for (const name of VENDOR_NAMES)
      running.set(name, await startVendorProcess({ ...vendorNamed(name, FEW[name]), delayMs: DELAY_MS }));
    const search = (names: readonly VendorName[]): Promise<number> =>
      searchTime(names.map((name) => bindingOf(name, running.get(name)?.origin ?? '')));
    const alone = new Map(VENDOR_NAMES.map((name) => [name, [] as number[]]));
    const [all, ratios]: [number[], number[]] = [[], []];
    await search(VENDOR_NAMES);
    for (let run = 0; run < RUNS; run += 1) {
      const times: number[] = [];
      for (const name of VENDOR_NAMES) times.push(await search([name]));
      VENDOR_NAMES.forEach((name, index) => alone.get(name)?.push(times[index] ?? Number.NaN));
      const together = await search(VENDOR_NAMES);
      all.push(together);
      ratios.push(together / Math.max(...times));
    }
    return [
      ...[...alone].map(([name, times]): Figure => ({ what: `${name} alone, ${away()}`, value: series(times), unit: 's' })),
      { what: `all ${String(VENDOR_NAMES.length)}, ${away()}`, value: series(all), unit: 's' },
      { what: 'all ÷ the slowest alone', value: series(ratios), unit: '×', target: { atMost: MOST_RATIO } },
    ];
  } finally {
    await Promise.all([...running.values()].map((vendor) => vendor.stop()));
  }
}

function away(): string {
  return `answers after ${String(DELAY_MS)} ms`;
}

function bindingOf(name: VendorName, origin: string): SourceBinding {
  const { connector, config } = connectorAt(origin, vendorNamed(name, {}));
  const { id, version, title } = connector.manifest;
  return {
    description: { id: name, title, connector: { id, version } },
    open: (signal) => connector.open(config, { source: name, signal }),
  };
}

async function searchTime(sources: readonly SourceBinding[]): Promise<number> {
  return seconds(async () => {
    const findings = (await openDiscovery({ sources, subject: personWith(EMAIL) }).discover()).read();
    const delivered = new Set<string>();
    for await (const collection of findings.collections()) {
      for await (const records of collection.records()) if (records.length > 0) delivered.add(collection.source.id);
      for await (const _file of collection.files()) continue;
    }
    const unfinished = findings.account().ledger.filter(({ outcome }) => !['complete', 'empty', 'unsupported'].includes(outcome));
    if (delivered.size < sources.length || unfinished.length > 0) {
      throw new Error(`not everything came: ${unfinished.map((each) => `${each.source.id} ${each.collection}`).join(', ')}`);
    }
  });
}
