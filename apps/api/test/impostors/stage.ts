import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { accepted, type ServiceClient } from '../../src/client/service-client.js';
import type { Officer } from '../../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { CrookedProvider } from '../oidc/crooked-provider.js';
import { tokenOf } from '../people.js';
import { addSignIn } from '../sign-in/sign-in-settings.js';
import { type AskedRequest, Impostor, linkIn, type LinkKeys } from './impostor.js';
import { addVictims, OWN, VICTIM } from './victims.js';

/** What somebody does to get another one's data. `victimGets` are the mails that the victim has of it, none where nothing is said. */
export interface Attack {
  /** The fact that keeps it from succeeding. */
  readonly title: string;
  readonly victimGets?: readonly ('code' | 'link' | 'notice')[];
  /** Whether time goes on so far that the victim's own request ends, too. */
  readonly endsAll?: boolean;
  readonly run: (stage: Stage, impostor: Impostor) => Promise<void>;
}

/** A request that was answered, with everything that its subject holds. */
export interface Answered extends LinkKeys {
  readonly id: string;
  readonly reference: string;
  readonly claimCode: string;
}

/** What the hostel's own website signs its word for an account with. */
export const SITE = 'https://hostel.example.org';
export const SITE_SECRET = 'a-secret-of-the-site-with-40-characters!';

const MOVING: ReadonlySet<string | undefined> = new Set(['ready', 'searching', 'gathering', 'assembling']);
const POLL_MS = 10;
/** A proof is fresh for five minutes, and the attacks take longer on a busy machine. */
const PROOF_MS = 3 * 60_000;

/** The house in which all attacks take place: two controllers, a mail server, an officer, and the hostel's own website. */
export class Stage {
  #keys = 0;
  #provedAt = Date.now();

  #victims: Answered | undefined;

  private constructor(
    readonly house: ServiceHouse,
    readonly catcher: MailCatcher,
    readonly officer: Officer,
    readonly site: { readonly website: ServiceClient; readonly provider: CrookedProvider },
  ) {}

  get website(): ServiceClient {
    return this.site.website;
  }

  /** Where the guests of the hostel have accounts: it says whatever the impostor gets it to say. */
  get provider(): CrookedProvider {
    return this.site.provider;
  }

  static async open(): Promise<Stage> {
    const [catcher, provider] = [await startMailCatcher(), await CrookedProvider.listen()];
    const mail = `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`;
    const accounts = `accounts: { hostel: { issuer: '${SITE}', algorithm: HS256, key: '${SITE_SECRET}' } }\n`;
    // All attacks are made on the same few mailboxes: limits have a suite of their own
    const limits = 'limits: { mailsPerHour: 1000, mailsPerDay: 10000 }\n';
    const house = await serviceHouse(mail + accounts + limits, (world) => {
      addVictims(world);
      addSignIn(world, provider.issuer);
      // A second controller with pages of its own; the association's register does not say how it is reached
      Object.assign(world, { associationConfig: world.hostelConfig });
    });
    const officer = await officerOf(house, 'hostel');
    const { client } = await tokenOf(officer, ['request.handOver', 'request.read']);
    const stage = new Stage(house, catcher, officer, { website: client, provider });
    stage.#victims = await stage.answered(VICTIM.email);
    return stage;
  }

