import type { Connector, Item, JsonObject, JsonValue, Located, Match, Session } from '@habeas/connector-sdk';
import type { Manifest, RestConfig } from '../../src/index.js';
import { restConnector } from '../../src/index.js';
import type { RestConformance } from '../../src/testing/index.js';
import { VENDORS } from '../vendors/vendors.js';

/** A connector that is wrong in one way, the check that is meant for it, and what that check has to say. */
export interface Flaw {
  readonly check: string;
  readonly title: string;
  readonly complaint: RegExp;
  readonly conformance: RestConformance;
}

type Connect = NonNullable<RestConformance['connect']>;

/** A flaw of a connector for one of the test vendors. */
export function flaw(
  check: string,
  title: string,
  [vendor, connect]: readonly [keyof typeof VENDORS, Connect],
  complaint: RegExp,
): Flaw {
  return { check, title, complaint, conformance: { ...VENDORS[vendor], heavy: false, connect } };
}

/** The engine with another manifest than the vendor has. */
export function manifest(change: (good: Manifest) => Manifest): Connect {
  return (good, options) => {
    const { base, auth, tokenHost } = good;
    return restConnector({ ...change(good), base, auth, ...(tokenHost === undefined ? {} : { tokenHost }) }, options);
  };
}

/** The manifest with every member of a name changed, wherever it stands; `undefined` removes it. */
export function everywhere(name: string, change: (value: JsonValue) => JsonValue | undefined): Connect {
  const changed = (value: JsonValue): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map(changed);
    const members = Object.entries(value as JsonObject).flatMap(([key, inner]) => {
      const next = key === name ? change(inner) : changed(inner);
      return next === undefined ? [] : [[key, next] as const];
    });
    return Object.fromEntries(members);
  };
  return manifest((good) => changed(good as unknown as JsonObject) as unknown as Manifest);
}

/** The engine's connector, changed. */
export function connector(change: (good: Connector<RestConfig>) => Partial<Connector<RestConfig>>): Connect {
  return (good, options) => {
    const sound = restConnector(good, options);
    return { ...sound, ...change(sound) };
  };
}

/** Sessions that do something else. */
export function session(change: (good: Session) => Partial<Session>): Connect {
  return connector((good) => ({
    open: async (config, context) => {
      const sound = await good.open(config, context);
      return { ...sound, ...change(sound) };
    },
  }));
}

/** Sessions whose search gives something else for each match or end. */
export function found(change: (item: Match | Located) => Iterable<Match | Located>): Connect {
  return session((good) => ({
    async *locate(query) {
      for await (const item of good.locate(query)) yield* change(item);
    },
  }));
}

/** Sessions whose reads give something else for each item. */
export function items(change: (item: Item) => Iterable<Item>): Connect {
  return session((good) => ({
    async *read(request) {
      for await (const item of good.read(request)) yield* change(item);
    },
  }));
}

/** Sessions that take a fault of a search or a read for nothing there. */
export function swallowing(): Partial<Session> & Connect {
  const swallow: Connect = session((good) => ({
    async *locate(query) {
      for await (const item of good.locate(query)) {
        yield item.type === 'located' && item.outcome !== 'complete' ? { ...item, outcome: 'empty' } : item;
      }
    },
    async *read(request) {
      try {
        yield* good.read(request);
      } catch {
        yield { type: 'done', outcome: 'empty', count: 0, notes: [] };
      }
    },
  }));
  return swallow;
}
