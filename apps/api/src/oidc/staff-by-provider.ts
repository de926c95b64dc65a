import type { Secret } from '@habeas/connector-sdk';
import {
  endByProvider,
  type NewSession,
  noteProviderFailure,
  Refused,
  signInByProvider,
  signOut,
  spendFlow,
  type StaffDesk,
  stepUpByProvider,
  viewSession,
  type VouchedIdentity,
} from '@habeas/core';
import type { OidcConfig } from '../config/oidc-config.js';
import { type Flow, newFlow, openFlow, sealFlow, STAFF_FLOW } from './flow.js';
import { OidcFault } from './oidc-fault.js';
import type { OidcProvider } from './oidc-provider.js';

/** The begin of a flow: where the browser goes, and what it keeps meanwhile. */
export interface Beginning {
  readonly url: URL;
  readonly sealed: string;
}

/** What staff do by way of an identity provider: the protocol on one side, core's use cases on the other. */
export class StaffByProvider {
  constructor(
    private readonly desk: StaffDesk,
    private readonly provider: OidcProvider,
    private readonly settings: Pick<OidcConfig, 'secondFactor'>,
  ) {}

  /** Begins a sign-in. */
  signIn(): Promise<Beginning> {
    return this.#begin({ purpose: 'sign-in' });
  }

  /** Begins a step-up of a session. Throws `Refused` where it is none, or the second factor of this service is the rule. */
  async stepUp(secret: Secret<string>): Promise<Beginning> {
    const { session } = await viewSession(this.desk, secret);
    if (this.settings.secondFactor.here === 'always') {
      throw new Refused('WRONG_STATE', 'Your second factor is the one of this service.', 'POST /session/step-up with a code.');
    }
    return this.#begin({ purpose: 'step-up', session });
  }

  /** Ends a flow that a browser has brought back with the query of a callback. Throws `OidcFault` or `Refused`. */
  async finish(sealed: string | undefined, query: string): Promise<NewSession> {
    const flow = await this.#flow(sealed, new URLSearchParams(query).get('state') ?? '');
    const identity = await this.#identity(flow, query);
    return flow.session === undefined
      ? signInByProvider(this.desk, identity)
      : stepUpByProvider(this.desk, flow.session, identity);
  }

  /** Ends a session, and says where the browser goes to end the one at the provider, where that can be told. */
  async signOut(secret: Secret<string>, backTo: string): Promise<URL | undefined> {
    await signOut(this.desk, secret);
    return this.provider.signOutAt(backTo);
  }

  /** Ends what a logout token of the provider says, and gives how many sessions that were. Throws `OidcFault` or `Refused`. */
  async end(token: Secret<string>): Promise<number> {
    return endByProvider(this.desk, await this.provider.logout(token));
  }

  /** Whatever the provider refuses, or is refused of it, is in the trail; that it is away is not. */
  async #identity(flow: Flow, query: string): Promise<VouchedIdentity> {
    try {
      return await this.provider.finish(flow, query);
    } catch (error) {
      const action = flow.purpose === 'step-up' ? 'session.step-up' : 'session.begin';
      const isRefusal = error instanceof OidcFault && error.code !== 'PROVIDER_UNAVAILABLE';
      if (isRefusal) await noteProviderFailure(this.desk, { action, why: error.code });
      throw error;
    }
  }

  async #begin(about: Pick<Flow, 'purpose' | 'session'>): Promise<Beginning> {
    const flow = { ...about, ...newFlow(this.desk.clock.now()) };
    return { url: await this.provider.beginning(flow), sealed: await sealFlow(this.desk.crypto, STAFF_FLOW, flow) };
  }

  /** The flow, which counts once. A callback that somebody else made up does not spend it. */
  async #flow(sealed: string | undefined, state: string): Promise<Flow> {
    const { crypto, clock } = this.desk;
    const flow = sealed === undefined ? undefined : await openFlow(crypto, STAFF_FLOW, { sealed, now: clock.now() });
    if (flow === undefined) throw new OidcFault('SIGN_IN_NOT_VALID', sealed === undefined ? 'no flow' : 'flow over or changed');
    if (!crypto.isEqual(flow.state, state)) throw new OidcFault('SIGN_IN_NOT_VALID', 'state');
    if (!(await spendFlow(this.desk, crypto.sha256Hex(flow.state)))) throw new OidcFault('SIGN_IN_NOT_VALID', 'used');
    return flow;
  }
}
