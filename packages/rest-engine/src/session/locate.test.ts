import { describe, expect, it } from '@jest/globals';
import { ConnectorError, toIdentifier, type JsonValue } from '@habeas/connector-sdk';
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

describe('a search of several lists', () => {
  const lists = ['x', 'y', 'z'].map((id) => ({ id }));
  const ANN = { id: '1', email: 'ann@example.org' };

  /** What comes where each list answers after so many turns: those that come first are not the first. */
  async function found(answers: Readonly<Record<string, JsonValue | ConnectorError>>, slow: string): Promise<readonly unknown[]> {
    const engine = testEngine(LISTED, async (request) => {
      const list = /lists\/(.)\//.exec('path' in request ? request.path : '')?.[1];
      if (list === undefined) return apiReply({ data: lists });
      if (list === slow) await new Promise((resolve) => setTimeout(resolve, 20));
      const answer = answers[list] ?? { data: [] };
      if (answer instanceof ConnectorError) throw answer;
      return apiReply(answer);
    });
    const items = [];
    for await (const item of locate({ identifiers: [toIdentifier('email', 'ann@example.org')!] }, engine)) {
      items.push(item.type === 'match' ? item.key : [item.outcome, item.dropped, item.problem?.message]);
    }
    return items;
  }

  it.each(['x', 'y', 'z'])('gives the same, whichever is slow: %s', async (slow) => {
    const answers = { x: { data: [ANN] }, y: { data: [{ ...ANN, id: '2' }] }, z: { data: [{ ...ANN, id: '3' }, ANN] } };
    expect(await found(answers, slow)).toEqual([['1'], ['2'], ['3'], ['complete', 0, undefined]]);
  });

  it.each(['x', 'y', 'z'])(
    'has failed with the first that fails, after what came before it, whichever is slow: %s',
    async (slow) => {
      const [y, z] = ['y', 'z'].map((name) => new ConnectorError('permission', `Not ${name}.`));
      expect(await found({ x: { data: [ANN] }, y: y!, z: z! }, slow)).toEqual([['1'], ['denied', 0, 'Not y.']]);
    },
  );
});
