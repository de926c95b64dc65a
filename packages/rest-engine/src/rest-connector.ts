import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connector, ConnectorManifest } from '@habeas/connector-sdk';
import { systemClock, type Clock } from './clock.js';
import { configSchema, type RestConfig } from './config-schema.js';
import { parseManifest, type Manifest } from './manifest/manifest.js';
import { engineFor } from './open-engine.js';
import { openPace, type Pace } from './pace/open-pace.js';
import { openRestSession } from './session/open-rest-session.js';

/** What a connector of a manifest may be given from outside. */
export interface RestConnectorOptions {
  /** By default the machine's. */
  readonly clock?: Clock;
  /** From 0 to 1, as `Math.random`, which it is by default. */
  readonly random?: () => number;
}

/** The connector of the manifest in a file. Throws `InvalidInputError` with every fault of the file. */
export function restConnectorFrom(file: URL, options: RestConnectorOptions = {}): Connector<RestConfig> {
  return restConnector(parseManifest(readFileSync(file, 'utf8'), basename(fileURLToPath(file))), options);
}

/** The connector of a manifest. */
export function restConnector(manifest: Manifest, options: RestConnectorOptions = {}): Connector<RestConfig> {
  const paces = new Map<string, Pace>();
  const connector: Connector<RestConfig> = {
    manifest: connectorManifest(manifest),
    config: configSchema(manifest),
    open(config, context) {
      const { clock = systemClock, random = Math.random } = options;
      // Requests for several people at once share what the vendor allows.
      const pace = paces.get(context.source) ?? openPace(manifest.limits, clock);
      paces.set(context.source, pace);
      return Promise.resolve(openRestSession(engineFor(manifest, config, { ...context, clock, random, pace })));
    },
  };
  MANIFESTS.set(connector, manifest);
  return connector;
}

const MANIFESTS = new WeakMap<object, Manifest>();

/** The manifest that a connector was made of; nothing where it was made otherwise. */
export function manifestOf(connector: object): Manifest | undefined {
  return MANIFESTS.get(connector);
}

function connectorManifest({ id, version, title, kind, systems, gaps }: Manifest): ConnectorManifest {
  return { id, version, sdk: 1, title, kind, systems, needsDataMap: false, gaps };
}
