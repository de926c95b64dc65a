import type { DownloadLink, GivenAnswer } from '@habeas/core';
import { accepted } from '../../src/client/service-client.js';
import type { Service } from '../../src/composition/service.js';
import { freshly, refuseUnfounded } from '../refusing.js';
import { instead } from '../small-house.js';
import type { PagesHouse } from './pages-house.js';
import type { OwnAsk, SubjectTab } from './subject-tab.js';

/** What has come to pass of one person's requests, while the states of the pages are gone through in order. */
export class Story {
  readonly #known = new Map<string, OwnAsk>();
  /** Its secret too. */
  link = '';
  /** Whom it went to. */
  guestsEmail = '';
  /** Where somebody on record stops a request that they did not make. */
  stopPath = '';

  constructor(
    readonly house: PagesHouse,
    readonly tab: SubjectTab,
  ) {}

  get page(): SubjectTab['page'] {
    return this.tab.page;
  }

  /** An address of this story's own, that nobody knows. */
  stranger(name: string): string {
    return `${name}.${this.tab.language}@example.org`;
  }

  async ask(name: string, email = this.stranger(name)): Promise<OwnAsk> {
    const asked = await this.tab.ask(email);
    this.#known.set(name, asked);
    return asked;
  }

  /** Has the website of the controller hand over a request of theirs, and comes to it with its claim code. */
  async handOver(name: string): Promise<void> {
    const { language } = this.tab;
    const identifiers = [{ kind: 'email' as const, value: this.stranger(name), provedBy: 'signed in to the website' }];
    const input = { clientKey: this.stranger(name), identifiers, rights: ['access' as const], language };
    const { request, claimCode } = accepted((await this.house.website.run('handOverRequest', { input })).handOverRequest);
    const { id, reference } = request;
    this.#known.set(name, { id, reference, claimCode, follow: `/ask/hostel/requests/${id}` });
    await this.find(name);
    await this.tab.is('follow');
  }

  /** Somebody asks from the account of a guest, in which another address stands now: the one on record is told of it, and may stop it. */
  async isAskedFromElsewhere(): Promise<void> {
    const email = this.house.guest();
    const identifiers = [
      { kind: 'id', namespace: 'hostel.client', value: this.house.numberOf(email) },
      { kind: 'email', value: this.stranger('new') },
    ];
    const assertion = await this.house.assertionOf(identifiers);
    const input = { clientKey: this.stranger('new'), identifiers: [], rights: ['access' as const] };
    accepted((await this.house.website.run('handOverRequest', { input, assertion })).handOverRequest);
    const { text } = await this.house.mailTo(email, /\/stop\//u);
    this.stopPath = new URL(/https?:\/\/\S+\/stop\/\S+/u.exec(text)?.[0] ?? '').pathname;
  }

  /** Comes to a request with its claim code, or with another one. */
  async find(name: string, code = this.own(name).claimCode): Promise<void> {
    await this.tab.go('/ask/hostel/follow');
    await this.page.fill('[name=reference]', this.own(name).reference);
    await this.page.fill('[name=claimCode]', code);
    await this.press();
  }

  keep(name: string, asked: OwnAsk): void {
    this.#known.set(name, asked);
  }

  own(name: string): OwnAsk {
    const found = this.#known.get(name);
    if (found === undefined) throw new Error(`Nobody has asked as ${name}.`);
    return found;
  }

  /** Opens a page of a request of one's own. */
  go(name: string, path = ''): Promise<void> {
    return this.tab.go(`${this.own(name).follow}${path}`);
  }

  /** Presses the first button of the page. */
  press(selector = 'main form .button'): Promise<void> {
    return this.page.click(selector);
  }

  /** The path of the link, without its secret. */
  get linkPath(): string {
    return this.link.slice(0, this.link.indexOf('#'));
  }

  /** Opens the link, and shows a claim code. */
  async open(claimCode: string): Promise<void> {
    await this.tab.go(this.link);
    await this.page.fill('[name=claimCode]', claimCode);
    await this.press();
  }

  /** What an officer does meanwhile. */
  async officer<T>(act: (client: PagesHouse['officer']['client']) => Promise<T>): Promise<T> {
    return act(this.house.officer.client);
  }

  async question(name: string, text: string): Promise<void> {
    const question = { kind: 'identity', doubt: 'unknown_sender', text } as const;
    accepted((await this.officer((client) => client.run('askQuestion', { id: this.own(name).id, question }))).askQuestion);
  }

  async extend(name: string): Promise<void> {
    const promisedOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const extension = { reason: 'volume_of_data', notice: { explanation: 'There is a lot of it.', promisedOn } } as const;
    accepted((await this.officer((client) => client.run('extendRequest', { id: this.own(name).id, extension }))).extendRequest);
  }

  async refuse(name: string): Promise<void> {
    const { id } = this.own(name);
    const letter = { kind: 'acknowledgement' as const, facts: JSON.stringify({ identity: 'link_or_code' }) };
    accepted((await this.officer((client) => client.run('writeLetter', { id, letter }))).writeLetter);
    await refuseUnfounded(this.house.officer, id);
  }

  async refuseUnproved(name: string): Promise<void> {
    const { id } = this.own(name);
    const reason = 'The code that we sent was not entered.';
    const run = async () => (await this.officer((client) => client.run('refuseUnproved', { id, reason }))).refuseUnproved;
    accepted(await freshly(this.house.officer, run));
  }

  /** Somebody doubts who asks, and asks for a copy of a document. */
  async demandDocument(name: string): Promise<void> {
    const { id } = this.own(name);
    await this.house.officer.stepUp();
    const doubt = { because: 'unknown_sender' as const, text: 'The mailbox is new.' };
    accepted((await this.officer((client) => client.run('noteDoubt', { id, doubt }))).noteDoubt);
    const why = {
      ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'A copy of everything.', context: 'A mailbox that nobody knows.' },
      ...{ harm: 'Somebody would learn where she slept.', harmLevel: 'high' as const, nothingLess: 'She knows no booking.' },
    };
    accepted((await this.officer((client) => client.run('demandDocument', { id, why }))).demandDocument);
  }

