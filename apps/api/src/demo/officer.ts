import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { ServiceClient } from '../client/service-client.js';

const STEP_MS = 30_000;

/** Where the first account is made. */
export interface FirstAccount {
  readonly url: string;
  readonly setUpCode: string;
  /** The controller to act for. */
  readonly controller: string;
}

/** Somebody who is handed the code of an account. */
export interface InvitedAccount {
  readonly url: string;
  readonly code: string;
  readonly controller: string;
}

/** What somebody signs in with. */
export interface SignIn {
  readonly login: string;
  readonly password: string;
  /** The key of their authenticator. */
  readonly totpSecret: string;
}

/** A member of staff with an authenticator of their own, who talks to a service as a browser does. */
export class Officer {
  #lastStep = 0;

  private constructor(
    readonly client: ServiceClient,
    readonly account: SignIn,
  ) {}

  /** Makes the first account of a service with its set-up code, and signs in with both factors. */
  static async first({ url, setUpCode, controller }: FirstAccount): Promise<Officer> {
    const client = new ServiceClient(url, { controller });
    const login = 'officer';
    const password = newPassword();
    await client.session('/set-up', { code: setUpCode, login, displayName: 'The officer', password });
    return Officer.#enrolled(client, login, password);
  }

  /** Chooses a password for an account that somebody has made, and signs in with both factors. */
  static async invited({ url, code, controller }: InvitedAccount): Promise<Officer> {
    const client = new ServiceClient(url, { controller });
    const password = newPassword();
    const { login } = await client.session<{ login: string }>('/password', { code, password });
    return Officer.#enrolled(client, login, password);
  }

  static async #enrolled(client: ServiceClient, login: string, password: string): Promise<Officer> {
    await client.session('', { login, password });
    const { uri, ticket } = await client.session<{ uri: string; ticket: string }>('/totp');
    const totpSecret = new URL(uri).searchParams.get('secret') ?? '';
    const officer = new Officer(client, { login, password, totpSecret });
    await client.session('/totp/confirm', { ticket, code: officer.code() });
    return officer;
  }

  /** The same person, acting for another controller. */
  for(controller: string): Officer {
    const other = new Officer(this.client.for(controller), this.account);
    other.#lastStep = this.#lastStep;
    return other;
  }

  /** Proves anew that it is still the same person. */
  async stepUp(): Promise<void> {
    await this.client.session('/step-up', { code: this.code() });
  }

  /** A code of their authenticator. It works once: the next time step has to do where the current one is used, and the service takes the neighbours of its own. */
  code(): string {
    this.#lastStep = Math.max(Math.floor(Date.now() / STEP_MS), this.#lastStep + 1);
    return generateSync({ secret: this.account.totpSecret, epoch: (this.#lastStep * STEP_MS) / 1_000 });
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
