import { z } from 'zod';
import { ConnectorError, defineConnector, type Connector } from '../../src/index.js';
import type { ConformanceScenario } from '../../src/testing/index.js';
import { MemoryDatabase } from './memory-database.js';
import { MemoryMap } from './memory-map.js';
import { MemoryRows } from './memory-rows.js';
import { MemorySession } from './memory-session.js';

const BATCH_SIZE = 7;

/** What a source in memory needs. */
export interface MemoryConfig {
  readonly database: MemoryDatabase;
  readonly password: string;
}

/** The connector that every check of the kit has to pass. */
export const memoryConnector: Connector<MemoryConfig> = defineConnector<MemoryConfig>({
  manifest: {
    id: 'memory',
    version: '1.0.0',
    sdk: 1,
    title: 'Memory',
    kind: 'sql',
    systems: [{ name: 'Memory', versions: '1', tested: true }],
    needsDataMap: true,
    gaps: [],
  },
  config: z.strictObject({ database: z.instanceof(MemoryDatabase), password: z.string() }),
  open({ database, password }, { dataMap, signal, phoneRegion }) {
    if (password !== database.password) return Promise.reject(new ConnectorError('auth', 'The password was refused.'));
    if (dataMap === undefined) return Promise.reject(new ConnectorError('contract', 'A data map is needed.'));
    const options = { batchSize: BATCH_SIZE, signal, phoneRegion };
    return Promise.resolve(new MemorySession(new MemoryRows(database, new MemoryMap(dataMap.map, database), options)));
  },
});

/** A scenario that can do everything, with a connector over memory. */
export function memoryScenario(connector: Connector = memoryConnector): ConformanceScenario {
  return {
    name: 'Memory',
    connector,
    batchSize: BATCH_SIZE,
    cannot: {},
    heavy: true,
    load: (world) => Promise.resolve(new MemoryDatabase(world).loaded()),
  };
}
