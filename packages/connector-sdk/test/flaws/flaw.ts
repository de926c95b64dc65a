import type {
  CollectionSpec,
  Connector,
  Item,
  JsonObject,
  Located,
  Match,
  ReadRequest,
  Session,
  SubjectQuery,
} from '../../src/index.js';
import type { ConformanceScenario } from '../../src/testing/index.js';
import { memoryConnector, memoryScenario, type MemoryConfig } from '../in-memory/memory-connector.js';

/** A connector (or scenario) that is wrong in one way, and the check that has to notice, with what it has to say. */
export interface Flaw {
  readonly check: string;
  readonly title: string;
  readonly scenario: ConformanceScenario;
  readonly complaint: RegExp;
}

/** A flaw of a connector. */
export function flaw(check: string, title: string, complaint: RegExp, connector: Connector<MemoryConfig>): Flaw {
  return { check, title, complaint, scenario: memoryScenario(connector) };
}

type Root = Match | Located;

/** The good connector with another way to open. */
export function opening(open: Connector<MemoryConfig>['open']): Connector<MemoryConfig> {
  return { ...memoryConnector, open };
}

/** The good connector with sessions that do something else. */
export function session(change: (good: Session) => Partial<Session>): Connector<MemoryConfig> {
  return opening(async (config, context) => {
    const good = await memoryConnector.open(config, context);
    return { ...bound(good), ...change(good) };
  });
}

function bound(good: Session): Session {
  const plan = good.plan?.bind(good);
  const describe = good.describe?.bind(good);
  return {
    collections: good.collections,
    check: () => good.check(),
    ...(plan === undefined ? {} : { plan }),
    ...(describe === undefined ? {} : { describe }),
    locate: (query) => good.locate(query),
    read: (request) => good.read(request),
    close: () => good.close(),
  };
}

/** Sessions whose search gives something else for each match or end. */
export function roots(change: (item: Root, query: SubjectQuery) => Iterable<Root>): Connector<MemoryConfig> {
  return session((good) => ({
    async *locate(query) {
      for await (const item of good.locate(query)) yield* change(item, query);
    },
  }));
}

/** Sessions whose matches are changed. */
export function matches(change: (match: Match) => Match | undefined): Connector<MemoryConfig> {
  return roots((item) => {
    if (item.type === 'located') return [item];
    const changed = change(item);
    return changed === undefined ? [] : [changed];
  });
}

/** Sessions whose reads give something else for each item. */
export function items(change: (item: Item, request: ReadRequest) => Iterable<Item>): Connector<MemoryConfig> {
  return session((good) => ({
    async *read(request) {
      for await (const item of good.read(request)) yield* change(item, request);
    },
  }));
}

/** Sessions that change every record's data. */
export function data(change: (data: JsonObject) => JsonObject): Connector<MemoryConfig> {
  return items((item) => {
    if (item.type !== 'records') return [item];
    return [{ ...item, records: item.records.map((record) => ({ ...record, data: change(record.data) })) }];
  });
}

/** Sessions that change one field wherever it has a value. */
export function field(name: string, change: (value: JsonObject[string]) => JsonObject[string]): Connector<MemoryConfig> {
  return data((values) => {
    const value = values[name];
    return value === undefined || value === null ? values : { ...values, [name]: change(value) };
  });
}

/** Sessions that say something else of one collection. */
export function spec(name: string, change: (good: CollectionSpec) => CollectionSpec): Connector<MemoryConfig> {
  return session(({ collections }) => ({ collections: collections.map((good) => (good.name === name ? change(good) : good)) }));
}
