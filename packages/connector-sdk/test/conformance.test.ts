import { describeConnectorConformance } from '../src/testing/index.js';
import { memoryScenario } from './in-memory/memory-connector.js';

const { heavy: _heavy, ...scenario } = memoryScenario();

// The check that streams the long world runs beside its flaws; here it shows how a skipped check looks.
describeConnectorConformance({ ...scenario, cannot: { attemptWrite: 'memory has no accounts' } });
