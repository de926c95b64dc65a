import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { OidcConfig } from '../config/oidc-config.js';
import type { FlowSecrets } from './flow.js';
import { TOLERANCE_S } from './logout-token.js';
import { OidcFault } from './oidc-fault.js';
import { providerFault } from './provider-faults.js';

const TIMEOUT_S = 10;
/** How long what the provider says of itself is believed. */
const KNOWN_FOR_MS = 60 * 60_000;

/** What a client has to know of its provider. */
export type ProviderSettings = Pick<
  OidcConfig,
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'clientAuthentication'
  | 'signingAlgorithm'
  | 'scopes'
  | 'userinfo'
  | 'allowInsecureHttp'
>;

/** What a provider says of itself, and its keys. */
export interface KnownProvider {
  readonly at: number;
  readonly configuration: client.Configuration;
  readonly keys: JWTVerifyGetKey;
}

/** How fresh a sign-in has to be. `isAnew`: the provider asks for it now, whoever is signed in there. */
export interface SignInTerms {
  readonly maxAgeS: number;
  readonly isAnew: boolean;
  readonly acrValues?: readonly string[];
}

/** What a provider says of somebody, verified. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** Who came back, and what the userinfo endpoint says of them where it was asked. */
export interface FinishedSignIn {
  readonly claims: Claims;
  readonly userinfo?: Claims;
  /** When they last proved to the provider that it is them, in seconds since 1970, by its clock. */
  readonly authTime: number;
}

/**
 * An OpenID Connect provider, as a client of it. It is looked up when it is needed, so that the service starts while it is away. Everything
 * throws `OidcFault`, with nothing of the person in it.
 */
export class OidcClient {
  #looking: Promise<KnownProvider> | undefined;
  #known: KnownProvider | undefined;

  constructor(
    private readonly settings: ProviderSettings,
    /** Where browsers come back to; known once the service listens. */
    private readonly redirectUri: () => string,
  ) {}

  /** Where the browser goes to sign in: authorization code with PKCE, state and nonce (RFC 9700 §2.1.1). */
  async beginning({ state, nonce, verifier }: FlowSecrets, { maxAgeS, isAnew, acrValues = [] }: SignInTerms): Promise<URL> {
    const { configuration } = await this.known();
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(),
      scope: this.settings.scopes.join(' '),
      ...{ state, nonce, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      max_age: String(isAnew ? 0 : maxAgeS),
      ...(isAnew ? { prompt: 'login' } : {}),
      ...(acrValues.length === 0 ? {} : { acr_values: acrValues.join(' ') }),
    });
  }

  /** Who came back, of a callback's query: state, issuer (RFC 9207), code, and every check of the id token, its signature and age too. */
  async finish(
    { state, nonce, verifier }: FlowSecrets,
    query: string,
    { maxAgeS }: Pick<SignInTerms, 'maxAgeS'>,
  ): Promise<FinishedSignIn> {
    const { configuration } = await this.known();
    const callback = new URL(this.redirectUri());
    callback.search = query;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, maxAge: maxAgeS };
    return faulty(async () => {
      const tokens = await client.authorizationCodeGrant(configuration, callback, checks);
      const claims = tokens.claims();
      // The library takes other issuers of some large providers for the one that was asked.
      if (claims?.iss !== this.settings.issuer) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'issuer');
      const finished = { claims, authTime: claims.auth_time ?? 0 };
      if (!this.settings.userinfo) return finished;
      return { ...finished, userinfo: await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) };
    });
  }

  /** What the provider says of itself, as it was looked up an hour ago at most. */
  async known(): Promise<KnownProvider> {
    const known = this.#known;
    if (known !== undefined && Date.now() - known.at < KNOWN_FOR_MS) return known;
    // Once for all who ask at the same time; a failure is forgotten.
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<KnownProvider> {
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

/** What work comes to, with the fault behind whatever it throws. */
export async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw providerFault(error);
  }
}
