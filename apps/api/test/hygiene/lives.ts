import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { MailCatcher } from '@habeas/example-worlds';
import { accepted, type ServiceClient } from '../../src/client/service-client.js';
import type { Officer } from '../../src/demo/officer.js';
import { awaiting } from '../assembled-request.js';
import type { ServiceHouse } from '../house.js';
import { SubjectBrowser, workedOut } from '../subject-browser.js';

/** Words that are in nothing but what a life gives to the service: each is looked for where nothing of it may be. */
export class Canaries {
  readonly #words: string[] = [];

  get words(): readonly string[] {
    return this.#words;
  }

  /** A word of its own, for one place. */
  word(place: string): string {
    return this.add(`${place}zqx${String(this.#words.length + 100)}kanarie`);
  }

  /** What is in the world already, such as somebody's address. */
  add(text: string): string {
    this.#words.push(text);
    return text;
  }
}

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

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Everything that people can write or hand in, found and answered, fetched and locked. */
const released: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id, claimCode } = await handedOver(stage, guestOf(stage));
  await awaiting(officer, id);
  await handInPaper(stage, id);
  await writeAboutIt(stage, id);
  await ruleOnOthers(stage, id);
  await showDocument(stage, id);
  const reason = `Because ${canaries.word('release')}.`;
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason } })).releaseRequest);
  await fetch(stage, claimCode);
  return id;
};

/** Asked for in somebody's name, and refused with a letter. */
const refused: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.add('refusedzqx.kanarie@example.org'));
  await awaiting(officer, id);
  await writeAboutIt(stage, id);
  accepted((await officer.client.run('refuseRequest', { id, reason: `No: ${canaries.word('refuse')}.` })).refuseRequest);
  return id;
};

const cancelled: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.add('cancelledzqx.kanarie@example.org'));
  await awaiting(officer, id);
  accepted((await officer.client.run('cancelRequest', { id, reason: `Withdrawn: ${canaries.word('cancel')}.` })).cancelRequest);
  return id;
};

/** Asked of the wrong house, and told so. */
const wrongController: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.add('elsewherezqx.kanarie@example.org'));
  await awaiting(officer, id);
  const answer = { explanation: `Theirs: ${canaries.word('explanation')}.`, meantFor: canaries.word('meant for') };
  accepted((await officer.client.run('answerWrongController', { id, answer })).answerWrongController);
  return id;
};

/** Refused because nobody can be identified, with what shows it. */
const unidentifiable: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.add('nobodyzqx.kanarie@example.org'));
  await awaiting(officer, id);
  const refusal = { demonstration: `Counters have no names: ${canaries.word('demonstration')}.`, wouldHelp: ['id' as const] };
  accepted((await officer.client.run('refuseUnidentifiable', { id, refusal })).refuseUnidentifiable);
  return id;
};

/** Answered without a source that was away, gone on with when it was back, and left at that. */
const settled: Life = async (stage) => {
  const { house, officer, canaries } = stage;
  const file = join(house.world.directory, 'hostel.sqlite');
  renameSync(file, `${file}.away`);
  const { id } = await handedOver(stage, guestOf(stage));
  await awaiting(officer, id);
  const reason = `The month is over: ${canaries.word('partial')}.`;
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason } })).releaseRequest);
  renameSync(`${file}.away`, file);
  accepted((await officer.client.run('retrySource', { id, source: 'hostel' })).retrySource);
  accepted((await officer.client.run('cancelRequest', { id, reason: `Enough: ${canaries.word('settle')}.` })).cancelRequest);
  return id;
};

/** Asked for on the page, by somebody who never proves anything, and refused in the end. */
const neverProved: Life = async (stage) => {
  const { officer, canaries } = stage;
  const id = await askedOnThePage(stage, canaries.add('strangerzqx.kanarie@example.org'));
  const identity = { because: 'unknown_sender' as const, text: `Who is that? ${canaries.word('doubt')}` };
  accepted((await officer.client.run('noteDoubt', { id, doubt: identity })).noteDoubt);
  accepted(
    (await officer.client.run('refuseRequest', { id, reason: `Not proved: ${canaries.word('unproved')}.` })).refuseRequest,
  );
  return id;
};

/** The same, and nobody does anything about it. */
const lapsed: Life = async (stage) => {
  const { officer, canaries, letLapse } = stage;
  const id = await askedOnThePage(stage, canaries.add('silentzqx.kanarie@example.org'));
  await letLapse(id);
  for (;;) {
    const { request } = await officer.client.run('request', { id });
    if (request?.state === 'refused') return id;
    await new Promise((wake) => setTimeout(wake, 20));
  }
};

