import { randomUUID } from 'node:crypto';
import type { MailCatcher, PersonOfInterest } from '@habeas/example-worlds';
import { SignJWT } from 'jose';
import { accepted, type ServiceClient } from '../../src/client/service-client.js';
import type { Operations } from '../../src/client/operations.generated.js';
import type { Officer } from '../../src/demo/officer.js';
import type { ServiceHouse } from '../house.js';
import { SubjectBrowser, workedOut } from '../subject-browser.js';
import type { Canaries } from './canaries.js';

/** What lives are led with. */
export interface Stage {
  readonly house: ServiceHouse;
  readonly officer: Officer;
  /** A program that hands requests over. */
  readonly website: ServiceClient;
  readonly catcher: MailCatcher;
  readonly canaries: Canaries;
  /** Lets the month of a request be nearly over. */
  readonly letLapse: (request: string) => Promise<void>;
}

/** A life of a request, to the state in which nothing more is decided. Gives the request's id. */
export type Life = (stage: Stage) => Promise<string>;

/** A request, and the way to it of who asks. */
export interface HandedOver {
  readonly id: string;
  readonly reference: string;
  readonly claimCode: string;
}

type HandOverInput = Operations['handOverRequest']['variables']['input'];

/** The site whose word for its accounts the hostel takes, as a line of service.yaml. */
export const ACCOUNTS = `accounts: { hostel: { issuer: 'https://hostel.example.org', algorithm: HS256, key: 'a-secret-of-the-site-with-40-characters!' } }\n`;

/** What the site says of somebody who has just signed in. */
export function assertionFor(email: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const identifiers = [{ kind: 'email', value: email }];
  const whose = { iss: 'https://hostel.example.org', aud: 'hostel', jti: randomUUID() };
  const claims = { ...whose, iat: now, exp: now + 60, auth_time: now - 5, identifiers };
  const key = Buffer.from('a-secret-of-the-site-with-40-characters!');
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);
}

/** Addresses of a guest. */
function emailsOf({ given }: PersonOfInterest): readonly string[] {
  return given.filter(({ kind }) => kind === 'email').map(({ value }) => value);
}

/** An address of the hostel's that nobody in these lives has used yet. */
export function guestOf({ house, canaries }: Stage, place = 'handOverRequest.input.identifiers.value'): string {
  const addresses = house.world.guests.filter(({ truth }) => truth.queued.length === 0).flatMap(emailsOf);
  const address = addresses.find((each) => !canaries.words.includes(each));
  if (address === undefined) throw new Error('The hostel has no more guests.');
  return canaries.add(place, address);
}

/** A request that the website hands over, for somebody whose address it says is proved. */
export async function handedOver(
  { website, canaries }: Stage,
  email: string,
  more: Partial<HandOverInput> = {},
): Promise<HandedOver> {
  const provedBy = `signed in ${canaries.word('handOverRequest.input.identifiers.provedBy')}`;
  const identifiers = [{ kind: 'email' as const, value: email, provedBy }];
  const clientKey = `${canaries.word('handOverRequest.input.clientKey')}-${email}`;
  const input = { clientKey, identifiers, rights: ['access' as const], language: 'en' as const, ...more };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, reference: request.reference, claimCode };
}

/** The browser of who asks, which has shown the claim code. */
export async function following({ house }: Stage, { reference, claimCode }: HandedOver): Promise<SubjectBrowser> {
  const browser = new SubjectBrowser(house.url);
  await browser.post('/ask/hostel/follow', { reference, claimCode });
  return browser;
}

/** A request on the page, by somebody with this address who writes something into each field. */
export async function askedOnThePage(
  { house, canaries, catcher }: Stage,
  email: string,
): Promise<{ readonly id: string; readonly browser: SubjectBrowser }> {
  const browser = new SubjectBrowser(house.url);
  const form = workedOut(await browser.open('/ask/hostel'));
  const words = ['message', 'givenName', 'familyName', 'requesterName', 'authority', 'formerNames', 'period', 'customerNumber'];
  const written = Object.fromEntries(words.map((name) => [name, canaries.word(`/ask.${name}`)]));
  const addresses = Object.fromEntries(['requesterEmail', 'otherEmails'].map((name) => [name, canaries.address(`/ask.${name}`)]));
  const phones = {
    phone: canaries.add('/ask.phone', '+33199004217'),
    otherPhones: canaries.add('/ask.otherPhones', '+33199004218'),
  };
  const fields = { ...form, ...written, ...addresses, ...phones, email, rights: 'access' };
  const page = await browser.post('/ask/hostel', fields);
  const [, id = ''] = /\/ask\/hostel\/requests\/([^/"]+)/u.exec(page.html) ?? [];
  await mailTo(catcher, email);
  return { id, browser };
}

/** Waits for a mail to an address that says this. */
export async function mailTo(catcher: MailCatcher, email: string, says = /./u): Promise<string> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.to.includes(email) === true && says.test(mail.text)) return mail.text;
  }
}

/** Waits until a request is in one of these states. */
export async function reached({ officer }: Stage, id: string, ...states: readonly string[]): Promise<void> {
  for (;;) {
    const { request } = await officer.client.run('request', { id });
    if (states.includes(request?.state ?? '')) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
