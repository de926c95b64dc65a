import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import type { Officer } from '../../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { Browser } from '../oidc/browser.js';
import { type Changes, type Crooked, CrookedProvider, goodClaims } from '../oidc/crooked-provider.js';
import { workedOut } from '../subject-browser.js';
import { addSignIn } from './sign-in-settings.js';

/** What the service answered with, at last. */
export interface Shown {
  readonly status: number;
  readonly html: string;
  /** Which page it says that it is. */
  readonly page: string | undefined;
  readonly headers: Headers;
}

/** A request that somebody has made, and the browser in which they did. */
export interface OwnAsk {
  readonly browser: Browser;
  readonly id: string;
  readonly reference: string;
  readonly claimCode: string;
}

/** A link as it stands in a message. */
export interface OwnLink {
  readonly path: string;
  readonly secret: string;
}

/** What a provider was asked for. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly asked: Readonly<Record<string, string>>;
}

/** A service whose hostel has guests sign in at a provider that answers whatever a test wants. */
export class SignInHouse {
  private constructor(
    readonly house: ServiceHouse,
    readonly provider: CrookedProvider,
    readonly catcher: MailCatcher,
    readonly officer: Officer,
  ) {}

  /** `more` are further lines of `signIn:`. */
  static async start(more = ''): Promise<SignInHouse> {
    const provider = await CrookedProvider.listen();
    const catcher = await startMailCatcher();
    const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
    const limits = 'limits: { mailsPerHour: 1000, mailsPerDay: 10000, requestsPerHour: 2 }\ntrustedProxies: [loopback]\n';
    const house = await serviceHouse(mail + limits, (world) => {
      addSignIn(world, provider.issuer, more);
    });
    return new SignInHouse(house, provider, catcher, await officerOf(house, 'hostel'));
  }

  get url(): string {
    return this.house.url;
  }

