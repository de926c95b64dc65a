import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { requestSchema } from '../manifest/request-schema.js';
import type { BuiltRequest } from '../request/build-request.js';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { testEngine } from '../testing/test-engine.js';
import { virtualClock } from '../testing/virtual-clock.js';
import type { ApiReply, CallRules, Engine } from './engine.js';
import { listAsked } from './job.js';

type Said = Partial<Pick<ApiReply, 'body' | 'empty'>> & { readonly headers?: Readonly<Record<string, string>> };

/** What was sent, and when, in seconds. */
interface Sent {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rules: CallRules;
  readonly at: number;
}

/** A vendor that says one thing after the other, the last for ever; and what a job of it comes to. */
function jobAt(said: readonly Said[], job: JsonValue, more: object = {}) {
  const clock = virtualClock(0);
  const stop = new AbortController();
  const sent: Sent[] = [];
  const engine: Engine = {
    ...testEngine(connectorSkeleton('new-vendor').get('manifest.yaml') ?? '', (request, rules) => {
      const { path, query } = request as BuiltRequest;
      sent.push({ path, query, rules, at: clock.now() / 1000 });
      const { body = {}, empty = false, headers = {} } = said[Math.min(sent.length, said.length) - 1] ?? {};
      return Promise.resolve({ body, empty, header: (name: string) => headers[name] });
    }),
    clock,
    signal: stop.signal,
  };
  const spec = requestSchema.parse({ get: '/people', query: { email: '${id}' }, records: 'people', job, ...more });
  const ask = async (pages: readonly string[] = ['1']): Promise<readonly JsonValue[]> => {
    const asked = await listAsked(engine, { label: 'person.find', spec, scope: { id: 'ann@example.org' } });
    const bodies: JsonValue[] = [];
    for (const page of pages) {
      bodies.push((await asked((request) => ({ ...request, query: { ...request.query, page } }))).body);
    }
    return bodies;
  };
  return { sent, stop, clock, run: (pages?: readonly string[]) => clock.runUntil(ask(pages)) };
}

const JOB = { id: 'job', poll: { get: '/jobs/${job}' }, state: 'state', done: 'done', failed: 'lost' };
const TAKEN = { body: { job: 'j 1' } };
const BUSY = { body: { state: 'busy' } };
const DONE = { body: { state: 'done', people: [] } };

