import { describeConnectorConformance } from '@habeas/connector-sdk/testing';
import { describeWithServer } from '@habeas/test-servers/jest';
import { loadWorld } from '../test/load-world.js';
import { postgres } from './index.js';

describeWithServer('postgres', 'the conformance kit', (server) => {
  describeConnectorConformance({
    name: 'postgres',
    connector: postgres,
    batchSize: 500,
    cannot: { zeroDates: 'PostgreSQL refuses dates that do not exist' },
    heavy: true,
    results: new URL('../conformance.yaml', import.meta.url),
    load: (world) => loadWorld(server, world),
  });
});
