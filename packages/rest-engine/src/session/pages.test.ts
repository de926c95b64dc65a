import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { requestSchema } from '../manifest/request-schema.js';
import type { Pagination } from '../manifest/pagination-schema.js';
import type { Engine } from './engine.js';
import { pagesOf } from './pages.js';

const COUNTED: Pagination = { type: 'page', to: 'page', first: 1, most: 10, total: 'total' };

async function itemsIn(body: JsonValue, records: string, paginate: Pagination | 'none' = 'none'): Promise<readonly JsonValue[]> {
  const engine: Pick<Engine, 'api' | 'base' | 'signal'> = {
    api: {
      json: () => Promise.resolve({ body, header: () => undefined, empty: false }),
      file: () => Promise.reject(new Error('no files')),
      close: () => Promise.resolve(),
    },
    base: new URL('https://api.example.org'),
    signal: new AbortController().signal,
  };
  const spec = requestSchema.parse({ get: '/things', records });
  const found: JsonValue[] = [];
  const task = { label: 'thing.find', spec, scope: {}, paginate, missing: () => undefined };
  for await (const { items } of pagesOf(engine as Engine, task)) found.push(...items);
  return found;
}

describe('the records of a reply', () => {
  it.each<[string, JsonValue, string, readonly JsonValue[]]>([
    ['a list', { data: [{ id: 1 }, { id: 2 }] }, 'data', [{ id: 1 }, { id: 2 }]],
    ['an empty list', { data: [] }, 'data', []],
    ['null in the place of a list', { data: null }, 'data', []],
    ['a list in a group', { data: { things: [] } }, 'data.things', []],
    ['all of the reply', [], '.', []],
    ['one record', { id: 1 }, '.', [{ id: 1 }]],
    ['what stands in the items of a list', { results: [{ to: [{ id: 1 }] }] }, 'results[].to', [{ id: 1 }]],
    ['nothing where that list is empty', { results: [] }, 'results[].to', []],
    ['nothing where a list that may be left out is', { start: 0 }, 'entries[]', []],
  ])('are %s', async (_what, body, records, items) => {
    expect(await itemsIn(body, records)).toEqual(items);
  });

  it.each<[string, JsonValue, string]>([
    ['another member', { unexpected: true }, 'data'],
    ['no member', {}, 'data'],
    ['null', null, '.'],
    ['null where a list is due', null, 'data'],
    ['a text', 'moved', 'data'],
    ['a list where a group is due', [], 'data'],
    ['another group', { data: null }, 'data.things'],
    ['no list whose items hold them', { unexpected: true }, 'results[].to'],
    ['null where the list may be left out of a group', null, 'entries[]'],
  ])('are not %s: the interface is another', async (_what, body, records) => {
    await expect(itemsIn(body, records)).rejects.toMatchObject({ errorClass: 'contract' });
  });

  it('may be left out only where the total that the manifest knows of is told', async () => {
    expect(await itemsIn({ total: 0 }, 'entries[]', COUNTED)).toEqual([]);
    await expect(itemsIn({ error: 'none' }, 'entries[]', COUNTED)).rejects.toMatchObject({ errorClass: 'contract' });
  });
});
