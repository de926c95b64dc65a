import { describe, expect, it } from '@jest/globals';
import { Secret, toIdentifier } from '@habeas/connector-sdk';
import { openDiscovery } from '../discovery/open-discovery.js';
import { subjectOf } from '../request/given-subject.js';
import { manualSource } from '../testing/manual-source.js';
import { manualSession } from './manual-session.js';

const { manual } = manualSource();
const email = identifier('email', 'ann@example.org');
const customer = identifier('id', '7', 'shop.customer');
const rows = { contract: [{ number: 'C-1' }, { number: 'C-2', place: 'Lyon' }] };

function identifier(kind: 'email' | 'id', value: string, namespace?: string) {
  const found = toIdentifier(kind, new Secret(value).reveal(), namespace === undefined ? {} : { namespace });
  if (found === undefined) throw new Error('This is no identifier.');
  return found;
}

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe('a session of a source that is searched by hand (SCP-07)', () => {
  it('describes the columns that were handed in, as the source declares them and as texts that may name others', () => {
    const [contract, note] = manualSession(manual, { identifiers: [email, customer], rows }).collections;
    expect(contract).toMatchObject({ name: 'contract', activity: 'sales', key: ['row'] });
    expect(contract?.fields.slice(1)).toEqual([
      { name: 'number', type: 'string', freeText: true, origin: 'provided', special: true },
      { name: 'place', type: 'string', freeText: true, origin: 'provided', special: true },
    ]);
    expect(contract?.lookups.map(({ kind, namespace }) => [kind, namespace])).toEqual([
      ['email', undefined],
      ['id', 'shop.customer'],
    ]);
    expect(note?.fields.map(({ name }) => name)).toEqual(['row']);
  });

  it('finds each row once, however often it is asked, and reads what is wanted of them', async () => {
    const session = manualSession(manual, { identifiers: [email], rows });
    const first = await all(session.locate({ identifiers: [email] }));
    expect(first.map(({ type, collection }) => `${type} ${collection}`)).toEqual([
      'match contract',
      'match contract',
      'located contract',
      'located note',
    ]);
    const again = await all(session.locate({ identifiers: [customer] }));
    expect(again.map(({ type }) => type)).toEqual(['located', 'located']);
    const roots = [
      { collection: 'contract', key: [2] },
      { collection: 'note', key: [1] },
    ];
    expect(await all(session.read({ collection: 'contract', roots, want: 'records' }))).toEqual([
      {
        type: 'records',
        records: [
          {
            key: [2],
            data: { row: 2, number: 'C-2', place: 'Lyon' },
            via: [{ root: { collection: 'contract', recordId: '2' }, path: [] }],
          },
        ],
      },
      { type: 'done', outcome: 'complete', count: 1, notes: [] },
    ]);
    for (const [collection, want] of [
      ['note', 'records'],
      ['contract', 'files'],
    ] as const) {
      expect(await all(session.read({ collection, roots, want }))).toEqual([
        { type: 'done', outcome: 'empty', count: 0, notes: [] },
      ]);
    }
    await session.close();
  });

  it('is healthy, whatever a person will find', async () => {
    expect(await manualSession(manual).check()).toMatchObject({
      readOnly: 'proved',
      collections: [
        { collection: 'contract', status: 'ok' },
        { collection: 'note', status: 'ok' },
      ],
    });
  });

  it('is planned as what a person has to do', async () => {
    const subject = subjectOf([{ kind: 'email', value: 'ann@example.org', provedBy: 'a test' }], 'FR');
    const run = openDiscovery({ sources: [manualSource()], subject });
    const { collections } = await run.plan();
    await run.close();
    expect(collections.map(({ reach, reason }) => [reach, reason?.code])).toEqual([
      ['unreachable', 'task-open'],
      ['unreachable', 'task-open'],
    ]);
  });
});
