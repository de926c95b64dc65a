import type { Secret } from '@habeas/connector-sdk';
import type { ProviderLogout, VouchedIdentity } from '@habeas/core';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { OidcConfig } from '../config/oidc-config.js';
import { identityOf } from './claims.js';
import type { Flow } from './flow.js';
import { logoutOf, TOLERANCE_S } from './logout-token.js';
import { OidcFault } from './oidc-fault.js';
import { providerFault } from './provider-faults.js';

const TIMEOUT_S = 10;
/** How long what the provider says of itself is believed. */
const KNOWN_FOR_MS = 60 * 60_000;
/** How old a sign-in at the provider may be for a step-up (security R30). */
const FRESH_S = 5 * 60;

interface Known {
  readonly at: number;
  readonly configuration: client.Configuration;
  readonly keys: JWTVerifyGetKey;
}

/**
 * An OpenID Connect provider, as a client of it. It is looked up when it is needed, so that the service starts and local accounts
 * work while it is away. Everything throws `OidcFault`, with nothing of the person in it.
 */
export class OidcProvider {
  #looking: Promise<Known> | undefined;
  #known: Known | undefined;

  constructor(
    private readonly settings: OidcConfig,
    /** Where browsers come back to; known once the service listens. */
    private readonly redirectUri: () => string,
  ) {}

  /** Where the browser goes to sign in: authorization code with PKCE, state and nonce (RFC 9700 §2.1.1). */
  async beginning({ state, nonce, verifier, purpose }: Flow): Promise<URL> {
    const { configuration } = await this.#provider();
    const { acrValues, scopes, maxAgeMinutes } = this.settings;
    const isAnew = purpose === 'step-up';
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(),
      scope: scopes.join(' '),
      ...{ state, nonce, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      max_age: String(isAnew ? 0 : maxAgeMinutes * 60),
      ...(isAnew ? { prompt: 'login' } : {}),
      ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
    });
  }

  /** Who came back, of a callback's query: state, issuer (RFC 9207), code, and every check of the id token, its signature too. */
  async finish({ state, nonce, verifier, purpose }: Flow, query: string): Promise<VouchedIdentity> {
    const { configuration } = await this.#provider();
    const callback = new URL(this.redirectUri());
    callback.search = query;
    const maxAge = purpose === 'step-up' ? FRESH_S : this.settings.maxAgeMinutes * 60;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, maxAge };
    return faulty(async () => {
      const tokens = await client.authorizationCodeGrant(configuration, callback, checks);
      const claims = tokens.claims();
      // The library takes other issuers of some large providers for the one that was asked.
      if (claims?.iss !== this.settings.issuer) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'issuer');
      const more = this.settings.userinfo ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
      return identityOf(this.settings, { ...more, ...claims }, claims.auth_time ?? 0);
    });
  }

  /** Where the browser goes to sign out at the provider too (RP-Initiated Logout 1.0); `undefined` where it has no such place. */
  async signOutAt(backTo: string): Promise<URL | undefined> {
    const { configuration } = await this.#provider();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo });
  }

  /** What a logout token says to end, where it holds (Back-Channel Logout 1.0 §2.6). */
  async logout(token: Secret<string>): Promise<ProviderLogout> {
    const { keys } = await this.#provider();
    return faulty(() => logoutOf(this.settings, keys, token));
  }

  async #provider(): Promise<Known> {
    const known = this.#known;
    if (known !== undefined && Date.now() - known.at < KNOWN_FOR_MS) return known;
    // Once for all who ask at the same time; a failure is forgotten.
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<Known> {
    const configuration = await faulty(() => this.#discover());
    const { jwks_uri: uri } = configuration.serverMetadata();
    const isSafe = uri !== undefined && (uri.startsWith('https:') || this.settings.allowInsecureHttp);
    if (!isSafe) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'keys');
    this.#known = {
      at: Date.now(),
      configuration,
      keys: createRemoteJWKSet(new URL(uri), { timeoutDuration: TIMEOUT_S * 1_000 }),
    };
    return this.#known;
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, clientAuthentication, signingAlgorithm, allowInsecureHttp } = this.settings;
    const authenticate = clientAuthentication === 'basic' ? client.ClientSecretBasic : client.ClientSecretPost;
    const metadata = { id_token_signed_response_alg: signingAlgorithm, [client.clockTolerance]: TOLERANCE_S };
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated to stand out; the settings permit it on this machine only
    const insecurely = allowInsecureHttp ? [client.allowInsecureRequests] : [];
    return client.discovery(new URL(issuer), clientId, metadata, authenticate(clientSecret.reveal()), {
      timeout: TIMEOUT_S,
      execute: [client.enableNonRepudiationChecks, ...insecurely],
    });
  }
}

async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw providerFault(error);
  }
}
