import { describe, expect, it } from '@jest/globals';
import { toIdentifier, type Session } from '@habeas/connector-sdk';
import { configSchema } from './config-schema.js';
import { parseManifest } from './manifest/manifest.js';
import { restConnector } from './rest-connector.js';
import { connectorSkeleton } from './skeleton/connector-skeleton.js';

const TEXT = (connectorSkeleton('new-vendor').get('manifest.yaml') ?? '')
  .replace(
    'base: https://api.example.org/v1',
    "config:\n  base: { type: url, default: 'https://api.example.org/v1/', description: Where. }\n  region: { type: slug, optional: true, description: Which. }\n  seats: { type: integer, optional: true, description: How many. }\ntokenHost: https://login.example.org\nfileHosts: ['https://files.example.org']\nheaders: { accept-version: v1 }\nbase: '${config.base}'",
  )
  .replace(
    '    title: { en: Order, fr: Commande }',
    '    title: { en: Order }\n    description: What was bought.\n    nature: consultation-log',
  )
  .replace('      note: {', '      code: { secret: true }\n      note: {');
const manifest = parseManifest(TEXT, 'manifest.yaml');

function opened(config: object = {}): Promise<Session> {
  const parsed = configSchema(manifest).parse({ token: 't', ...config });
  return restConnector(manifest).open(parsed, { source: 'crm', signal: new AbortController().signal });
}

describe('the configuration of a source', () => {
  it('has the settings and secrets of the manifest, and what every source of the engine has', () => {
    const parsed = configSchema(manifest).parse({ token: 'very secret', region: 'eu-1', seats: 3 });
    expect(parsed).toMatchObject({
      settings: { base: 'https://api.example.org/v1', region: 'eu-1', seats: 3 },
      network: { private: [], insecure: false },
    });
    expect(parsed.secrets['token']?.reveal()).toBe('very secret');
    expect(JSON.stringify(parsed)).not.toContain('very secret');
  });

  it.each([
    [{}],
    [{ token: '' }],
    [{ token: 't', base: 'no url' }],
    [{ token: 't', region: 'a b' }],
    [{ token: 't', seats: '3' }],
    [{ token: 't', more: 1 }],
  ])('is refused where it does not fit: %j', (config) => {
    expect(configSchema(manifest).safeParse(config).success).toBe(false);
  });
});

describe('a session', () => {
  it('says what it delivers, for which activity, and whom the ids are issued by', async () => {
    const session = await opened({ activities: { order: 'sales', '*': 'contacts' }, namespaces: { contact: 'shop.customer' } });
    const [contact, order] = session.collections;
    expect(contact).toMatchObject({ name: 'contact', activity: 'contacts', ownedBy: [], withheld: [] });
    expect(order).toMatchObject({
      name: 'order',
      activity: 'sales',
      nature: 'consultation-log',
      description: { en: 'What was bought.' },
      ownedBy: ['contact'],
      withheld: ['code'],
    });
    expect((await opened()).collections[0]).not.toHaveProperty('activity');
    await session.close();
  });

  it('tells what a search would take, and takes nothing for what it cannot be asked', async () => {
    const session = await opened();
    const identifiers = [toIdentifier('email', 'ann@example.org')!];
    expect((await session.plan?.({ identifiers }))?.collections).toEqual([
      { collection: 'contact', lookups: [{ kind: 'email', field: 'email', mode: 'exact' }], paths: [], calls: 2 },
      { collection: 'order', lookups: [], paths: ['contact > order'], calls: 1 },
    ]);
    const name = [toIdentifier('name', 'Ann Brown')!];
    expect((await session.plan?.({ identifiers: name }))?.collections.map(({ collection }) => collection)).toEqual(['order']);
    const found = [];
    for await (const item of session.locate({ identifiers: name })) found.push(item);
    expect(found).toEqual([]);
  });

  it('reads no collection that it has not, and nothing once it is aborted', async () => {
    const session = await opened();
    const read = async (collection: string): Promise<void> => {
      for await (const _ of session.read({ collection, roots: [], want: 'records' })) break;
    };
    await expect(read('invoice')).rejects.toMatchObject({ errorClass: 'not-found' });
    const parsed = configSchema(manifest).parse({ token: 't' });
    const aborted = await restConnector(manifest, { random: () => 0.5 }).open(parsed, {
      source: 'crm',
      signal: AbortSignal.abort(),
    });
    await expect(
      aborted.read({ collection: 'contact', roots: [], want: 'files' })[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
