import { describe, expect, it } from '@jest/globals';
import { toIdentifier, type JsonValue, type Located, type Match } from '@habeas/connector-sdk';
import { apiReply, testEngine } from '../testing/test-engine.js';
import { locate } from './locate.js';

/** Lists of addresses, each of an account, and cards that show a name alone. */
const MANIFEST = `
{ manifest: 1, id: test-vendor, version: 0.1.0, title: Test, systems: [{ name: Test, versions: none, tested: true }],
  documentation: 'https://vendor.test', base: 'https://api.vendor.test', secrets: { key: { description: A key. } },
  auth: { type: query, name: key, value: '\${secret.key}' }, limits: [{ concurrency: 1 }], check: { get: /me }, gaps: [],
  collections: {
    account: { key: [id], fields: { id: {} }, read: { each: { get: '/accounts/\${key.id}', on: { '404': empty } } } },
    address: {
      key: [id], fields: { id: {}, email: { identifier: { kind: email, of: owner } }, account: {} },
      find: [{ by: email, field: email, mode: exact, owner: { id: { endOf: account } }, alone: true, get: /addresses, query: { q: '\${id}' } }],
      read: { each: { get: '/addresses/\${key.id}' } }, of: { account: { get: '/accounts/\${parent.id}/addresses' } } },
    card: {
      key: [id], fields: { id: {}, email: { identifier: email } },
      find: [{ by: email, field: email, mode: index, brief: true, strangers: 0, get: /cards, query: { q: '\${id}' } }],
      read: { each: { get: '/cards/\${key.id}', on: { '404': empty } } } } } }`;

type Replies = Readonly<Record<string, JsonValue>>;

async function found(replies: Replies, text = MANIFEST): Promise<readonly (Match | Located)[]> {
  const items: (Match | Located)[] = [];
  const identifiers = [toIdentifier('email', 'ann@example.org')!];
  const engine = testEngine(text, (request) =>
    Promise.resolve(apiReply(request instanceof URL ? undefined : replies[request.path])),
  );
  for await (const item of locate({ identifiers }, engine)) items.push(item);
  return items;
}

async function matches(replies: Replies, text?: string): Promise<readonly string[]> {
  const items = await found(replies, text);
  return items.flatMap((item) => (item.type === 'match' ? [`${item.collection} ${String(item.key[0])}`] : []));
}

async function outcomes(replies: Replies, text?: string): Promise<Readonly<Record<string, string>>> {
  const ends = (await found(replies, text)).flatMap((item) => (item.type === 'located' ? [item] : []));
  return Object.fromEntries(ends.map(({ collection, outcome }) => [collection, outcome]));
}

const ADDRESS = { id: 'a1', email: 'ann@example.org' };

describe('a hit that identifies its owner', () => {
  it('leads up to the owner whose key is the end of an address', async () => {
    const owned = { ...ADDRESS, account: 'https://api.vendor.test/accounts/u7' };
    expect(await matches({ '/addresses': [owned], '/accounts/u7': { id: 'u7' } })).toEqual(['account u7']);
  });

  it('stands for itself where it has no owner, and may have none', async () => {
    expect(await matches({ '/addresses': [ADDRESS] })).toEqual(['address a1']);
  });

  it('is a fault where it has no owner, and has to have one', async () => {
    const text = MANIFEST.replace(', alone: true', '');
    expect(await matches({ '/addresses': [ADDRESS] }, text)).toEqual([]);
    expect(await outcomes({ '/addresses': [ADDRESS] }, text)).toMatchObject({ address: 'failed' });
  });

  it('makes the search partial where its owner is no longer there', async () => {
    const owned = { ...ADDRESS, account: 'https://api.vendor.test/accounts/u7' };
    expect(await outcomes({ '/addresses': [owned] })).toMatchObject({ address: 'partial' });
  });
});

describe('a hit in a list that shows records in brief', () => {
  it('is read by its key, and taken for the person’s where the whole record is', async () => {
    const whole = { id: 'c1', email: 'ann@example.org' };
    expect(await matches({ '/cards': [{ id: 'c1' }], '/cards/c1': whole })).toEqual(['card c1']);
  });

  it('is a stranger’s where the whole record is another’s', async () => {
    const replies = { '/cards': [{ id: 'c1' }], '/cards/c1': { id: 'c1', email: 'joann@example.org' } };
    expect(await matches(replies)).toEqual([]);
    expect(await outcomes(replies)).toMatchObject({ card: 'failed' });
  });

  it('is nobody’s, and told, where the whole record is no longer there', async () => {
    const text = MANIFEST.replace('strangers: 0', 'strangers: 1');
    expect(await matches({ '/cards': [{ id: 'c1' }] }, text)).toEqual([]);
    expect(await outcomes({ '/cards': [{ id: 'c1' }] }, text)).toMatchObject({ card: 'partial' });
  });

  it('is not read again where the list shows what it was found by', async () => {
    expect(await matches({ '/cards': [{ id: 'c1', email: 'ann@example.org' }] })).toEqual(['card c1']);
  });
});
