import type { SignInConfig } from '@habeas/configuration';
import {
  type AccountOutcome,
  noteFailedSignIn,
  type OwnRequest,
  payForSignIn,
  proveByAccount,
  subjectViewer,
  type WorkDesk,
} from '@habeas/core';
import { SUBJECT_LANGUAGES, subjectPaths } from '@habeas/subject-pages';
import { z } from 'zod';
import type { PublicAddress } from '../../composition/public-address.js';
import { subjectHome } from '../../composition/subject-home.js';
import type { ServiceConfig } from '../../config/service-config.js';
import { type FlowKind, type FlowOf, newFlow, openFlow, sealFlow } from '../../oidc/flow.js';
import { OidcClient, type SignInTerms } from '../../oidc/oidc-client.js';
import { OidcFault } from '../../oidc/oidc-fault.js';
import { accountOf } from './account-of.js';

/** The cookie of a request does not come back from another site: the flow names the request, and who may follow it. */
const SUBJECT_FLOW = {
  place: 'oidc/subject-flow',
  shape: {
    controller: z.string(),
    request: z.string(),
    reference: z.string(),
    /** Of the browser that may follow the request, by its id: that opens nothing. */
    follower: z.string(),
    language: z.enum(SUBJECT_LANGUAGES),
  },
} as const satisfies FlowKind<z.ZodRawShape>;

/** A way through a controller's provider, begun for a request. */
export type SubjectFlow = FlowOf<typeof SUBJECT_FLOW>;

/** For what it is begun. */
export type BegunFor = Pick<SubjectFlow, 'controller' | 'request' | 'reference' | 'follower' | 'language'>;

/** They sign in now, whoever is signed in there, and that is true for a quarter of an hour (security R56). */
const TERMS: SignInTerms = { isAnew: true, maxAgeS: 15 * 60 };

/** What came of a sign-in: as core says, or too many of them. */
export type SignInOutcome = AccountOutcome | 'often';

interface Provider {
  readonly settings: SignInConfig;
  readonly client: OidcClient;
}

/** The desk of the service, and what of it the ways to providers need. */
export interface SignInHouse {
  readonly desk: WorkDesk;
  readonly config: Pick<ServiceConfig, 'controllers'>;
  readonly address: Pick<PublicAddress, 'of'>;
}

/** Subjects prove who they are at their controller's own provider: the protocol on one side, core's use cases on the other. */
export class SubjectSignIn {
  readonly #desk: WorkDesk;
  readonly #providers: ReadonlyMap<string, Provider>;

  constructor({ desk, config, address }: SignInHouse) {
    this.#desk = desk;
    this.#providers = new Map(
      [...config.controllers].flatMap(([id, { signIn: settings }]) => {
        // One place to come back to for each controller: no answer of one provider is taken for another's
        const back = (): string => address.of(subjectPaths(subjectHome(id)).signedIn);
        return settings === undefined ? [] : [[id, { settings, client: new OidcClient(settings, back) }] as const];
      }),
    );
  }

  /** Whether a controller's subjects can sign in. */
  has(controller: string): boolean {
    return this.#providers.has(controller);
  }

  /** Where the browser goes, and what it keeps meanwhile. Throws `OidcFault`. */
  async begin(about: BegunFor): Promise<{ readonly url: URL; readonly sealed: string }> {
    const { settings, client } = this.#providerOf(about.controller);
    const flow = { ...about, ...newFlow(this.#desk.clock.now()) };
    const url = await client.beginning(flow, TERMS);
    // Nobody is sent to where the settings know of nothing, whatever the provider says of itself
    if (!settings.origins.includes(url.origin)) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'origin');
    return { url, sealed: await sealFlow(this.#desk.delivery.crypto, SUBJECT_FLOW, flow) };
  }

  /** The flow of this controller that a browser has brought back, with this state; `undefined` for any other. */
  async flowOf(controller: string, sealed: string | undefined, query: string): Promise<SubjectFlow | undefined> {
    const { crypto } = this.#desk.delivery;
    if (sealed === undefined) return undefined;
    const flow = await openFlow(crypto, SUBJECT_FLOW, { sealed, now: this.#desk.clock.now() });
    const state = new URLSearchParams(query).get('state') ?? '';
    return flow?.controller === controller && crypto.isEqual(flow.state, state) ? flow : undefined;
  }

  /** What comes of a flow with the query of a callback. It counts once. Throws `OidcFault`. */
  async finish(flow: SubjectFlow, query: string): Promise<SignInOutcome> {
    const { settings, client } = this.#providerOf(flow.controller);
    const own: OwnRequest = { viewer: subjectViewer(flow.controller), id: flow.request };
    const { issuer } = settings;
    const returned = { flow: this.#desk.delivery.crypto.sha256Hex(flow.state), follower: flow.follower, issuer };
    const payment = await payForSignIn(this.#desk, own, returned);
    if (payment !== 'paid') return payment;
    try {
      return await proveByAccount(this.#desk, own, accountOf(settings, await client.finish(flow, query, TERMS)));
    } catch (error) {
      if (error instanceof OidcFault) await noteFailedSignIn(this.#desk, own, { why: error.code, issuer });
      throw error;
    }
  }

  #providerOf(controller: string): Provider {
    const provider = this.#providers.get(controller);
    if (provider === undefined) throw new Error('A controller without a provider.');
    return provider;
  }
}
