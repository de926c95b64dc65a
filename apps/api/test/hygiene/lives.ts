import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { accepted } from '../../src/client/service-client.js';
import { awaiting } from '../assembled-request.js';
import { askedOnThePage, assertionFor, guestOf, handedOver, type Life, mailTo, reached, type Stage } from './stage.js';
import {
  checkFacts,
  decideForWhom,
  handInPaper,
  noteDuties,
  reviewDoubtful,
  ruleOnOthers,
  writeAboutIt,
} from './words-of-staff.js';
import { answerItself, fetchAnswer, showDocument, showOwnDocument, tellWhatIsMissing } from './words-of-subjects.js';

/** Everything that people can write or hand in, found and answered, fetched and locked. */
const released: Life = async (stage) => {
  const { officer, canaries } = stage;
  const handed = await handedOver(stage, guestOf(stage));
  const { id } = handed;
  await awaiting(officer, id);
  await handInPaper(stage, id);
  await writeAboutIt(stage, id);
  await answerItself(stage, handed);
  await checkFacts(stage, id);
  await ruleOnOthers(stage, id);
  await showDocument(stage, id);
  await noteDuties(stage, id);
  const reason = `Because ${canaries.word('releaseRequest.release.reason')}.`;
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason } })).releaseRequest);
  await fetchAnswer(stage, handed);
  await transmit(stage, id);
  await tellWhatIsMissing(stage, handed);
  await tellOfBreach(stage, id);
  return id;
};

/** What is sent to others, by words alone. */
async function transmit({ officer, canaries }: Stage, id: string): Promise<void> {
  const transmission = {
    instruction: `By letter: ${canaries.word('orderTransmission.transmission.instruction')}.`,
    name: canaries.word('orderTransmission.transmission.name'),
  };
  accepted((await officer.client.run('orderTransmission', { id, transmission })).orderTransmission);
}

/** An answer that reached somebody else. */
async function tellOfBreach({ officer, canaries }: Stage, id: string): Promise<void> {
  const words = `To ${canaries.word('noteWrongRecipient.noted.words')}.`;
  accepted((await officer.client.run('noteWrongRecipient', { id, noted: { words } })).noteWrongRecipient);
  const end = { outcome: 'risk_unlikely' as const, words: `It was ${canaries.word('endBreach.end.words')}.` };
  accepted((await officer.client.run('endBreach', { id, breach: 'b1', end })).endBreach);
}

/** Handed out by post, after something was paid for it. */
const paid: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { client } = officer;
  const { id } = await handedOver(stage, guestOf(stage), { identifiers: [{ kind: 'email', value: guestOf(stage) }] });
  accepted((await client.run('chooseChannel', { id, channel: 'registered_post' })).chooseChannel);
  await announceFee(stage, id);
  const provedBy = `By ${canaries.word('attestIdentity.attestations.provedBy')}.`;
  accepted((await client.run('attestIdentity', { id, attestations: [{ identifier: 1, provedBy }] })).attestIdentity);
  accepted((await client.run('startRequest', { id })).startRequest);
  await awaiting(officer, id);
  const noted = { as: 'paid' as const, words: `The bank: ${canaries.word('noteFee.noted.words')}.` };
  accepted((await client.run('noteFee', { id, noted })).noteFee);
  accepted((await client.run('releaseRequest', { id, release: { days: 7, reason: 'All of it.' } })).releaseRequest);
  const end = { outcome: 'handed_out' as const, words: `Signed for by ${canaries.word('endDuty.end.words')}.` };
  accepted((await client.run('endDuty', { id, duty: 'd1', end })).endDuty);
  return id;
};

async function announceFee({ officer, canaries }: Stage, id: string): Promise<void> {
  const answerBy = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const evidence = `Only a test, says ${canaries.word('announceFee.fee.evidence')} in a letter.`;
  const costs = [{ cost: 'postage' as const, cents: 420 }];
  const fee = { cause: 'manifestly_unfounded' as const, evidence, currency: 'EUR', answerBy, costs };
  accepted((await officer.client.run('announceFee', { id, fee })).announceFee);
}

/** Asked for by an account of the site, charged and let off, then withdrawn. */
const waived: Life = async (stage) => {
  const { officer, website, canaries } = stage;
  const assertion = await assertionFor(guestOf(stage, 'handOverRequest.assertion'));
  const input = { clientKey: canaries.word('handOverRequest.input.clientKey'), identifiers: [], rights: ['access' as const] };
  const { request } = accepted((await website.run('handOverRequest', { input, assertion })).handOverRequest);
  const { id } = request;
  await announceFee(stage, id);
  const words = `Too little: ${canaries.word('waiveFee.words')}.`;
  accepted((await officer.client.run('waiveFee', { id, words })).waiveFee);
  accepted((await officer.client.run('cancelRequest', { id, reason: 'By telephone.' })).cancelRequest);
  return id;
};

/** Asked for in somebody's name, and answered to who asks. */
const represented: Life = async (stage) => {
  const { officer, catcher } = stage;
  const { id } = await handedOver(stage, guestOf(stage), { onBehalf: 'proxy' });
  await awaiting(officer, id);
  const sendTo = await decideForWhom(stage, id, 'accepted');
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason: 'As asked.' } })).releaseRequest);
  await mailTo(catcher, sendTo, /#/u);
  return id;
};