  /** The victim's own request, which was answered before anything happened. */
  get victims(): Answered {
    if (this.#victims === undefined) throw new Error('The victim has asked for nothing.');
    return this.#victims;
  }

  async close(): Promise<void> {
    await this.house.stop();
    await this.provider.stop();
    await this.catcher.close();
  }

  /** Has the officer prove again that it is them, where that was long ago. */
  async prove(): Promise<void> {
    if (Date.now() - this.#provedAt < PROOF_MS) return;
    await this.officer.stepUp();
    this.#provedAt = Date.now();
  }

  impostor(): Impostor {
    return new Impostor(this.house.url, this.catcher);
  }

  /** Another key for a call. */
  key(): string {
    this.#keys += 1;
    return `website-${String(this.#keys)}`;
  }

  /** A request of somebody who is signed in to the website, until its link has gone out. */
  async answered(email: string): Promise<Answered> {
    const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
    const input = { clientKey: this.key(), identifiers, rights: ['access' as const], format: 'csv' as const };
    const { request, claimCode } = accepted((await this.website.run('handOverRequest', { input })).handOverRequest);
    const state = await this.settled(request.id);
    const keys = linkIn(this.catcher.mails, request.reference);
    if (keys === undefined) throw new Error(`No link was sent: the request is ${String(state)}.`);
    return { id: request.id, reference: request.reference, claimCode, ...keys };
  }

  /** Where a request stands, once nothing goes on by itself, its contacts were looked for, and every mail about it is out. */
  async settled(id: string): Promise<string | undefined> {
    for (;;) {
      // Its state first: mails are queued with it
      const { request } = await this.officer.client.run('request', { id });
      if (!MOVING.has(request?.state) && (await this.#isLookedFor(id)) && (await this.#isAllSent(id))) return request?.state;
      await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
  }

  /** Lets a service whose time was put forward work, until it was looked whether an answer may go to a new contact by then. */
  async cooledOff(id: string, after: (work: () => Promise<void>) => Promise<void>): Promise<void> {
    for (;;) {
      // An officer is not signed in for so long
      await after(() => new Promise((wake) => setTimeout(wake, 10 * POLL_MS)));
      const { request } = await this.officer.client.run('requestWork', { id });
      if ((request?.steps ?? []).every(({ kind, state }) => kind !== 'cool-off' || state === 'done')) return;
    }
  }

  async #isLookedFor(id: string): Promise<boolean> {
    const { request } = await this.officer.client.run('requestWork', { id });
    return (request?.steps ?? []).every(({ kind, state }) => kind !== 'probe' || !['pending', 'running'].includes(state));
  }

  async #isAllSent(id: string): Promise<boolean> {
    const { request } = await this.officer.client.run('messages', { id });
    return (request?.messages ?? []).every(({ state, problem }) => state !== 'waiting' || problem !== null);
  }

  /** How far the victim's own request is, and what was done to its link. */
  async standing(): Promise<object> {
    return (await this.officer.client.run('requestDelivery', { id: this.victims.id })).request ?? {};
  }

  /** How often something stands in the trail of a request. */
  async noted(request: string, action: string): Promise<number> {
    const { auditTrail } = await this.officer.client.run('auditTrail', { first: 100, request });
    return auditTrail.edges.filter(({ node }) => node.action === action).length;
  }

  /** Goes as far with a request as whoever reads these mailboxes can: proves, waits, opens the link, and downloads. */
  async goAsFarAsItGoes(impostor: Impostor, asked: AskedRequest): Promise<string | undefined> {
    if (asked.id === '') return undefined;
    await this.settled(asked.id);
    const code = impostor.codeFor(asked);
    if (code !== undefined) await asked.browser.post(`${asked.follow}/prove`, { code });
    const state = await this.settled(asked.id);
    await asked.browser.open(asked.follow);
    const link = impostor.linkFor(asked);
    if (link !== undefined) await download(asked.browser, { ...link, claimCode: asked.claimCode });
    return state;
  }

  /** The impostor's own request, with everything that they hold of it. */
  async own(impostor: Impostor): Promise<AskedRequest & Answered> {
    const asked = await impostor.ask({ email: OWN.email });
    await this.goAsFarAsItGoes(impostor, asked);
    const link = impostor.linkFor(asked);
    if (link === undefined) throw new Error('The impostor has no data of their own.');
    return { ...asked, ...link };
  }
}

/** Opens a link with a claim code, and fetches what is behind it. */
export async function download(
  browser: AskedRequest['browser'],
  { path, secret, claimCode }: LinkKeys & Pick<Answered, 'claimCode'>,
): Promise<number> {
  await browser.post(path, { secret, claimCode });
  return (await browser.send(`${path}/archive`)).status;
}