  /** As if the last code had been sent a good minute ago. */
  async codeIsOlder(name: string): Promise<void> {
    const { id } = this.own(name);
    await this.#store.transact(async ({ proofs }) => {
      const proof = await proofs.lock('hostel', id);
      if (proof !== undefined) await proofs.put({ ...proof, sentAt: new Date(proof.sentAt.getTime() - 61_000) });
    });
  }

  /** Changes the link that somebody was sent, as time and use would. */
  async changeLink(name: string, change: (link: DownloadLink) => DownloadLink): Promise<void> {
    const { id } = this.own(name);
    await this.#store.transact(async ({ deliveries }) => {
      const delivery = await deliveries.lock('hostel', id);
      if (delivery?.link !== undefined) await deliveries.change({ ...delivery, link: change(delivery.link) });
    });
  }

  /** Changes what is noted of the answers to a request. */
  async changeAnswer(name: string, change: (answer: GivenAnswer) => GivenAnswer): Promise<void> {
    const { id } = this.own(name);
    await this.#store.transact(async ({ requests }) => {
      const request = await requests.lock('hostel', id);
      if (request?.answers === undefined) throw new Error('Nothing went out.');
      await requests.change({ ...request, answers: request.answers.map(change), version: request.version + 1 });
    });
  }

  /** Does something while the store does not work. */
  async without(fault: () => Error, act: () => Promise<void>): Promise<void> {
    const restore = instead(this.#store, 'transact', () => Promise.reject(fault()));
    await act().finally(restore);
  }

  /** Does something while as many codes are looked at as may be at once. */
  async crowded(act: () => Promise<void>): Promise<void> {
    let end: () => void = () => undefined;
    const held = new Promise<boolean>((resolve) => {
      end = () => {
        resolve(false);
      };
    });
    const restore = instead(this.house.house.started.service.desk.delivery.crypto, 'verifyPassword', () => held);
    const body = new URLSearchParams({ reference: 'x', claimCode: '1' });
    const others = Array.from({ length: 8 }, () => fetch(`${this.tab.origin}/ask/hostel/follow`, { method: 'POST', body }));
    await new Promise((wake) => setTimeout(wake, 300));
    await act().finally(() => {
      restore();
      end();
    });
    await Promise.all(others);
  }

  get #store(): Service['store'] {
    return this.house.house.started.service.store;
  }
}
