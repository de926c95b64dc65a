import type { ConnectorManifest } from '@habeas/connector-sdk';

/** What the connector says about itself. */
export const postgresManifest: ConnectorManifest = {
  id: 'postgres',
  version: '0.1.0',
  sdk: 1,
  title: 'PostgreSQL',
  kind: 'sql',
  systems: [
    { name: 'PostgreSQL', versions: '15', tested: true },
    { name: 'PostgreSQL', versions: '13, 14, 16, 17, 18', tested: false },
  ],
  needsDataMap: true,
  gaps: [
    'Large objects (lo, pg_largeobject), which a column only names.',
    'Tables of other databases of the same server: each database is a source of its own.',
    'Data outside the database, such as files that a column only names.',
  ],
};
