import type { SignInConfig } from '@habeas/configuration';
import type { SignedInAccount, WorkDesk } from '@habeas/core';
import { subjectPaths } from '@habeas/subject-pages';
import type { z } from 'zod';
import type { PublicAddress } from '../../composition/public-address.js';
import { subjectHome } from '../../composition/subject-home.js';
import type { ServiceConfig } from '../../config/service-config.js';
import { type BegunFlow, type FlowKind, type FlowOf, newFlow, openFlow, sealFlow } from '../../oidc/flow.js';
import { OidcClient, type SignInTerms } from '../../oidc/oidc-client.js';
import { OidcFault } from '../../oidc/oidc-fault.js';
import { accountOf } from './account-of.js';
import { ASK_FLOW, LINK_FLOW, REQUEST_FLOW, type ReturnedFlow, type SubjectFlow } from './subject-flow.js';

/** They sign in now, whoever is signed in there, and that is true for a quarter of an hour (security R56). */
const TERMS: SignInTerms = { isAnew: true, maxAgeS: 15 * 60 };

/** What a way of a kind is begun for: what it holds beside its secrets and its controller. */
export type BegunFor<Kind> = Omit<FlowOf<Kind>, keyof BegunFlow | 'controller'>;

/** One controller's provider, as its subjects use it. What comes of an account is decided at each door. */
export class SubjectProvider {
  readonly #client: OidcClient;

  constructor(
    private readonly desk: Pick<WorkDesk, 'clock' | 'delivery'>,
    private readonly controller: string,
    private readonly settings: SignInConfig,
    redirectUri: () => string,
  ) {
    this.#client = new OidcClient(settings, redirectUri);
  }

  /** Who vouches. */
  get issuer(): string {
    return this.settings.issuer;
  }

  /** Where the browser goes, and what it keeps meanwhile. Throws `OidcFault`. */
  async begin<Kind extends FlowKind<z.ZodRawShape>>(
    kind: Kind,
    about: BegunFor<Kind>,
  ): Promise<{ readonly url: URL; readonly sealed: string }> {
    const flow = { ...about, controller: this.controller, ...newFlow(this.desk.clock.now()) };
    const url = await this.#client.beginning(flow, TERMS);
    // Nobody is sent to where the settings know of nothing, whatever the provider says of itself
    if (!this.settings.origins.includes(url.origin)) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'origin');
    return { url, sealed: await sealFlow(this.desk.delivery.crypto, kind, flow as unknown as FlowOf<Kind>) };
  }

  /** The flow of this controller that a browser has brought back, with this state; `undefined` for any other. */
  async flowOf(sealed: string | undefined, query: string): Promise<ReturnedFlow | undefined> {
    if (sealed === undefined) return undefined;
    const brought = { sealed, now: this.desk.clock.now() };
    const { crypto } = this.desk.delivery;
    const request = await openFlow(crypto, REQUEST_FLOW, brought);
    if (request !== undefined) return this.#isBack(request, query) ? { door: 'request', flow: request } : undefined;
    const link = await openFlow(crypto, LINK_FLOW, brought);
    if (link !== undefined) return this.#isBack(link, query) ? { door: 'link', flow: link } : undefined;
    const ask = await openFlow(crypto, ASK_FLOW, brought);
    return ask !== undefined && this.#isBack(ask, query) ? { door: 'ask', flow: ask } : undefined;
  }

  /** What a flow is called where it is spent: a hash, of what nobody can guess. */
  nameOf({ state }: Pick<SubjectFlow, 'state'>): string {
    return this.desk.delivery.crypto.sha256Hex(state);
  }

  /** Who has come back with the query of a callback. Throws `OidcFault`. */
  async accountOf(flow: SubjectFlow, query: string): Promise<SignedInAccount> {
    return accountOf(this.settings, await this.#client.finish(flow, query, TERMS));
  }

  #isBack({ controller, state }: SubjectFlow, query: string): boolean {
    const brought = new URLSearchParams(query).get('state') ?? '';
    return controller === this.controller && this.desk.delivery.crypto.isEqual(state, brought);
  }
}

/** The desk of the service, and what of it the ways to providers need. */
export interface SignInHouse {
  readonly desk: WorkDesk;
  readonly config: Pick<ServiceConfig, 'controllers'>;
  readonly address: Pick<PublicAddress, 'of'>;
}

/** The providers of controllers, by their ids. Each has a place of its own to come back to: no answer of one is taken for another's. */
export function subjectProviders({ desk, config, address }: SignInHouse): ReadonlyMap<string, SubjectProvider> {
  return new Map(
    [...config.controllers].flatMap(([id, { signIn }]) => {
      const back = (): string => address.of(subjectPaths(subjectHome(id)).signedIn);
      return signIn === undefined ? [] : [[id, new SubjectProvider(desk, id, signIn, back)] as const];
    }),
  );
}
