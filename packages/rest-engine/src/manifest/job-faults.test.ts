import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { parseManifest } from './manifest.js';

const SKELETON = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';
const SEARCH = "query: { email: '${id}' }, records: data, paginate: none,";
const JOB = "id: job, poll: { get: '/jobs/${job}' }, state: state, done: done";

/** The skeleton with a search that is a job, and with this in place of parts of it. */
function manifestWith(job: string, [from, to]: readonly [string, string] = ['', '']): string {
  const searched = SKELETON.replace(/query: \{ email: '\$\{id\}' \}, records: data/u, () => `${SEARCH} job: { ${job} }`);
  if (!searched.includes(job) || !searched.includes(from)) throw new Error('The skeleton is another.');
  return searched.replace(from, () => to);
}

function faultsOf(text: string): readonly string[] {
  try {
    parseManifest(text, 'manifest.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ path, what, line }) => `${line === undefined ? 'no line' : 'line'} ${path ?? ''}: ${what}`);
  }
}

const AT = 'line collections.contact.find.0.job';

describe('a job in a manifest', () => {
  it('is read, its pauses and ends as long as is usual', () => {
    const { collections } = parseManifest(manifestWith(`${JOB}, later: 202, failed: [lost, 7]`), 'manifest.yaml');
    expect(collections['contact']?.find[0]?.job).toMatchObject({
      done: ['done'],
      failed: ['lost', 7],
      later: [202],
      every: 5000,
      most: 600_000,
      polls: 200,
    });
  });

  it.each([
    ['no end', "id: job, poll: { get: '/jobs/${job}' }", `${AT}: nothing says when the job is done`],
    [
      'a state without an end',
      "id: job, poll: { get: '/jobs/${job}' }, state: s",
      `${AT}: nothing says what its state is when it is done`,
    ],
    [
      'an end without a state',
      "id: job, poll: { get: '/jobs/${job}' }, later: 202, done: x",
      `${AT}: nothing says where the state of the job stands`,
    ],
    ['one state for two ends', `${JOB}, failed: [lost, done]`, `${AT}.failed: "done" means both done and failed`],
    ['a poll about no job', 'id: job, poll: { get: /jobs }, later: 202', `${AT}.poll: it does not say which job it is about`],
    ['a result of no job', `${JOB}, result: { get: /rows }`, `${AT}.result: it does not say which job it is about`],
    ['an id that nothing holds', "poll: { get: '/jobs/${job}' }, later: 202", `${AT}.poll.get: "job" is not known here`],
    [
      'an address and a request',
      "poll: { at: url, get: '/jobs' }, later: 202",
      `${AT}.poll.at: an address is asked for as it is told`,
    ],
    [
      'an address and a query',
      'poll: { at: url, query: { a: 1 } }, later: 202',
      `${AT}.poll.at: an address is asked for as it is told`,
    ],
    ['a poll without a path', "id: job, poll: { query: { job: '${job}' } }, later: 202", `${AT}.poll: the request has no path`],
    ['a status with a meaning', 'poll: { at: url }, later: [202, 429]', `${AT}.later.1: a status that means something else`],
    ['a key that is not known', `${JOB}, pause: 5s`, `${AT}.pause: the key "pause" is not known here`],
  ])('with %s is told of', (_, job, expected) => {
    expect(faultsOf(manifestWith(job))).toContainEqual(expect.stringContaining(expected));
  });

  it('comes in pages that another job has too, and has more in its answer than its records', () => {
    const cursor = manifestWith(JOB, ['paginate: none', 'paginate: { type: cursor, from: next, to: after }']);
    expect(faultsOf(cursor)).toEqual([
      `${AT}: pages by cursor belong to one job, and a read that is gone on with starts another`,
    ]);
    const whole = manifestWith(JOB, ['records: data, paginate', "records: '.', paginate"]);
    expect(faultsOf(whole)).toEqual([`${AT}: the records are all of the answer that holds the state`]);
  });

  it('is no check, and fetches no file', () => {
    const job = `job: { ${JOB} }`;
    expect(faultsOf(SKELETON.replace('check: { get: /me }', `check: { get: /me, records: x, ${job} }`))).toEqual([
      'line check.job: the check is one reply, and no job',
    ]);
    const files = SKELETON.replace(
      '    key: [id]',
      `    files: { id: { get: '/\${record.id}', records: x, ${job} } }\n    key: [id]`,
    );
    expect(faultsOf(files)).toEqual(['line collections.contact.files.id.job: a file is fetched at once, and by no job']);
  });
});
