import { type ServiceHouse, serviceHouse } from '../house.js';
import { ServiceClient } from '../../src/client/service-client.js';
import { Browser } from './browser.js';
import { type Changes, type Crooked, CrookedProvider, goodClaims } from './crooked-provider.js';
import { oidcSettings, trailOf } from './oidc-house.js';

/** What a browser was told at the end of a sign-in. */
export interface Told {
  readonly status: number;
  readonly code: string | undefined;
}

/** What the provider was asked for. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
}

/** A service, and a provider that answers whatever a test wants. */
export class CrookedHouse {
  browser = new Browser();

  private constructor(
    readonly house: ServiceHouse,
    readonly provider: CrookedProvider,
  ) {}

  /** `settings` are further lines of `oidc:`. */
  static async start(settings = ''): Promise<CrookedHouse> {
    const provider = await CrookedProvider.listen();
    return new CrookedHouse(await serviceHouse(oidcSettings(provider.issuer, settings)), provider);
  }

  get url(): string {
    return this.house.url;
  }

  /** Somebody else sits down. */
  renew(): void {
    this.browser = new Browser();
    this.provider.next = {};
    this.provider.metadata = {};
  }

  async begin(): Promise<Begun> {
    const response = await this.browser.step(`${this.url}/session/oidc`, { from: this.url });
    const { state = '', nonce = '' } = Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams);
    return { state, nonce };
  }

  /** The provider sends the browser back with these parameters. */
  async comeBack(query: Readonly<Record<string, string>>, by = this.browser): Promise<Told> {
    const url = `${this.url}/session/oidc/callback?${new URLSearchParams(query).toString()}`;
    const init = { headers: { accept: 'application/json' } };
    const response = await by.step(url, { from: this.provider.issuer, init });
    if (response.status === 303) return { status: 303, code: undefined };
    const { error } = (await response.json()) as { error: { code: string } };
    return { status: response.status, code: error.code };
  }

  /** Everything as it should be, but for these changes of the claims and of the callback. */
  async signIn(changes: Changes = {}, query: Readonly<Record<string, string>> = {}, next: Crooked = {}): Promise<Told> {
    const { state, nonce } = await this.begin();
    this.provider.next = { claims: goodClaims(this.provider.issuer, nonce, changes), ...next };
    return this.comeBack({ code: 'a code', state, iss: this.provider.issuer, ...query });
  }

  hasSession(): boolean {
    return this.browser.cookies(this.url).includes('__Host-sid');
  }

  client(): ServiceClient {
    return new ServiceClient(this.url, { controller: 'club' }, { cookie: this.browser.cookies(this.url) });
  }

  /** `action outcome why`, oldest first, of the whole installation. */
  trail(): Promise<readonly string[]> {
    return trailOf(this.house);
  }

  lastLine(): unknown {
    return JSON.parse(this.house.log.at(-1) ?? '{}');
  }

  async stop(): Promise<void> {
    await this.house.stop();
    await this.provider.stop();
  }
}