describe('a job', () => {
  it('is asked about with a pause until it is done, and its answer holds the records', async () => {
    const vendor = jobAt([TAKEN, BUSY, BUSY, DONE], JOB);
    expect(await vendor.run()).toEqual([DONE.body]);
    expect(vendor.sent.map(({ path, at }) => [path, at])).toEqual([
      ['/people', 0],
      ['/jobs/j%201', 5],
      ['/jobs/j%201', 10],
      ['/jobs/j%201', 15],
    ]);
    expect(vendor.sent.map(({ query }) => query)).toEqual([
      { email: 'ann@example.org' },
      { page: '1' },
      { page: '1' },
      { page: '1' },
    ]);
  });

  it('is asked about when the vendor says, and a wait of nothing is none', async () => {
    const vendor = jobAt(
      [TAKEN, { ...BUSY, headers: { 'retry-after': '30' } }, { ...BUSY, headers: { 'retry-after': '0' } }, DONE],
      JOB,
    );
    await vendor.run();
    expect(vendor.sent.map(({ at }) => at)).toEqual([0, 5, 35, 40]);
  });

  it('that is done is not paused for again: its further pages are asked for at once', async () => {
    const vendor = jobAt([TAKEN, BUSY, DONE], JOB);
    await vendor.run(['1', '2']);
    expect(vendor.sent.map(({ query, at }) => [query['page'], at])).toEqual([
      [undefined, 0],
      ['1', 5],
      ['1', 10],
      ['2', 10],
    ]);
  });

  it('has statuses that say that it is not done; without a state, any other answer is the end', async () => {
    const job = { id: { header: 'x-job' }, poll: { get: '/jobs/${job}' }, later: [202, 409], every: '1s' };
    const vendor = jobAt([{ headers: { 'x-job': '7' } }, { empty: true }, { body: { people: [1] } }], job);
    expect(await vendor.run()).toEqual([{ people: [1] }]);
    expect(vendor.sent.at(-1)).toMatchObject({ path: '/jobs/7', rules: { on: { 202: 'empty', 409: 'empty' } }, at: 2 });
  });

  it('leads to its result, by a request or by an address, which counts toward the limits that are said', async () => {
    const asked = jobAt(
      [TAKEN, DONE, { body: ['a'] }],
      { ...JOB, result: { get: '/jobs/${job}/rows', scope: 'slow', cost: 3 } },
      { scope: 'all' },
    );
    expect(await asked.run(['1'])).toEqual([['a']]);
    expect(asked.sent.map(({ path, rules }) => [path, rules.scope, rules.cost])).toEqual([
      ['/people', 'all', undefined],
      ['/jobs/j%201', 'all', undefined],
      ['/jobs/j%201/rows', 'slow', 3],
    ]);
    const told = jobAt(
      [
        { headers: { location: '/v1/jobs/1' } },
        { body: { state: 'done', url: 'https://files.example.org/1?key=k' } },
        { body: [] },
      ],
      {
        poll: { at: { header: 'location' } },
        state: 'state',
        done: ['done', 'ready'],
        result: { at: 'url' },
      },
    );
    await told.run();
    expect(told.sent.map(({ path }) => path).slice(1)).toEqual([
      'https://api.example.org/v1/jobs/1',
      'https://files.example.org/1?key=k',
    ]);
  });

  it('is taken with or without a body', async () => {
    const vendor = jobAt([TAKEN, DONE], JOB, { on: { 404: 'empty' } });
    await vendor.run();
    expect(vendor.sent.map(({ rules }) => rules.on)).toEqual([{ 201: 'taken', 202: 'taken', 404: 'empty' }, {}]);
  });

  it('that is not taken, since there is nothing, is a list without records', async () => {
    const vendor = jobAt([{ body: null, empty: true }], JOB);
    expect(await vendor.run()).toEqual([null]);
    expect(vendor.sent).toHaveLength(1);
  });

  it.each([
    ['after so long', { most: '12s' }, 3],
    ['after so many polls', { polls: 4 }, 5],
    ['before a wait of the vendor that is longer', { every: '11m' }, 1],
  ])('that is not done ends %s, as a budget that is used up', async (_, limits, requests) => {
    const vendor = jobAt([TAKEN, BUSY], { ...JOB, ...limits });
    await expect(vendor.run()).rejects.toMatchObject({
      errorClass: 'quota',
      message: 'person.find: the source has not done the job in the time that the connector waits.',
      retryAfterMs: expect.any(Number),
    });
    expect(vendor.sent).toHaveLength(requests);
  });

  it.each<[string, readonly Said[], object]>([
    ['the source could not do the job', [TAKEN, { body: { state: 'lost' } }], {}],
    ['the answer about the job does not hold what the manifest names', [{ body: {} }], {}],
    ['the answer about the job does not hold what the manifest names', [{ body: { job: '' } }], {}],
    ['the answer about the job does not hold what the manifest names', [TAKEN, { body: { people: [] } }], {}],
    [
      'the address of the job is none',
      [TAKEN, { body: { state: 'done', url: 'file:///etc/passwd' } }],
      { result: { at: 'url' } },
    ],
    ['the address of the job is none', [TAKEN, { body: { state: 'done', url: 'http://[' } }], { result: { at: 'url' } }],
  ])('is a fault, and never nothing found: %s', async (what, said, more) => {
    await expect(jobAt(said, { ...JOB, ...more }).run()).rejects.toMatchObject({
      errorClass: 'contract',
      message: `person.find: ${what}.`,
    });
  });

  it('is not waited for when the search is cancelled', async () => {
    const vendor = jobAt([TAKEN, BUSY], JOB);
    const running = vendor.run();
    vendor.stop.abort(new Error('stop'));
    await expect(running).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
