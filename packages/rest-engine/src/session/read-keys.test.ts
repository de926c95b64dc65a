import { describe, expect, it } from '@jest/globals';
import type { JsonValue, Problem } from '@habeas/connector-sdk';
import { requestSchema, type RequestSpec } from '../manifest/request-schema.js';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { apiReply, testEngine } from '../testing/test-engine.js';
import { collectionOf } from './engine.js';
import { askedKey, recordsOfKeys } from './read-keys.js';

const SKELETON = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';

interface Asked {
  readonly ids: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly requests: number;
}

/** What a batch of two gives of three keys, where the vendor answers every request with the same. */
async function readThree(spec: Readonly<Record<string, unknown>>, records: JsonValue): Promise<Asked> {
  const batch: RequestSpec & { readonly size: number } = { ...requestSchema.parse({ ...spec, records: 'data' }), size: 2 };
  let requests = 0;
  const engine = testEngine(SKELETON, () => {
    requests += 1;
    return Promise.resolve(apiReply({ data: records }));
  });
  const collection = collectionOf(engine, 'contact');
  const problems: Problem[] = [];
  const task = { collection, request: { batch }, scope: {}, missing: (problem: Problem) => problems.push(problem) };
  const ids: unknown[] = [];
  for await (const { key } of recordsOfKeys(
    engine,
    task,
    ['1', '2', '3'].map((id) => askedKey(collection, [id])),
  ))
    ids.push(key[0]);
  return { ids, problems, requests };
}

const ALL = ['3', '9', '1', '2'].map((id) => ({ id, email: `n${id}@example.org` }));

describe('a batch', () => {
  it('that names no keys lists everybody, of whom only those that were asked for are taken, in that order', async () => {
    expect(await readThree({ get: '/contacts' }, ALL)).toEqual({ ids: ['1', '2', '3'], problems: [], requests: 2 });
  });

  it('that names no keys tells of those that are not listed', async () => {
    const { ids, problems } = await readThree({ get: '/contacts' }, ALL.slice(0, 3));
    expect(ids).toEqual(['1', '3']);
    expect(problems).toMatchObject([{ errorClass: 'not-found', message: expect.stringContaining('1 records of "contact"') }]);
  });

  it('that names keys is a fault where it is answered with others', async () => {
    await expect(readThree({ get: '/contacts', query: { ids: '${keys}' } }, ALL)).rejects.toMatchObject({
      errorClass: 'contract',
      message: 'The source answered a read of "contact" with records that were not asked for.',
    });
  });
});