/** A letter that an officer has taken in, with a match that nobody is sure of. */
const doubtful: Life = async (stage) => {
  const { officer, canaries, house } = stage;
  const guest = house.world.hostel.find(({ truth }) => truth.queued.length > 0);
  if (guest === undefined) throw new Error('Everything of the guests is sure.');
  const provedBy = `By ${canaries.word('openRequest.input.identifiers.provedBy')}.`;
  const own = guest.given.map(({ kind, value, namespace }) => ({ kind, value, namespace, provedBy }));
  const stranger = { kind: 'email' as const, value: canaries.address('openRequest.input.identifiers.value') };
  const clientKey = canaries.word('openRequest.input.clientKey');
  const input = { clientKey, identifiers: [...own, stranger], rights: ['access' as const] };
  const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
  accepted((await officer.client.run('startRequest', { id })).startRequest);
  await reached(stage, id, 'in_review');
  await reviewDoubtful(stage, id);
  await awaiting(officer, id);
  accepted((await officer.client.run('cancelRequest', { id, reason: 'By letter.' })).cancelRequest);
  return id;
};

/** Asked for in somebody's name, and refused with a letter. */
const refused: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.address('handOverRequest.input.identifiers.value'), {
    onBehalf: 'parental_authority',
  });
  await awaiting(officer, id);
  await writeAboutIt(stage, id);
  await decideForWhom(stage, id, 'rejected');
  const reason = `No: ${canaries.word('refuseUnproved.reason')}.`;
  accepted((await officer.client.run('refuseUnproved', { id, reason })).refuseUnproved);
  return id;
};

/** Refused because a right is asked for to gain by artifice. */
const abused: Life = async (stage) => {
  const refusal = (word: (name: string) => string) => ({
    ground: 'abuse' as const,
    evidence: `The aim: ${word('evidence')}.`,
    intent: `The gain: ${word('intent')}.`,
    reason: `No: ${word('reason')}.`,
  });
  return refusedOnGround(stage, refusal);
};

/** Refused because a law restricts the right. */
const restricted: Life = async (stage) => {
  const refusal = (word: (name: string) => string) => ({
    ground: 'legal_restriction' as const,
    evidence: `It applies: ${word('evidence')}.`,
    lawRef: `Art. 12 of the code of ${word('lawRef')}`,
    reason: `No: ${word('reason')}.`,
  });
  return refusedOnGround(stage, refusal);
};

async function refusedOnGround(
  stage: Stage,
  refusalOf: (word: (name: string) => string) => { ground: 'abuse' | 'legal_restriction'; evidence: string; reason: string },
): Promise<string> {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.address('handOverRequest.input.identifiers.value'));
  await awaiting(officer, id);
  const refusal = refusalOf((name) => canaries.word(`refuseOnGround.refusal.${name}`));
  accepted((await officer.client.run('refuseOnGround', { id, refusal })).refuseOnGround);
  return id;
}

const cancelled: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.address('handOverRequest.input.identifiers.value'));
  await awaiting(officer, id);
  const reason = `Withdrawn: ${canaries.word('cancelRequest.reason')}.`;
  accepted((await officer.client.run('cancelRequest', { id, reason })).cancelRequest);
  return id;
};

/** Asked of the wrong house, and told so. */
const wrongController: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.address('handOverRequest.input.identifiers.value'));
  await awaiting(officer, id);
  const explanation = `Theirs: ${canaries.word('answerWrongController.answer.explanation')}.`;
  const answer = { explanation, meantFor: canaries.word('answerWrongController.answer.meantFor') };
  accepted((await officer.client.run('answerWrongController', { id, answer })).answerWrongController);
  return id;
};

/** Refused because nobody can be identified, with what shows it. */
const unidentifiable: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id } = await handedOver(stage, canaries.address('handOverRequest.input.identifiers.value'));
  await awaiting(officer, id);
  const demonstration = `Counters have no names: ${canaries.word('refuseUnidentifiable.refusal.demonstration')}.`;
  const refusal = { demonstration, wouldHelp: ['id' as const] };
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
  const reason = `The month is over: ${canaries.word('releaseRequest.release.reason')}.`;
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason } })).releaseRequest);
  renameSync(`${file}.away`, file);
  accepted((await officer.client.run('retrySource', { id, source: 'hostel' })).retrySource);
  const enough = `Enough: ${canaries.word('cancelRequest.reason')}.`;
  accepted((await officer.client.run('cancelRequest', { id, reason: enough })).cancelRequest);
  return id;
};

/** Asked for on the page, by somebody who never proves anything, and refused in the end. */
const neverProved: Life = async (stage) => {
  const { officer, canaries } = stage;
  const { id, browser } = await askedOnThePage(stage, canaries.address('/ask.email'));
  const doubt = { because: 'unknown_sender' as const, text: `Who is that? ${canaries.word('noteDoubt.doubt.text')}` };
  accepted((await officer.client.run('noteDoubt', { id, doubt })).noteDoubt);
  await showOwnDocument(stage, id, browser);
  const reason = `Not proved: ${canaries.word('refuseUnproved.reason')}.`;
  accepted((await officer.client.run('refuseUnproved', { id, reason })).refuseUnproved);
  return id;
};

/** The same, and nobody does anything about it. */
const lapsed: Life = async (stage) => {
  const { id } = await askedOnThePage(stage, stage.canaries.address('/ask.email'));
  await stage.letLapse(id);
  await reached(stage, id, 'refused');
  return id;
};

/** By what they end as. */
export const LIVES: Readonly<Record<string, Life>> = {
  ...{ released, paid, waived, represented, doubtful, refused, abused, restricted, cancelled, wrongController, unidentifiable },
  ...{ settled, neverProved, lapsed },
};
