import { describeConnectorConformance } from '@habeas/connector-sdk/testing';
import { describeWithServer } from '@habeas/test-servers/jest';
import { loadWorld } from '../test/load-world.js';
import { mysql } from './index.js';

describeWithServer('mariadb', 'the conformance kit', (server) => {
  describeConnectorConformance({
    name: 'mysql on MariaDB',
    connector: mysql,
    batchSize: 250,
    cannot: { arrays: 'MySQL and MariaDB have no arrays' },
    heavy: true,
    results: new URL('../conformance.yaml', import.meta.url),
    load: (world) => loadWorld(server, world),
  });
});
