import type { Session } from '@habeas/connector-sdk';
import { check } from './check.js';
import { collectionSpecs } from './collection-specs.js';
import type { Engine } from './engine.js';
import { locate } from './locate.js';
import { plan } from './plan.js';
import { read } from './read.js';

/** A session over a vendor's API, driven by a manifest. Nothing is asked of the vendor before it is used. */
export function openRestSession(engine: Engine): Session {
  return {
    collections: collectionSpecs(engine),
    check: () => check(engine),
    plan: (query) => Promise.resolve(plan(query, engine)),
    locate: (query) => locate(query, engine),
    read: (request) => read(request, engine),
    close: () => engine.api.close(),
  };
}
