import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import { parseManifest } from '../../manifest/manifest.js';
import { compare, type Comparison } from './compare.js';

/** A manifest whose one list of an owner is a job. */
function manifestWith(job: string, records = 'visits'): string {
  return `{ manifest: 1, id: test-library, version: 0.1.0, title: Test, systems: [{ name: Test, versions: none, tested: true }],
    documentation: 'https://library.test', base: 'https://library.test', secrets: { key: { description: A key. } },
    auth: { type: query, name: key, value: '\${secret.key}' }, limits: [{ concurrency: 1 }], check: { get: /me }, gaps: [],
    collections: {
      reader: { key: [id], fields: { id: { origin: derived }, email: { identifier: email } },
        find: [{ by: email, field: email, mode: index, get: /readers, query: { email: '\${id}' } }],
        read: { each: { get: '/readers/\${key.id}' } } },
      visit: { key: [id], fields: { id: { origin: derived } },
        of: { reader: { get: '/readers/\${parent.id}/visits', records: ${records}, job: { ${job} } } } } } }`;
}

const JOB = "id: ticket, state: phase, done: over, poll: { get: '/jobs/${job}' }";
const readers = { properties: { id: {}, email: {} }, additionalProperties: false };
const visits = { type: 'array', items: { properties: { id: {}, door: {} } } };
const reply = (schema: JsonObject): JsonObject => ({
  get: { responses: { '200': { content: { 'application/json': { schema } } } } },
});
const DOCUMENT = {
  paths: {
    '/me': reply({}),
    '/readers': { get: { ...(reply(readers)['get'] as JsonObject), parameters: [{ in: 'query', name: 'email' }] } },
    '/readers/{id}': reply(readers),
    '/readers/{id}/visits': reply({ properties: { ticket: { type: 'string' } } }),
    '/jobs/{id}': reply({ properties: { phase: { type: 'string' }, url: { type: 'string' }, visits } }),
    '/jobs/{id}/rows': reply({ properties: { rows: visits } }),
  },
};

function compared(manifest: string): Comparison {
  return compare(parseManifest(manifest, 'manifest.yaml'), [{ file: 'library.yaml', document: DOCUMENT, prefix: '' }]);
}

describe('the job of a manifest and the specification of its vendor', () => {
  it.each([
    ['its poll', manifestWith(JOB)],
    ['its result', manifestWith(`${JOB}, result: { get: '/jobs/\${job}/rows' }`, 'rows')],
  ])('agree where the records are in %s', (_, manifest) => {
    expect(compared(manifest)).toEqual({ faults: [], gaps: { visit: ['door'] } });
  });

  it.each([
    ['the id', JOB.replace('ticket', 'number'), 'collections.visit.of.reader: the reply has no "number"'],
    ['the state', JOB.replace('phase', 'stage'), 'collections.visit.of.reader.job.poll: the reply has no "stage"'],
    ['the path', JOB.replace('/jobs', '/tasks'), 'collections.visit.of.reader.job.poll: there is no such path'],
    ['an address', `${JOB}, result: { at: link }`, 'collections.visit.of.reader.job.poll: the reply has no "link"'],
  ])('differ where the specification does not have %s of it', (_, job, fault) => {
    expect(compared(manifestWith(job)).faults).toEqual([fault]);
  });

  it('agree about what stands at an address or in a header, which no path describes', () => {
    const job =
      "id: { header: X-Job }, state: { header: X-State }, done: over, poll: { get: '/jobs/${job}' }, result: { at: url }";
    expect(compared(manifestWith(job))).toEqual({ faults: [], gaps: {} });
  });
});
