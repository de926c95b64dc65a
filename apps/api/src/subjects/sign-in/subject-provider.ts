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
export type BegunFor = Pick<SubjectFlow, 'request' | 'reference' | 'follower' | 'language'>;

/** They sign in now, whoever is signed in there, and that is true for a quarter of an hour (security R56). */
const TERMS: SignInTerms = { isAnew: true, maxAgeS: 15 * 60 };

/** What came of a sign-in: as core says, or too many of them. */
export type SignInOutcome = AccountOutcome | 'often';

/** One controller's provider, as its subjects use it: the protocol on one side, core's use cases on the other. */
export class SubjectProvider {
  readonly #client: OidcClient;

  constructor(
    private readonly desk: WorkDesk,
    private readonly controller: string,
    private readonly settings: SignInConfig,
    redirectUri: () => string,
  ) {
    this.#client = new OidcClient(settings, redirectUri);
  }

  /** Where the browser goes, and what it keeps meanwhile. Throws `OidcFault`. */
  async begin(about: BegunFor): Promise<{ readonly url: URL; readonly sealed: string }> {
    const flow = { ...about, controller: this.controller, ...newFlow(this.desk.clock.now()) };
    const url = await this.#client.beginning(flow, TERMS);
    // Nobody is sent to where the settings know of nothing, whatever the provider says of itself
    if (!this.settings.origins.includes(url.origin)) throw new OidcFault('PROVIDER_ANSWER_REFUSED', 'origin');
    return { url, sealed: await sealFlow(this.desk.delivery.crypto, SUBJECT_FLOW, flow) };
  }

  /** The flow of this controller that a browser has brought back, with this state; `undefined` for any other. */
  async flowOf(sealed: string | undefined, query: string): Promise<SubjectFlow | undefined> {
    const { crypto } = this.desk.delivery;
    if (sealed === undefined) return undefined;
    const flow = await openFlow(crypto, SUBJECT_FLOW, { sealed, now: this.desk.clock.now() });
    const state = new URLSearchParams(query).get('state') ?? '';
    return flow?.controller === this.controller && crypto.isEqual(flow.state, state) ? flow : undefined;
  }

  /** What comes of a flow with the query of a callback. It counts once. Throws `OidcFault`. */
  async finish(flow: SubjectFlow, query: string): Promise<SignInOutcome> {
    const own: OwnRequest = { viewer: subjectViewer(this.controller), id: flow.request };
    const { issuer } = this.settings;
    const returned = { flow: this.desk.delivery.crypto.sha256Hex(flow.state), follower: flow.follower, issuer };
    const payment = await payForSignIn(this.desk, own, returned);
    if (payment !== 'paid') return payment;
    try {
      const account = accountOf(this.settings, await this.#client.finish(flow, query, TERMS));
      return await proveByAccount(this.desk, own, account);
    } catch (error) {
      if (error instanceof OidcFault) await noteFailedSignIn(this.desk, own, { why: error.code, issuer });
      throw error;
    }
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
