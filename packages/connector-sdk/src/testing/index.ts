export type { ConformanceCheck, SourceUnderTest, WorldName } from './check.js';
export { conformanceChecks } from './conformance-checks.js';
export { describeConnectorConformance } from './describe-connector-conformance.js';
export { everythingOf, identifier, locate, read, type Reading, type Roots } from './observe.js';
export { retainedBytes } from './retained-memory.js';
export { RunResults } from './run-results.js';
export type { Ability, ConformanceScenario, LoadedWorld } from './scenario.js';
export type { World, WorldColumn, WorldTable, WorldType, WorldValue } from './world.js';
