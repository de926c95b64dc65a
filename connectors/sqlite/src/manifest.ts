import type { ConnectorManifest } from '@habeas/connector-sdk';

/** What the connector says of itself. */
export const manifest = {
  id: 'sqlite',
  version: '0.1.0',
  sdk: 1,
  title: 'SQLite',
  kind: 'sql',
  systems: [{ name: 'SQLite file format 3', versions: 'all, without encryption', tested: true }],
  needsDataMap: true,
  gaps: [
    'One step of SQLite runs to its end: a search that is cancelled stops after it, and there is no statement timeout.',
    'Tables without a primary key are read only where the data map names a key.',
    'Attached databases are not read: each file is a source of its own.',
  ],
} as const satisfies ConnectorManifest;
