import assert from 'node:assert/strict';
import { ConnectorError, type ErrorClass, type Match } from '@habeas/connector-sdk';
import type { JobSpec } from '../../../manifest/job-schema.js';
import { placedStepsOf, requestsOf, type PlacedStep } from '../../../manifest/request-faults.js';
import type { SeenRequest } from '../../fake-vendor/fake-vendor.js';
import { scalarText } from '../../fake-vendor/scalar-text.js';
import { startScriptedServer } from '../../scripted-server.js';
import { ANN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectDiscretion, expectFaultIs, expectWhole } from '../expect.js';
import { locatedOf, readAll, rootsOf, search } from '../observe.js';
import type { Scenario } from '../scenario.js';
import { allSought } from '../subjects.js';

/** How long a vendor wants to be left alone, in seconds. */
const PATIENCE_S = 7;

/** That what a vendor does in its own time is waited for, and that one that never does it is told. */
export const jobChecks: readonly RestCheck[] = [
  { id: 'F8a', title: 'a job that is never done is a fault, and in time', idle: withoutJobs, run: endlessJobsAreTold },
  { id: 'F8b', title: 'a job that the vendor could not do is a fault', idle: withoutJobs, run: failedJobsAreTold },
  { id: 'F8c', title: 'a job is asked about no sooner than is said', idle: withoutJobs, run: pausesAreKept },
  {
    id: 'X1d',
    title: 'the address of a job at another host is not asked',
    idle: withoutAddressesOfJobs,
    run: jobsStayAtHome,
  },
];

function withoutJobs({ manifest }: Scenario): string | undefined {
  return requestsOf(manifest).some(({ spec }) => spec.job !== undefined) ? undefined : 'the vendor answers every request at once';
}

function withoutAddressesOfJobs({ manifest }: Scenario): string | undefined {
  return placedStepsOf(manifest).some(({ isAddressed }) => isAddressed) ? undefined : 'no reply holds the address of a job';
}

/** What the read of a collection came to, and the requests about jobs that it took. */
interface JobReading {
  readonly collection: string;
  readonly end: unknown;
  readonly about: readonly AboutJob[];
}

/** A request about a job, and what the manifest says of it. */
interface AboutJob {
  readonly seen: SeenRequest;
  readonly step: PlacedStep;
  readonly job: JobSpec;
}

function aboutJobs({ vendor, manifest }: Bench): readonly AboutJob[] {
  const steps = new Map(placedStepsOf(manifest).map((step) => [step.path.join('.'), step]));
  return vendor.seen.flatMap((seen) => {
    const step = steps.get(seen.route ?? '');
    const job = step?.of.spec.job;
    return step === undefined || job === undefined ? [] : [{ seen, step, job }];
  });
}

/** Reads each collection, in a session that nobody used before. */
async function* readings(bench: Bench, roots: readonly Match[]): AsyncGenerator<JobReading> {
  for (const collection of Object.keys(bench.manifest.collections)) {
    const session = await bench.open({ source: `read-${collection}` });
    bench.vendor.forget();
    const end = await readAll(bench, session, { collection, roots, want: 'records' }).then(
      ({ done }) => done,
      (fault: unknown) => fault,
    );
    if (!(end instanceof Error)) expectWhole(end as Parameters<typeof expectWhole>[0], `the read of ${collection}`);
    yield { collection, end, about: aboutJobs(bench) };
  }
}

async function endlessJobsAreTold(bench: Bench): Promise<void> {
  await expectTold(bench, 'never', ['quota', 'throttle', 'transient']);
}

async function failedJobsAreTold(bench: Bench): Promise<void> {
  await expectTold(bench, 'failed', ['contract', 'not-found', 'transient']);
}

/** Whatever takes a job that does not end well ends in a fault. */
async function expectTold(bench: Bench, jobEnd: 'never' | 'failed', classes: readonly ErrorClass[]): Promise<void> {
  const roots = await rootsOf(bench, await bench.open(), ANN);
  bench.vendor.quirks.jobEnd = jobEnd;
  let faults = await searchFaults(bench);
  for await (const { collection, end, about } of readings(bench, roots)) {
    if (about.length === 0) continue;
    assert.ok(end instanceof Error, `the read of ${collection} ended well, where its job did not`);
    expectFaultIs(bench, classes, end);
    expectBounds(about);
    faults += 1;
  }
  assert.ok(faults > 0, 'no job was ever asked about');
}

