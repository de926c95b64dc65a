import { type ServiceHouse, serviceHouse } from '../house.js';
import { ServiceClient } from '../../src/client/service-client.js';
import { Browser, type Page } from './browser.js';
import { CLIENT, IdentityProvider, type Person } from './identity-provider.js';

/** The rules of the tests: groups of the provider are roles, `mfa` and an acr show two factors. */
const ROLES = `
  roles:
    - { claim: groups, value: club-officers, controller: club, role: dpo }
    - { claim: groups, value: club-auditors, controller: club, role: auditor }
    - { claim: access.hostel.roles, value: desk, controller: hostel, role: handler }
  secondFactor:
    shownBy:
      - { claim: amr, value: mfa }
      - { claim: acr, value: 'urn:example:two-factors' }
`;

/** A service whose staff sign in through a provider, which is up. */
export class OidcHouse {
  private constructor(
    readonly house: ServiceHouse,
    readonly provider: IdentityProvider,
  ) {}

  /** `settings` are further lines of `oidc:`. */
  static async start(settings = ''): Promise<OidcHouse> {
    const provider = await IdentityProvider.listen();
    const house = await serviceHouse(oidcSettings(provider.issuer, settings));
    await provider.open(house.url);
    return new OidcHouse(house, provider);
  }

  get url(): string {
    return this.house.url;
  }

  /** Somebody signs in at the provider, from the service's own page; the browser ends where the service sends it. */
  signIn(person: Person, browser = new Browser()): Promise<Page & { readonly browser: Browser }> {
    return this.through('/session/oidc', person, browser);
  }

  async through(path: string, person: Person, browser: Browser): Promise<Page & { readonly browser: Browser }> {
    this.provider.person = person;
    const page = await browser.go(`${this.url}${path}`, { from: this.url });
    return { ...page, browser };
  }

  /** What a page of the service in this browser asks with. */
  client(browser: Browser, controller = 'club'): ServiceClient {
    return new ServiceClient(this.url, { controller }, { cookie: browser.cookies(this.url) });
  }

  /** `action outcome why`, oldest first, of the whole installation. */
  trail(): Promise<readonly string[]> {
    return trailOf(this.house);
  }

  async stop(): Promise<void> {
    await this.house.stop();
    await this.provider.stop();
  }
}

/** `action outcome why`, oldest first, of the whole installation. */
export async function trailOf({ started }: ServiceHouse): Promise<readonly string[]> {
  const { items } = await started.service.store.transact(({ audit }) => audit.page('*', {}, { first: 100 }));
  return items.map(({ item }) => `${item.action} ${item.outcome} ${String(item.details['why'] ?? '-')}`).reverse();
}

/** The settings of a service for a provider on this machine. */
export function oidcSettings(issuer: string, more = ''): string {
  const client = `clientId: ${CLIENT.id}\n  clientSecret: ${CLIENT.secret}\n`;
  return `worker: { idleSeconds: 0.05 }\noidc:\n  issuer: ${issuer}\n  ${client}  allowInsecureHttp: true${ROLES}${more}`;
}

/** Two factors, and a role in one controller. */
export const VERA: Person = {
  sub: 'vera-sub-4711',
  claims: { name: 'Vera', email: 'vera@example.org', groups: ['club-officers', 'everybody'] },
  amr: ['pwd', 'mfa'],
};
