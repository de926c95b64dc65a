export { ManualClock } from './manual-clock.js';
export { fixedRandom } from './fixed-random.js';
export { fakeSource } from './fake-source.js';
export type { FakeSource } from './fake-source.js';
export type { FakeCollection, FakeFault, FakeIdentifier, FakeQuirk, FakeScript } from './fake-script.js';
export { memoryStore } from './store/memory-store.js';
export type { MemoryStoreOptions } from './store/memory-store.js';