async function askedOnThePage({ house, canaries, catcher }: Stage, email: string): Promise<string> {
  const browser = new SubjectBrowser(house.url);
  const form = workedOut(await browser.open('/ask/hostel'));
  const written = { message: canaries.word('asked'), givenName: canaries.word('name') };
  const page = await browser.post('/ask/hostel', { ...form, email, ...written, rights: 'access' });
  const [, id = ''] = /\/ask\/hostel\/requests\/([^/"]+)/u.exec(page.html) ?? [];
  await mailTo(catcher, email);
  return id;
}

/** By what they end as. */
export const LIVES: Readonly<Record<string, Life>> = {
  ...{ released, refused, cancelled, wrongController, unidentifiable, settled, neverProved, lapsed },
};

/** An address of the hostel's that nobody in these lives has used yet. */
function guestOf({ house, canaries }: Stage): string {
  const addresses = house.world.guests
    .filter(({ truth }) => truth.queued.length === 0)
    .flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').map(({ value }) => value));
  const address = addresses.find((each) => !canaries.words.includes(each));
  if (address === undefined) throw new Error('The hostel has no more guests.');
  return canaries.add(address);
}

async function handedOver({ website }: Stage, email: string): Promise<{ readonly id: string; readonly claimCode: string }> {
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = { clientKey: `website-${email}`, identifiers, rights: ['access' as const], language: 'en' as const };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  return { id: request.id, claimCode };
}

async function handInPaper({ officer, canaries }: Stage, id: string): Promise<void> {
  const headers = {
    'Content-Type': 'text/plain',
    'Content-Disposition': `attachment; filename="${canaries.word('filename')}.txt"`,
  };
  const body = `A scan of ${canaries.word('scan')}.`;
  await officer.client.send(`/requests/${id}/tasks/t1/files/guest_book`, { method: 'POST', body, headers });
  const rows = [{ collection: 'guest_book', format: 'json' as const, text: JSON.stringify([{ remark: canaries.word('row') }]) }];
  const end = { outcome: 'found' as const, rows, isStated: true, reason: canaries.word('task') };
  accepted((await officer.client.run('endTask', { id, task: 't1', end })).endTask);
  await awaiting(officer, id);
}

/** What people write while they decide. */
async function writeAboutIt({ officer, canaries }: Stage, id: string): Promise<void> {
  const { client } = officer;
  const question = { kind: 'identity' as const, doubt: 'unknown_sender' as const, text: `Are you ${canaries.word('question')}?` };
  accepted((await client.run('askQuestion', { id, question })).askQuestion);
  accepted((await client.run('answerQuestion', { id, answer: { text: `I am ${canaries.word('answer')}.` } })).answerQuestion);
  accepted((await client.run('linkReminder', { id, reminder: { text: `When, ${canaries.word('reminder')}?` } })).linkReminder);
  const noted = { rights: ['objection' as const], text: `Stop ${canaries.word('other right')}.` };
  accepted((await client.run('noteOtherRights', { id, noted })).noteOtherRights);
  const ended = {
    right: 'objection' as const,
    outcome: 'done' as const,
    text: `Stopped ${canaries.word('end of another right')}.`,
  };
  accepted((await client.run('endOtherRight', { id, end: ended })).endOtherRight);
  const doubt = { because: 'details_differ' as const, text: `They say ${canaries.word('doubt')}.` };
  accepted((await client.run('noteDoubt', { id, doubt })).noteDoubt);
  const facts = JSON.stringify({ identity: 'link_or_code' });
  const letter = { kind: 'acknowledgement' as const, facts, addressee: canaries.word('addressee') };
  accepted((await client.run('writeLetter', { id, letter })).writeLetter);
}

/** What an officer explains where other people stand in an answer. */
async function ruleOnOthers({ officer, canaries }: Stage, id: string): Promise<void> {
  const place = { source: 'paper', collection: 'guest_book' };
  const [found] = accepted((await officer.client.run('findings', { request: id, ...place, first: 1 })).findings).edges;
  if (found === undefined) throw new Error('The binder of the reception has nothing.');
  const ruling = {
    ...{ ...place, recordId: found.node.recordId, field: 'remark', involvement: 'mentioned' as const },
    adverseEffect: { isConcrete: true, what: `It tells ${canaries.word('effect')}.` },
    balance: { prevails: 'other' as const, why: `Not asked: ${canaries.word('balance')}.` },
    ...{ outcome: 'withhold' as const, redaction: { reconciles: false, why: `All theirs: ${canaries.word('reconciliation')}.` } },
  };
  accepted((await officer.client.run('ruleOnRecord', { id, ruling })).ruleOnRecord);
  await awaiting(officer, id);
}

async function showDocument({ officer, canaries }: Stage, id: string): Promise<void> {
  const why = {
    ...{
      dataTypes: canaries.word('types'),
      isSpecial: false,
      nature: canaries.word('nature'),
      context: canaries.word('context'),
    },
    ...{ harm: canaries.word('harm'), harmLevel: 'high' as const, nothingLess: canaries.word('less') },
  };
  accepted((await officer.client.run('demandDocument', { id, why })).demandDocument);
  const body = Buffer.concat([Buffer.from(PNG), Buffer.from(canaries.word('passport'))]);
  await officer.client.send(`/requests/${id}/document`, { method: 'POST', body });
}

async function fetch({ house, catcher, officer }: Stage, claimCode: string): Promise<void> {
  for (let count = 1; ; count += 1) {
    const text = (await catcher.caught(count))[count - 1]?.text ?? '';
    const [, address = '', secret = ''] = /(https?:\/\/\S+)#(\S+)/u.exec(text) ?? [];
    if (address === '') continue;
    const { pathname: path } = new URL(address);
    const browser = new SubjectBrowser(house.url);
    await browser.post(path, { secret, claimCode });
    const response = await browser.send(`${path}/archive`);
    await response.arrayBuffer();
    await officer.stepUp();
    return;
  }
}

async function mailTo(catcher: MailCatcher, email: string): Promise<void> {
  for (let count = 1; ; count += 1) {
    if ((await catcher.caught(count))[count - 1]?.to.includes(email) === true) return;
  }
}
