import { describeConnectorConformance } from '@habeas/connector-sdk/testing';
import { loadWorld } from '../test/load-world.js';
import { sqlite } from './index.js';

describeConnectorConformance({
  name: 'sqlite',
  connector: sqlite,
  batchSize: 500,
  cannot: {
    badConfig: 'a file has no password',
    deny: 'a file has no accounts',
    killConnections: 'a file has no connections',
    hold: 'a locked file blocks the whole process until the busy timeout is over',
    activeStatements: 'nothing outside the process knows its statements',
    arrays: 'SQLite has no arrays',
    exactDecimals: 'SQLite keeps decimals as doubles',
  },
  heavy: true,
  results: new URL('../conformance.yaml', import.meta.url),
  load: loadWorld,
});
