import { describe, expect, it } from '@jest/globals';
import { toIdentifier, type JsonValue } from '@habeas/connector-sdk';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { apiReply, testEngine } from '../testing/test-engine.js';
import type { Engine } from './engine.js';
import { locate } from './locate.js';
import { read } from './read.js';

const SKELETON = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';
const LISTED = SKELETON.replace('namespaces:', 'listings: { lists: { get: /lists, records: data } }\nnamespaces:').replace(
  'mode: exact, get: /contacts,',
  "mode: exact, for: lists, get: '/lists/${lists.id}/contacts',",
);
const OWNED = SKELETON.replace(
  "query: { contact: '${parent.id}' }",
  "query: { contact: '${parent.id}', year: '${config.year}' }",
).replace('namespaces:', 'config: { year: { type: text, optional: true, description: A year. } }\nnamespaces:');

const engineOver = (text: string, body: JsonValue): Engine => testEngine(text, () => Promise.resolve(apiReply(body)));

describe('a request that something is missing for', () => {
  it('makes a search failed, and never empty', async () => {
    const found = [];
    const identifiers = [toIdentifier('email', 'ann@example.org')!];
    for await (const item of locate({ identifiers }, engineOver(LISTED, { data: [{ number: 7 }] }))) found.push(item);
    expect(found).toMatchObject([
      { type: 'located', outcome: 'failed', problem: { errorClass: 'contract', message: expect.stringContaining('lists.id') } },
    ]);
  });

  it('makes a read a fault of the source, and never complete', async () => {
    const engine = engineOver(OWNED, { id: '1', email: 'ann@example.org' });
    const roots = [{ collection: 'contact', key: ['1'] }];
    const reading = async (): Promise<void> => {
      for await (const _ of read({ collection: 'order', roots, want: 'records' }, engine)) continue;
    };
    await expect(reading()).rejects.toMatchObject({ errorClass: 'contract', message: expect.stringContaining('config.year') });
  });
});
