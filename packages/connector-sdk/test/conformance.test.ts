import { describeConnectorConformance } from '../src/testing/index.js';
import { memoryScenario } from './in-memory/memory-connector.js';

describeConnectorConformance(memoryScenario());
