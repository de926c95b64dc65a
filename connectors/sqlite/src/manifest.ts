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
    'One statement cannot be interrupted between two rows: a search that is cancelled ends after the row it is at.',
    'Tables without a primary key are read only where the data map names a key.',
    'Attached databases are not read: each file is a source of its own.',
  ],
} as const satisfies ConnectorManifest;
