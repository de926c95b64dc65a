import type { ValueFault } from '@habeas/connector-sdk';
import { templatesOf } from '../request/templates-of.js';
import { stepsOf, type Step } from '../request/steps-of.js';
import { holesOf, parseTemplate } from '../template/template.js';
import type { JobSpec, JobStep } from './job-schema.js';
import type { Pagination } from './pagination-schema.js';
import type { RequestSpec } from './request-schema.js';

type Path = readonly PropertyKey[];

/** A request that may be a job: where it stands, and how its list comes in pages where it does not say. */
export interface PlacedJob {
  readonly path: Path;
  readonly spec: RequestSpec;
  readonly pagination: Pagination | 'none';
}

/** What is wrong with the job of a request whose format is right. */
export function* jobFaults({ path, spec, pagination }: PlacedJob): Iterable<ValueFault> {
  const { job } = spec;
  if (job === undefined) return;
  const at = [...path, 'job'];
  if (path[0] === 'check') yield { path: at, what: 'the check is one reply, and no job', remedy: 'name another request' };
  if (path[2] === 'files') yield { path: at, what: 'a file is fetched at once, and by no job', remedy: 'remove it' };
  yield* endFaults(at, job);
  yield* listFaults(at, { spec, job, pagination });
  for (const step of stepsOf(spec)) yield* stepFaults(path, step, job);
}

function* listFaults(
  path: Path,
  { spec, job, pagination }: Pick<PlacedJob, 'spec' | 'pagination'> & { readonly job: JobSpec },
): Iterable<ValueFault> {
  if (spec.records === '.' && job.result === undefined && typeof job.state === 'string') {
    yield { path, what: 'the records are all of the answer that holds the state', remedy: 'say where the records stand' };
  }
  if (pagination !== 'none' && (pagination.type === 'cursor' || pagination.type === 'next')) {
    yield {
      path,
      what: `pages by ${pagination.type} belong to one job, and a read that is gone on with starts another`,
      remedy: 'use pages by offset, page or last, or paginate: none',
    };
  }
}

/** How a job ends has to be said, and in one way. */
function* endFaults(path: Path, { state, done, failed, later }: JobSpec): Iterable<ValueFault> {
  if (state === undefined && later.length === 0) {
    yield { path, what: 'nothing says when the job is done', remedy: 'add state and done, or later' };
  }
  if (state !== undefined && done === undefined)
    yield { path, what: 'nothing says what its state is when it is done', remedy: 'add done' };
  if (state === undefined && (done ?? failed) !== undefined) {
    yield { path, what: 'nothing says where the state of the job stands', remedy: 'add state' };
  }
  const both = (failed ?? []).filter((value) => done?.includes(value) === true).map((value) => JSON.stringify(value));
  if (both.length > 0)
    yield { path: [...path, 'failed'], what: `${both.join(', ')} means both done and failed`, remedy: 'keep one' };
}

/** A step asks about the job that was taken, and about no other. */
function* stepFaults(path: Path, { kind, path: within, spec, isAddressed }: Step, job: JobSpec): Iterable<ValueFault> {
  if (kind === 'whole' || kind === 'submission') return;
  const at = [...path, ...within];
  if (isAddressed && isAsked(job[kind])) {
    yield { path: [...at, 'at'], what: 'an address is asked for as it is told', remedy: 'keep either at or the request' };
  }
  if (!isAddressed && !namesJob(spec)) {
    yield {
      path: at,
      what: 'it does not say which job it is about',
      remedy: 'name ${job} in it, or where its address stands: at',
    };
  }
}

function isAsked(step: JobStep | undefined): boolean {
  const { get, post, body, query = {}, headers = {} } = step ?? {};
  return [get, post, body].some((each) => each !== undefined) || Object.keys({ ...query, ...headers }).length > 0;
}

function namesJob(spec: RequestSpec): boolean {
  return templatesOf(spec).some(({ text }) => holesOf(parseTemplate(text)).some(([first]) => first === 'job'));
}
