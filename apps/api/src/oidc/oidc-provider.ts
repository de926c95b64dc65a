import type { Secret } from '@habeas/connector-sdk';
import type { ProviderLogout, VouchedIdentity } from '@habeas/core';
import * as client from 'openid-client';
import type { OidcConfig } from '../config/oidc-config.js';
import { identityOf } from './claims.js';
import type { Flow } from './flow.js';
import { logoutOf } from './logout-token.js';
import { faulty, OidcClient, type SignInTerms } from './oidc-client.js';

/** How old a sign-in at the provider may be for a step-up (security R30). */
const FRESH_S = 5 * 60;

/** The identity provider of staff. Local accounts work while it is away. Everything throws `OidcFault`, with nothing of the person in it. */
export class OidcProvider {
  readonly #client: OidcClient;

  constructor(
    private readonly settings: OidcConfig,
    /** Where browsers come back to; known once the service listens. */
    redirectUri: () => string,
  ) {
    this.#client = new OidcClient(settings, redirectUri);
  }

  /** Where the browser goes to sign in. */
  beginning(flow: Flow): Promise<URL> {
    return this.#client.beginning(flow, this.#terms(flow));
  }

  /** Who came back, of a callback's query. */
  async finish(flow: Flow, query: string): Promise<VouchedIdentity> {
    const { claims, userinfo, authTime } = await this.#client.finish(flow, query, this.#terms(flow));
    return identityOf(this.settings, { ...userinfo, ...claims }, authTime);
  }

  /** Where the browser goes to sign out at the provider too (RP-Initiated Logout 1.0); `undefined` where it has no such place. */
  async signOutAt(backTo: string): Promise<URL | undefined> {
    const { configuration } = await this.#client.known();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo });
  }

  /** What a logout token says to end, where it holds (Back-Channel Logout 1.0 §2.6). */
  async logout(token: Secret<string>): Promise<ProviderLogout> {
    const { keys } = await this.#client.known();
    return faulty(() => logoutOf(this.settings, keys, token));
  }

  #terms({ purpose }: Flow): SignInTerms {
    const { acrValues, maxAgeMinutes } = this.settings;
    const isAnew = purpose === 'step-up';
    return { isAnew, acrValues, maxAgeS: isAnew ? FRESH_S : maxAgeMinutes * 60 };
  }
}
