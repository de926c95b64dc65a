import type { SubjectLanguage } from '@habeas/subject-pages';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CaughtMail, type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import Database from 'better-sqlite3';
import { SignJWT } from 'jose';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import type { ServiceClient } from '../../src/client/service-client.js';
import type { Officer } from '../../src/demo/officer.js';
import type { BrowserPlace } from '../console/console-house.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { IdentityProvider } from '../oidc/identity-provider.js';
import { tokenOf } from '../people.js';
import { addSignIn } from '../sign-in/sign-in-settings.js';
import { SubjectTab } from './subject-tab.js';

/** What the browser itself writes: of an answer that is an error, and of a page in a sandbox, which has no origin. */
const NO_FAULTS = ['Failed to load resource', 'The page requested an origin-keyed agent cluster'];
const SITE = 'https://hostel.example.org';
const SECRET = 'a-secret-of-the-site-with-40-characters!';
const ACCOUNTS = `accounts: { hostel: { issuer: '${SITE}', algorithm: HS256, key: '${SECRET}' } }\n`;
/** One that takes data by no way that we know. */
const RECEIVERS = 'transmissions: { hostel: { receivers: { paper: { name: Paper only } } } }\n';

/** Who works for the controller. */
interface Staff {
  readonly officer: Officer;
  /** Its own website, as a program. */
  readonly website: ServiceClient;
  /** Where its guests have accounts. */
  readonly provider: IdentityProvider;
}

/** A service on the world of the demo, what it sends by mail, an officer, and browsers of subjects. */
export class PagesHouse {
  /** What pages have complained about, and whatever they have asked of anybody else. */
  readonly complaints: string[] = [];
  readonly #guests: string[];

  private constructor(
    readonly house: ServiceHouse,
    readonly catcher: MailCatcher,
    private readonly staff: Staff,
    private readonly browser: Browser,
  ) {
    this.#guests = house.world.guests
      .filter(({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'))
      .flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').map(({ value }) => value));
  }

  static async start({ path, args }: BrowserPlace): Promise<PagesHouse> {
    const catcher = await startMailCatcher();
    const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\n`;
    const provider = await IdentityProvider.listen();
    const house = await serviceHouse(`${mail}worker: { idleSeconds: 0.02 }\n${ACCOUNTS}${RECEIVERS}`, (world) => {
      addSignIn(world, provider.issuer);
    });
    await provider.open(house.url);
    const officer = await officerOf(house, 'hostel');
    const { client } = await tokenOf(officer, ['request.handOver', 'request.read']);
    return new PagesHouse(
      house,
      catcher,
      { officer, website: client, provider },
      await chromium.launch({ executablePath: path, args: [...args] }),
    );
  }

  get officer(): Officer {
    return this.staff.officer;
  }

  get provider(): IdentityProvider {
    return this.staff.provider;
  }

  get website(): ServiceClient {
    return this.staff.website;
  }

  /** The address of a guest about whom nothing is doubtful: another one each time. */
  guest(): string {
    const guest = this.#guests.shift();
    if (guest === undefined) throw new Error('There are no more guests.');
    return guest;
  }

  /** What the website says of an account that somebody is signed in to. */
  assertionOf(identifiers: readonly object[]): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: SITE, aud: 'hostel', jti: randomUUID(), iat: now, exp: now + 60, auth_time: now - 5, identifiers };
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(SECRET));
  }

  /** The number that a guest has. */
  numberOf(email: string): string {
    const database = new Database(join(this.house.world.directory, 'hostel.sqlite'), { readonly: true });
    const row = database.prepare('SELECT no_client AS number FROM compte_client WHERE courriel = ?').get(email);
    database.close();
    return String((row as { readonly number: number }).number);
  }

  /** A browser of somebody's own, on a telephone. */
  async tab(language: SubjectLanguage, options: BrowserContextOptions = {}): Promise<SubjectTab> {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
    const context = await this.browser.newContext({
      ...phone,
      locale: 'de-DE',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    const { origin } = new URL(this.house.url);
    await context.route(
      (url) => url.origin !== origin && url.origin !== this.provider.issuer,
      async (route) => {
        this.complaints.push(`asks ${route.request().url()}`);
        await route.abort();
      },
    );
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (!NO_FAULTS.some((start) => message.text().startsWith(start))) this.complaints.push(message.text());
    });
    return new SubjectTab(page, { origin, language });
  }

  /** The first message to somebody about something, once it is there. */
  async mailTo(email: string, about: RegExp): Promise<CaughtMail> {
    for (let count = 1; ; count += 1) {
      const mail = (await this.catcher.caught(count))[count - 1];
      if (mail !== undefined && mail.to.includes(email) && about.test(mail.text)) return mail;
    }
  }

  /** The code that somebody was sent. */
  async codeTo(email: string): Promise<string> {
    return /\b\d{8}\b/u.exec((await this.mailTo(email, /\b\d{8}\b/u)).text)?.[0] ?? '';
  }

  /** The link that somebody was sent, with its secret. */
  async linkTo(email: string): Promise<string> {
    const { pathname, hash } = new URL(/https?:\/\/\S+#\S+/u.exec((await this.mailTo(email, /#/u)).text)?.[0] ?? '');
    return `${pathname}${hash}`;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.house.stop();
    await this.provider.stop();
    await this.catcher.close();
  }
}
