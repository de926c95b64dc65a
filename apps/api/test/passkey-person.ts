import { randomBytes } from 'node:crypto';
import { ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ServiceHouse } from './house.js';
import { invite } from './people.js';
import { type Algorithm, type CeremonyOptions, SoftwareAuthenticator, type Twist } from './software-authenticator.js';

/** What a page is told of a session. */
export interface Begun {
  readonly needs: string | null;
  readonly factors: readonly string[];
  readonly recoveryCodes?: readonly string[];
}

/** Where browsers find a service that is for its own machine. */
export function localOrigin({ url }: Pick<ServiceHouse, 'url'>): string {
  return url.replace('127.0.0.1', 'localhost');
}

/** Somebody whose only second factor is a passkey. */
export class PasskeyPerson {
  #password = randomBytes(24).toString('base64url');

  private constructor(
    readonly id: string,
    readonly login: string,
    readonly device: SoftwareAuthenticator,
    private readonly url: string,
  ) {}

  /** An account that the officer makes in their controller, with a password, and no second factor yet. */
  static async invited(house: ServiceHouse, officer: Officer, algorithm?: Algorithm): Promise<PasskeyPerson> {
    const { id, code } = await invite(officer, 'auditor');
    const client = new ServiceClient(house.url);
    const password = randomBytes(24).toString('base64url');
    const { login } = await client.session<{ login: string }>('/password', { code, password });
    const person = new PasskeyPerson(id, login, new SoftwareAuthenticator(localOrigin(house), algorithm), house.url);
    person.#password = password;
    return person;
  }

  /** The same, with the passkey enrolled; `client` is signed in. */
  static async enrolled(house: ServiceHouse, officer: Officer, algorithm?: Algorithm): Promise<PasskeyPerson> {
    const person = await PasskeyPerson.invited(house, officer, algorithm);
    await person.enrol(await person.begun());
    return person;
  }

  /** A browser in which the password was right. */
  async begun(): Promise<ServiceClient> {
    const client = new ServiceClient(this.url);
    await this.signIn(client);
    return client;
  }

  /** What they type. */
  get credentials(): { readonly login: string; readonly password: string } {
    return { login: this.login, password: this.#password };
  }

  signIn(client: ServiceClient): Promise<Begun> {
    return client.session('', this.credentials);
  }

  async enrol(client: ServiceClient, twist?: Twist, device = this.device): Promise<Begun> {
    const options = await client.session<CeremonyOptions>('/passkey');
    return client.session('/passkey/confirm', { name: 'Blue key', credential: device.create(options, twist) });
  }

  async prove(client: ServiceClient, twist?: Twist, device = this.device): Promise<Begun> {
    return client.session('/second-factor/passkey', { credential: device.get(await ask(client), twist) });
  }

  async stepUp(client: ServiceClient, twist?: Twist): Promise<Begun> {
    return client.session('/step-up/passkey', { credential: this.device.get(await ask(client), twist) });
  }

  /** A browser in which both factors were right. */
  async signedIn(): Promise<ServiceClient> {
    const client = await this.begun();
    await this.prove(client);
    return client;
  }
}

/** The options of a proof. */
export function ask(client: ServiceClient): Promise<CeremonyOptions> {
  return client.session<CeremonyOptions>('/passkey/challenge');
}
