import { z } from 'zod';
import type { LoadedWorld, World } from '../../src/testing/index.js';
import type { MemoryDatabase } from '../in-memory/memory-database.js';
import { memoryConnector, memoryScenario } from '../in-memory/memory-connector.js';
import { flaw, items, opening, roots, session, spec, type Flaw } from './flaw.js';

const manifest = { ...memoryConnector.manifest, version: 'one' };
const anything = z.unknown().transform((config) => config as { database: MemoryDatabase; password: string });
let sessions = 0;

export const contractFlaws: readonly Flaw[] = [
  flaw('C1', 'has a version that is none', /semantic version/u, { ...memoryConnector, manifest }),
  flaw('C1', 'takes any configuration', /takes anything/u, { ...memoryConnector, config: anything }),
  flaw(
    'C2',
    'has a collection without a key',
    /booking has no key/u,
    spec('booking', (good) => ({ ...good, key: [] })),
  ),
  flaw('C2', 'does not say that it needs a data map', /A data map is needed/u, {
    ...memoryConnector,
    manifest: { ...memoryConnector.manifest, needsDataMap: false },
  }),
  flaw(
    'C2',
    'does not say why',
    /does not say why/u,
    spec('venue', (good) => ({ ...good, reason: '' })),
  ),
  flaw(
    'C2',
    'has a collection that nothing leads to',
    /nothing leads to/u,
    spec('subscriber', (good) => ({ ...good, lookups: [] })),
  ),
  flaw(
    'C2',
    'names two collections alike',
    /one name/u,
    spec('venue', (good) => ({ ...good, name: 'event' })),
  ),
  flaw(
    'C3a',
    'is never well',
    /drifted/u,
    session((good) => ({
      check: async () => ({
        ...(await good.check()),
        collections: [{ collection: 'person', status: 'drifted', problems: [] }],
      }),
    })),
  ),
  flaw(
    'C3a',
    'leaves collections out of its health',
    /leaves collections out/u,
    session((good) => ({ check: async () => ({ ...(await good.check()), collections: [] }) })),
  ),
  flaw(
    'C3b',
    'takes any password',
    /ended well/u,
    opening((config, context) => memoryConnector.open({ ...config, password: config.database.password }, context)),
  ),
  flaw(
    'C3c',
    'says that all is well',
    /denied/u,
    session((good) => ({
      check: async () => {
        const health = await good.check();
        return { ...health, collections: health.collections.map((each) => ({ ...each, status: 'ok', problems: [] })) };
      },
    })),
  ),
  flaw(
    'C4a',
    'ends a search twice',
    /located twice/u,
    roots((item) => (item.type === 'located' ? [item, item] : [item])),
  ),
  flaw(
    'C4a',
    'finds more after it has ended',
    /came after its located/u,
    session((good) => ({
      async *locate(query) {
        const found = [];
        for await (const item of good.locate(query)) {
          if (item.type === 'match') found.push(item);
          else yield item;
        }
        yield* found;
      },
    })),
  ),
  flaw(
    'C4a',
    'never ends a search',
    /subscriber/u,
    roots((item) => (item.type === 'located' ? [] : [item])),
  ),
  flaw(
    'C4a',
    'calls every search complete',
    /the search of/u,
    roots((item) => [item.type === 'located' ? { ...item, outcome: 'complete' } : item]),
  ),
  flaw(
    'C4b',
    'goes on after done',
    /came after done/u,
    items((item) => (item.type === 'done' ? [item, item] : [item])),
  ),
  flaw(
    'C4b',
    'never says done',
    /without done/u,
    items((item) => (item.type === 'done' ? [] : [item])),
  ),
  flaw(
    'C4b',
    'counts wrongly',
    /counts something else/u,
    items((item) => [item.type === 'done' ? { ...item, count: item.count + 1 } : item]),
  ),
  flaw(
    'C5',
    'changes the order from one session to the next',
    /deep/u,
    session((good) => {
      sessions += 1;
      const isSecond = sessions % 2 === 0;
      return {
        async *read(request) {
          for await (const item of good.read(request)) {
            yield item.type === 'records' && isSecond ? { ...item, records: [...item.records].reverse() } : item;
          }
        },
      };
    }),
  ),
  flaw(
    'C6',
    'can be closed once',
    /closed before/u,
    session(() => {
      let open = true;
      return {
        close: () => {
          if (!open) return Promise.reject(new Error('closed before'));
          open = false;
          return Promise.resolve();
        },
      };
    }),
  ),
  flaw(
    'C7',
    'plans nothing',
    /the plan for/u,
    session(() => ({ plan: () => Promise.resolve({ collections: [] }) })),
  ),
  flaw(
    'C8',
    'describes keys only',
    /shoe size/u,
    session((good) => ({
      async *describe() {
        for await (const table of good.describe?.() ?? []) yield { ...table, fields: [] };
      },
    })),
  ),
  {
    check: 'C3c',
    title: 'has a scenario that neither offers nor excuses',
    complaint: /neither offers deny/u,
    scenario: {
      ...memoryScenario(),
      async load(world: World): Promise<LoadedWorld> {
        return { ...(await memoryScenario().load(world)), deny: undefined } as unknown as LoadedWorld;
      },
    },
  },
];
