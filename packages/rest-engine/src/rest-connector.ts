import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Secret, type Connector, type ConnectorManifest, type SessionContext } from '@habeas/connector-sdk';
import { resolveAuth } from './auth/auth-schema.js';
import { createAuthenticator } from './auth/create-authenticator.js';
import { createCaller } from './call/create-caller.js';
import { systemClock, type Clock } from './clock.js';
import { configSchema, type RestConfig } from './config-schema.js';
import { openHttp } from './http/open-http.js';
import { parseManifest, type Manifest } from './manifest/manifest.js';
import { openPace, type Pace } from './pace/open-pace.js';
import type { Engine } from './session/engine.js';
import { openRestSession } from './session/open-rest-session.js';
import { SharedThings } from './session/shared-things.js';
import { vendorApi } from './session/vendor-api.js';
import { fill, parseTemplate, type Scope } from './template/template.js';

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
  return {
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
}

interface RestContext extends SessionContext, Required<RestConnectorOptions> {
  readonly pace: Pace;
}

function connectorManifest({ id, version, title, kind, systems, gaps }: Manifest): ConnectorManifest {
  return { id, version, sdk: 1, title, kind, systems, needsDataMap: false, gaps };
}

function engineFor(manifest: Manifest, config: RestConfig, context: RestContext): Engine {
  const { signal, source, phoneRegion, clock, random, pace } = context;
  const settings: Scope = { config: config.settings };
  const filled = (text: string): string => fill(parseTemplate(text), settings, (value) => value);
  const base = new URL(filled(manifest.base));
  const origins = [base.origin, ...(manifest.tokenHost === undefined ? [] : [new URL(filled(manifest.tokenHost)).origin])];
  const http = openHttp({
    origins,
    fileHosts: manifest.fileHosts.map(filled),
    privateNetworks: config.network.private,
    insecure: config.network.insecure,
  });
  const scheme = resolveAuth(manifest.auth, (text) => credential(text, config));
  const auth = createAuthenticator(scheme, { http, clock, signal });
  const caller = createCaller({ http, pace, auth, responses: manifest.responses, clock, random, signal });
  const headers = Object.fromEntries(Object.entries(manifest.headers).map(([name, text]) => [name, filled(text)]));
  return {
    manifest,
    api: vendorApi({ caller, http, base, headers }),
    base,
    config: config.settings,
    activities: config.activities,
    namespaceOf: (name) => config.namespaces[name] ?? `${source}.${name}`,
    phoneRegion,
    clock,
    now: new Date(clock.now()),
    listings: new Map(),
    properties: new Map(),
    shared: new SharedThings(),
    signal,
  };
}

/** A text of the authentication with the source's settings and secrets in it: from here on it is a secret. */
function credential(text: string, { settings, secrets }: RestConfig): Secret<string> {
  const revealed = Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.reveal()]));
  return new Secret(fill(parseTemplate(text), { config: settings, secret: revealed }, (value) => value));
}
