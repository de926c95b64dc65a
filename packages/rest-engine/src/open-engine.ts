import { Secret, type SessionContext } from '@habeas/connector-sdk';
import { resolveAuth } from './auth/auth-schema.js';
import { createAuthenticator } from './auth/create-authenticator.js';
import { createCaller } from './call/create-caller.js';
import type { Clock } from './clock.js';
import type { RestConfig } from './config-schema.js';
import type { Http } from './http/http.js';
import { openHttp } from './http/open-http.js';
import type { Manifest } from './manifest/manifest.js';
import type { Pace } from './pace/open-pace.js';
import type { Api, Engine } from './session/engine.js';
import { SharedThings } from './session/shared-things.js';
import { vendorApi } from './session/vendor-api.js';
import { fill, parseTemplate, type Scope } from './template/template.js';

/** What a session is opened with, beside its configuration. */
export interface EngineContext extends SessionContext {
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly pace: Pace;
  /** Stands between the session and the network: for recordings, and for what answers in the place of a vendor. */
  readonly wire?: Wire;
}

/** See {@link EngineContext.wire}. */
export interface Wire {
  /** What requests go through; `open` opens the network. */
  http(open: () => Http): Http;
  api(api: Api): Api;
  /** Nothing is signed, and no token asked for. */
  readonly unsigned: boolean;
}

/** The engine of one session. The network is opened, and nothing is asked before the session is used. */
export function engineFor(manifest: Manifest, config: RestConfig, context: EngineContext): Engine {
  const { signal, source, phoneRegion, clock, random, pace, wire } = context;
  const settings: Scope = { config: config.settings };
  const filled = (text: string): string => fill(parseTemplate(text), settings, (value) => value);
  const base = new URL(filled(manifest.base));
  const origins = [base.origin, ...(manifest.tokenHost === undefined ? [] : [new URL(filled(manifest.tokenHost)).origin])];
  const { private: privateNetworks, insecure } = config.network;
  const open = (): Http => openHttp({ origins, fileHosts: manifest.fileHosts.map(filled), privateNetworks, insecure });
  const http = wire === undefined ? open() : wire.http(open);
  const scheme = wire?.unsigned === true ? undefined : resolveAuth(manifest.auth, (text) => credential(text, config));
  const auth = createAuthenticator(scheme, { http, clock, signal });
  const caller = createCaller({ http, pace, auth, responses: manifest.responses, clock, random, signal });
  const headers = Object.fromEntries(Object.entries(manifest.headers).map(([name, text]) => [name, filled(text)]));
  const api = vendorApi({ caller, http, base, headers });
  return {
    manifest,
    api: wire?.api(api) ?? api,
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
