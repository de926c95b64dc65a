import { ConnectorError } from '@habeas/connector-sdk';
import { pause } from '../call/persist.js';
import { retryAfterMs } from '../http/waits.js';
import type { JobSpec, JobStep } from '../manifest/job-schema.js';
import type { Place } from '../manifest/pagination-schema.js';
import type { RequestSpec } from '../manifest/request-schema.js';
import { told } from '../page/pager.js';
import type { BuiltRequest } from '../request/build-request.js';
import type { Scope } from '../template/template.js';
import { built, rulesOf } from './ask.js';
import type { ApiReply, Engine } from './engine.js';

/** Asks for the list of a request, with the page to ask for written into the request that it is asked with. */
export type AskList = (paged: (request: BuiltRequest) => BuiltRequest | URL) => Promise<ApiReply>;

/** A request whose list is to be asked for. */
export interface AskedList {
  readonly label: string;
  readonly spec: RequestSpec;
  readonly scope: Scope;
}

/** How a list is asked for: by its request or, where the vendor takes that as a job, by what gives the records of the job. */
export async function listAsked(engine: Engine, list: AskedList): Promise<AskList> {
  const { label, spec, scope } = list;
  const { job } = spec;
  if (job === undefined)
    return (paged) => engine.api.json(paged(built(spec, scope)), rulesOf(label, spec, { of: spec, kind: 'whole' }));
  const taken = await engine.api.json(built(spec, scope), rulesOf(label, spec, { of: spec, kind: 'submission' }));
  return taken.empty ? () => Promise.resolve(taken) : new Job(engine, { ...list, job }).results(taken);
}

/**
 * A job that the vendor has taken. Its end is waited for as long, and asked for as often, as the manifest says: one that has not
 * ended then is a `quota`, one that the vendor could not do a `contract`. Neither is ever taken for a list without records.
 */
class Job {
  readonly #until: number;
  #polls = 0;
  #isDone = false;

  constructor(
    private readonly engine: Engine,
    private readonly task: AskedList & { readonly job: JobSpec },
  ) {
    this.#until = engine.clock.now() + task.job.most;
  }

  async results(taken: ApiReply): Promise<AskList> {
    const { label, spec, scope, job } = this.task;
    const within = job.id === undefined ? scope : { ...scope, job: this.#stated(taken, job.id) };
    const poll = this.#step(job.poll, within, taken);
    if (job.result === undefined) return (paged) => this.#ended(paged(poll), taken);
    const result = this.#step(job.result, within, await this.#ended(poll, taken));
    const { scope: limits = spec.scope, cost } = job.result;
    const rules = rulesOf(label, { on: {}, scope: limits, cost }, { of: spec, kind: 'result' });
    return (paged) => this.engine.api.json(paged(result), rules);
  }

  /** The answer that says that it is done. What was done once is not paused for again: its further pages are asked for like others. */
  async #ended(request: BuiltRequest | URL, before: ApiReply): Promise<ApiReply> {
    const { label, spec, job } = this.task;
    const { scope = spec.scope, cost } = job.poll;
    const on = Object.fromEntries(job.later.map((status) => [status, 'empty' as const]));
    const rules = rulesOf(label, { on, scope, cost }, { of: spec, kind: 'poll' });
    let last = before;
    for (;;) {
      if (!this.#isDone) await this.#pause(last);
      this.#polls += 1;
      last = await this.engine.api.json(request, rules);
      this.#isDone = !last.empty && this.#saysDone(last);
      if (this.#isDone) return last;
    }
  }

  #saysDone(reply: ApiReply): boolean {
    const { state, done = [], failed = [] } = this.task.job;
    if (state === undefined) return true;
    const said = this.#stated(reply, state);
    if (failed.includes(said))
      throw this.#fault(
        'contract',
        'the source could not do the job',
        'Search again; report it to the vendor where it stays so.',
      );
    return done.includes(said);
  }

  async #pause(last: ApiReply): Promise<void> {
    const { every, polls } = this.task.job;
    const { clock, signal } = this.engine;
    const vendors = retryAfterMs(last.header('retry-after'), clock.now()) ?? 0;
    const milliseconds = vendors > 0 ? vendors : every;
    if (this.#polls >= polls || clock.now() + milliseconds > this.#until) {
      throw this.#fault(
        'quota',
        'the source has not done the job in the time that the connector waits',
        'Search again later.',
        milliseconds,
      );
    }
    await pause(milliseconds, { clock, signal });
  }

  /** A step's request; an address is one below the base, or that of another host, which is as free to ask as hosts are declared. */
  #step(step: JobStep, scope: Scope, before: ApiReply): BuiltRequest {
    if (step.at === undefined) return built(step, scope);
    const text = String(this.#stated(before, step.at));
    const address = URL.canParse(text, this.engine.base.href) ? new URL(text, this.engine.base) : undefined;
    if (address === undefined || !/^https?:$/u.test(address.protocol))
      throw this.#fault('contract', 'the address of the job is none');
    return { method: 'GET', path: address.href, query: {}, headers: {} };
  }

  #stated(reply: ApiReply, place: Place): string | number | boolean {
    const value = told(reply, place);
    if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')) return value;
    throw this.#fault('contract', 'the answer about the job does not hold what the manifest names');
  }

  #fault(errorClass: 'contract' | 'quota', what: string, remedy?: string, retryAfter?: number): ConnectorError {
    return new ConnectorError(errorClass, `${this.task.label}: ${what}.`, {
      ...(remedy === undefined ? {} : { remedy }),
      ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }),
    });
  }
}
