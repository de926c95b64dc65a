import { describe, expect, it } from '@jest/globals';
import { type Connector, type DataMapFile, parseDataMap, type Session, type SessionContext } from '@habeas/connector-sdk';
import { z } from 'zod';
import type { ConfiguredSource } from '../config/load-config.js';
import { bindSources } from './bind-sources.js';

const SESSION = {} as Session;
const dataMap: DataMapFile = parseDataMap(
  'dataMap: 1\ncollections:\n  person:\n    fields:\n      email: { identifier: email }\n',
  'shelf.map.yaml',
);

/** A connector that notes what it is opened with. */
function shelf(): { readonly connector: Connector; readonly opened: (readonly [unknown, SessionContext])[] } {
  const opened: (readonly [unknown, SessionContext])[] = [];
  const connector: Connector = {
    manifest: {
      id: 'shelf',
      version: '1.2.3',
      sdk: 1,
      title: 'Shelf',
      kind: 'sql',
      systems: [{ name: 'Shelf', versions: '1', tested: true }],
      needsDataMap: true,
      gaps: [],
    },
    config: z.unknown(),
    open: (settings, context) => {
      opened.push([settings, context]);
      return Promise.resolve(SESSION);
    },
  };
  return { connector, opened };
}

const configured = (connector: Connector, more: Partial<ConfiguredSource> = {}): ConfiguredSource => ({
  id: 'crm',
  title: 'Customers',
  connector,
  settings: { file: './a.db' },
  baseDirectory: '/etc/habeas',
  ...more,
});

describe('a configured source', () => {
  it('is described by its id, its title and the version of its connector, and is not opened', () => {
    const { connector, opened } = shelf();
    const [binding] = bindSources([configured(connector)]);
    expect(binding?.description).toEqual({ id: 'crm', title: 'Customers', connector: { id: 'shelf', version: '1.2.3' } });
    expect(opened).toEqual([]);
  });

  it('is every source that is configured, in their order: none is left out (SCP-03)', () => {
    const { connector } = shelf();
    const bindings = bindSources(['crm', 'shop', 'letters'].map((id) => configured(connector, { id })));
    expect(bindings.map(({ description }) => description.id)).toEqual(['crm', 'shop', 'letters']);
  });

  it('is described by its titles in every language that there are (PER-01)', () => {
    const titles = { en: 'Customers', fr: 'Clients' };
    const [binding] = bindSources([configured(shelf().connector, { titles })]);
    expect(binding?.description).toMatchObject({ title: 'Customers', titles });
  });

  it('is opened with its settings, its data map, its region, the folder of its configuration and the signal', async () => {
    const { connector, opened } = shelf();
    const [binding] = bindSources([configured(connector, { dataMap, phoneRegion: 'FR' })]);
    const { signal } = new AbortController();
    expect(await binding?.open(signal)).toBe(SESSION);
    expect(binding?.phoneRegion).toBe('FR');
    expect(opened).toEqual([
      [{ file: './a.db' }, { source: 'crm', dataMap, phoneRegion: 'FR', baseDirectory: '/etc/habeas', signal }],
    ]);
  });

  it('has no data map and no region where the configuration has none', async () => {
    const { connector, opened } = shelf();
    const [binding] = bindSources([configured(connector)]);
    await binding?.open(new AbortController().signal);
    expect(binding).not.toHaveProperty('phoneRegion');
    expect(Object.keys(opened[0]?.[1] ?? {}).sort()).toEqual(['baseDirectory', 'signal', 'source']);
  });

  it('fails as its connector fails', async () => {
    const connector: Connector = { ...shelf().connector, open: () => Promise.reject(new Error('it is down')) };
    const [binding] = bindSources([configured(connector)]);
    await expect(binding?.open(new AbortController().signal)).rejects.toThrow('it is down');
  });
});
