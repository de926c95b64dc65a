import type { ConnectorManifest } from '@habeas/connector-sdk';

/** What the connector says about itself. */
export const mysqlManifest: ConnectorManifest = {
  id: 'mysql',
  version: '0.1.0',
  sdk: 1,
  title: 'MySQL and MariaDB',
  kind: 'sql',
  systems: [
    { name: 'MariaDB', versions: '10.11', tested: true },
    { name: 'MariaDB', versions: '10.5 to 11.8', tested: false },
    { name: 'MySQL', versions: '8.0, 8.4', tested: false },
  ],
  needsDataMap: true,
  gaps: [
    'Tables and columns that the account may not see are not known to exist.',
    'Of system-versioned tables only the current rows are read.',
    'Data outside the database, such as files that a column only names.',
  ],
};
