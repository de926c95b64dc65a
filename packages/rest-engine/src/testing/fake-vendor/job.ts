import type { JsonValue } from '@habeas/connector-sdk';
import type { JobSpec } from '../../manifest/job-schema.js';
import type { Place } from '../../manifest/pagination-schema.js';
import { answerTo, type Answer } from './answer.js';
import type { Asked, Memory, TakenJob } from './asked.js';
import { jobAddress, type JobStepRoute } from './route.js';
import { scalarText } from './scalar-text.js';
import { writeAt } from './write-at.js';

/** What a vendor says to a request or, where the manifest makes a job of it, to the steps of that job. */
export function answerToStep(asked: Asked): Answer {
  const { step } = asked.route;
  if (step === undefined) return answerTo(asked);
  if (step.kind === 'submission') return taken(asked, step);
  const job = askedJob(asked);
  if (job?.of !== step.of) return { status: 404, headers: {}, body: { error: 'no such job' } };
  return step.kind === 'poll' ? polled(asked, step, job) : resultOf(asked, job);
}

/** Whether a request asks about a job that was taken where it stands itself: several jobs may be asked about in the same words. */
export function isAboutItsJob({ route, captures }: Pick<Asked, 'route' | 'captures'>, memory: Memory): boolean {
  return route.step !== undefined && askedJob({ captures, memory })?.of === route.step.of;
}

function askedJob({ captures, memory }: Pick<Asked, 'captures' | 'memory'>): TakenJob | undefined {
  return memory.jobs.get(scalarText(captures.get('job')));
}

/** The job is taken: its id, and the address to ask for it at, where the manifest looks for them. */
function taken(asked: Asked, { of, job }: JobStepRoute): Answer {
  const { memory, captures } = asked;
  const id = `job-${memory.jobs.size + 1}`;
  memory.jobs.set(id, { of, captures, polls: 0 });
  const answer = { status: 202, headers: waitIn(asked) };
  const named = job.id === undefined ? answer : told(answer, job.id, id);
  return job.poll.at === undefined ? named : told(named, job.poll.at, addressOf(asked, { of, kind: 'poll' }, id));
}

function polled(asked: Asked, step: JobStepRoute, job: TakenJob): Answer {
  const { jobEnd, jobPolls } = asked.quirks;
  job.polls += 1;
  if (jobEnd === 'never' || job.polls <= jobPolls) return waiting(asked, step.job);
  if (jobEnd === 'well') return done(asked, step, job);
  const [end] = step.job.failed ?? [];
  return end === undefined ? gone : withState(NOTHING, step.job, end);
}

/** Its records, or where they are. */
function done(asked: Asked, { of, job }: JobStepRoute, taken: TakenJob): Answer {
  const answer = job.result === undefined ? resultOf(asked, taken) : NOTHING;
  const [end] = job.done ?? [];
  const ended = end === undefined ? answer : withState(answer, job, end);
  const at = job.result?.at;
  return at === undefined
    ? ended
    : told(ended, at, addressOf(asked, { of, kind: 'result' }, scalarText(asked.captures.get('job'))));
}

const NOTHING: Answer = { status: 200, headers: {}, body: {} };
const gone: Answer = { status: 410, headers: {}, body: { error: 'the job has failed' } };
/** No vendor of a test calls the end of a job so. */
const RUNNING = 'at work on it';

/** Not done yet: by a status, or by a state that is none of the ends. */
function waiting(asked: Asked, job: JobSpec): Answer {
  const headers = waitIn(asked);
  const [status] = job.later;
  if (status !== undefined) return { status, headers, body: {} };
  return withState({ ...NOTHING, headers }, job, RUNNING);
}

function waitIn({ quirks: { jobWait } }: Asked): Answer['headers'] {
  return jobWait === undefined ? {} : { 'retry-after': String(jobWait) };
}

/** What was asked for when the job was submitted. */
function resultOf(asked: Asked, { captures }: TakenJob): Answer {
  return answerTo({ ...asked, captures });
}

function withState(answer: Answer, { state }: JobSpec, value: JsonValue): Answer {
  return state === undefined ? answer : told(answer, state, value);
}

function told(answer: Answer, place: Place, value: JsonValue): Answer {
  if (typeof place === 'string') return { ...answer, body: writeAt(answer.body, place, value) };
  return { ...answer, headers: { ...answer.headers, [place.header]: scalarText(value) } };
}

function addressOf({ address, prefix, quirks }: Asked, step: Pick<JobStepRoute, 'of' | 'kind'>, id: string): string {
  return `${quirks.nextOrigin ?? address.origin}${prefix}${jobAddress(step, id)}`;
}