  /** The address of a guest about whom nothing is doubtful. */
  guest(): string {
    const { given } =
      this.house.world.guests.find(
        ({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'),
      ) ?? {};
    return given?.find(({ kind }) => kind === 'email')?.value ?? '';
  }

  path(own: Pick<OwnAsk, 'id'>, below = ''): string {
    return `${this.url}/ask/hostel/requests/${own.id}${below}`;
  }

  async ask(fields: Readonly<Record<string, string>>, browser = new Browser()): Promise<OwnAsk> {
    const home = `${this.url}/ask/hostel`;
    const form = await this.send(browser, home);
    const plain = { requester: 'self', rights: 'access', format: 'csv', language: 'en' };
    const body = new URLSearchParams({ ...workedOut({ ...form, title: '' }), ...plain, ...fields });
    const { html } = await this.send(browser, home, { method: 'POST', body });
    const text = html.replaceAll(/<[^>]+>/gu, ' ');
    return {
      browser,
      id: /\/requests\/([\w%]+)/u.exec(html)?.[1] ?? '',
      reference: /\d{4}-\d{4,}/u.exec(text)?.[0] ?? '',
      claimCode: (/(\d{4})\W+(\d{4})\b/u.exec(text.replaceAll(/\d{4}-\d{4,}/gu, '')) ?? []).slice(1).join(''),
    };
  }

  /** The code that somebody was sent. */
  async codeTo(email: string): Promise<string> {
    for (let count = 1; ; count += 1) {
      const mail = (await this.catcher.caught(count))[count - 1];
      const code = /\b\d{8}\b/u.exec(mail?.text ?? '')?.[0];
      if (mail?.to.includes(email) === true && code !== undefined) return code;
    }
  }

  /** What a browser is shown that comes from a page of the service itself. */
  async send(browser: Browser, url: string, init: RequestInit = {}): Promise<Shown> {
    const headers = { 'accept-language': 'en', ...(init.headers as Record<string, string> | undefined) };
    return shownBy(await browser.step(url, { from: this.url, init: { ...init, headers } }));
  }

  /** Presses the button that leads to the provider. */
  async begin(own: OwnAsk, language = 'en'): Promise<Begun> {
    const response = await own.browser.step(this.path(own, `/sign-in?language=${language}`), {
      from: this.url,
      init: { method: 'POST', body: new URLSearchParams() },
    });
    return begunBy(response);
  }

  /** The provider sends a browser back with these parameters. */
  async comeBack(browser: Browser, query: Readonly<Record<string, string>>, controller = 'hostel'): Promise<Shown> {
    const url = `${this.url}/ask/${controller}/signed-in?${new URLSearchParams(query).toString()}`;
    const init = { headers: { 'accept-language': 'en' } };
    return shownBy(await browser.step(url, { from: this.provider.issuer, init }));
  }

  /** The link that went out for a request, in its own browser's eyes: the address, and the secret in its fragment. */
  async linkOf({ reference }: Pick<OwnAsk, 'reference'>): Promise<OwnLink> {
    for (let count = 1; ; count += 1) {
      const text = (await this.catcher.caught(count))[count - 1]?.text ?? '';
      const url = /https?:\/\/\S+\/d\/\S+#\S+/u.exec(text)?.[0];
      if (url === undefined || !text.includes(reference)) continue;
      const [path = '', secret = ''] = url.split('#');
      return { path, secret };
    }
  }

  /** A request of a guest that was answered, and its link. */
  async answered(): Promise<OwnAsk & OwnLink & { readonly email: string }> {
    const email = this.guest();
    const own = await this.ask({ email });
    await this.signIn(own, accountOf(email));
    await this.until(own, 'released');
    return { ...own, ...(await this.linkOf(own)), email };
  }

  /** Shows the secret of a link, and goes to the provider. */
  async beginAt({ path, secret }: OwnLink, browser: Browser, language = 'en'): Promise<Begun & { readonly response: Response }> {
    const init = { method: 'POST', body: new URLSearchParams({ secret, claimCode: '' }) };
    return begunBy(await browser.step(`${path}/sign-in?language=${language}`, { from: this.url, init }));
  }

  /** Presses the button on the form with which people ask. */
  async beginToAsk(browser: Browser, language = 'en'): Promise<Begun & { readonly response: Response }> {
    const init = { method: 'POST', body: new URLSearchParams() };
    return begunBy(await browser.step(`${this.url}/ask/hostel/sign-in?language=${language}`, { from: this.url, init }));
  }

  /** Comes back with everything in order, for an account with these claims. */
  async finishAs(browser: Browser, { state, nonce }: Begun, claims: Changes): Promise<Shown> {
    const { issuer } = this.provider;
    this.provider.next = { claims: goodClaims(issuer, nonce, { groups: undefined, amr: undefined, ...claims }) };
    return this.comeBack(browser, { code: 'a code', state, iss: issuer });
  }

  /** Everything as it should be, for an account with these claims, but for changes of the callback and of what the provider answers. */
  async signIn(own: OwnAsk, claims: Changes, query: Readonly<Record<string, string>> = {}, next: Crooked = {}): Promise<Shown> {
    const { state, nonce } = await this.begin(own);
    const good = goodClaims(this.provider.issuer, nonce, { groups: undefined, amr: undefined, ...claims });
    this.provider.next = { claims: good, ...next };
    return this.comeBack(own.browser, { code: 'a code', state, iss: this.provider.issuer, ...query });
  }

  async state({ id }: Pick<OwnAsk, 'id'>): Promise<string | undefined> {
    return (await this.officer.client.run('request', { id })).request?.state;
  }

  /** Waits until a request has come to a state. */
  async until(own: Pick<OwnAsk, 'id'>, state: string): Promise<void> {
    while ((await this.state(own)) !== state) await new Promise((wake) => setTimeout(wake, 20));
  }

  /** What stands in the trail of a request, oldest first: `action outcome why`. */
  async trail({ id: request }: Pick<OwnAsk, 'id'>): Promise<readonly string[]> {
    const { items } = await this.house.started.service.store.transact(({ audit }) =>
      audit.page('hostel', { object: { type: 'request', id: request } }, { first: 100 }),
    );
    const said = (value: unknown): string => (typeof value === 'string' ? value : '-');
    return items.map(({ item: { action, outcome, details } }) => `${action} ${outcome} ${said(details['why'])}`).reverse();
  }

  /** The last that the trail has of signing in: mails of the same request are sent meanwhile. */
  async lastSignIn(mine: Pick<OwnAsk, 'id'>): Promise<string | undefined> {
    return (await this.trail(mine)).filter((line) => line.startsWith('identity.signIn ')).at(-1);
  }

  /** The last that the log has of signing in. */
  lastLine(): unknown {
    return JSON.parse(this.house.log.findLast((line) => line.includes('"sign-in"')) ?? '{}');
  }

  async stop(): Promise<void> {
    await this.house.stop();
    await this.provider.stop();
    await this.catcher.close();
  }
}

function begunBy(response: Response): Begun & { readonly response: Response } {
  const asked = Object.fromEntries(new URL(response.headers.get('location') ?? 'about:blank').searchParams);
  return { state: asked['state'] ?? '', nonce: asked['nonce'] ?? '', asked, response };
}

/** What the service has answered with. */
export async function shownBy(response: Response): Promise<Shown> {
  const html = await response.text();
  return { status: response.status, html, page: /data-page="([\w-]+)"/u.exec(html)?.[1], headers: response.headers };
}

/** An account that is known by a verified address. */
export function accountOf(email: string, more: Changes = {}): Changes {
  return { sub: `sub of ${email}`, email, email_verified: true, ...more };
}