/** The searches that are jobs: none of them has found, or not found, anybody. */
async function searchFaults(bench: Bench): Promise<number> {
  const searched = Object.entries(bench.manifest.collections).filter(([, { find }]) => find.some(({ job }) => job !== undefined));
  if (searched.length === 0) return 0;
  const session = await bench.open({ source: 'search' });
  bench.vendor.forget();
  const { located } = await search(bench, session, allSought(bench, ANN));
  for (const [collection] of searched) {
    const { outcome, problem } = locatedOf(located, collection);
    assert.ok(
      outcome === 'failed' || outcome === 'throttled',
      `the search of ${collection} is ${outcome}, where its job did not end`,
    );
    assert.ok(problem !== undefined);
    expectDiscretion(bench, problem);
  }
  expectBounds(aboutJobs(bench));
  return searched.length;
}

/** The requests about each job, in their order. */
function pollsByJob(about: readonly AboutJob[]): readonly (readonly AboutJob[])[] {
  const jobs = new Map<string, AboutJob[]>();
  for (const one of about.filter(({ step }) => step.kind === 'poll')) {
    const id = scalarText(one.seen.captures?.get('job'));
    jobs.set(id, [...(jobs.get(id) ?? []), one]);
  }
  return [...jobs.values()];
}

function expectBounds(about: readonly AboutJob[]): void {
  for (const polls of pollsByJob(about)) {
    const [first, last] = [polls[0]!, polls.at(-1)!];
    const { polls: most, most: longest } = first.job;
    assert.ok(polls.length <= most, `a job is asked about ${polls.length} times, where ${most} are allowed`);
    assert.ok(last.seen.at - first.seen.at <= longest, 'a job is asked about longer than is allowed');
  }
}

async function pausesAreKept(bench: Bench): Promise<void> {
  const roots = await rootsOf(bench, await bench.open(), ANN);
  for (const jobWait of [undefined, PATIENCE_S]) {
    bench.vendor.quirks.jobWait = jobWait;
    let pauses = 0;
    for await (const { about } of readings(bench, roots)) pauses += expectPauses(bench, about);
    pauses += await searchPauses(bench);
    assert.ok(pauses > 0, 'no job was asked about twice');
  }
}

async function searchPauses(bench: Bench): Promise<number> {
  const session = await bench.open({ source: 'search' });
  bench.vendor.forget();
  await search(bench, session, allSought(bench, ANN));
  return expectPauses(bench, aboutJobs(bench));
}

/** As long as the vendor says or, where it says nothing, as the manifest does. */
function expectPauses({ vendor }: Bench, about: readonly AboutJob[]): number {
  const { jobWait, jobPolls } = vendor.quirks;
  let pauses = 0;
  for (const polls of pollsByJob(about)) {
    // What is done is not paused for: its further pages are asked for like others
    for (const [index, { seen, job }] of polls.slice(1, jobPolls + 1).entries()) {
      const waited = seen.at - polls[index]!.seen.at;
      const due = jobWait === undefined ? job.every : jobWait * 1000;
      assert.ok(waited >= due, `a job is asked about again after ${waited} ms, where ${due} are due`);
      pauses += 1;
    }
  }
  return pauses;
}

async function jobsStayAtHome(bench: Bench): Promise<void> {
  const elsewhere = await startScriptedServer([{ body: {} }]);
  try {
    const roots = await rootsOf(bench, await bench.open(), ANN);
    bench.vendor.quirks.nextOrigin = elsewhere.origin;
    for await (const { collection, end, about } of readings(bench, roots)) {
      if (!about.some(({ job }) => job.poll.at !== undefined || job.result?.at !== undefined)) continue;
      assert.ok(end instanceof ConnectorError, `the read of ${collection} ended well, where its job led to another host`);
      expectFaultIs(bench, ['egress'], end);
    }
    assert.equal(elsewhere.connections(), 0, 'another host was reached');
  } finally {
    await elsewhere.close();
  }
}
