import { accepted } from '../../src/client/service-client.js';
import { awaiting } from '../assembled-request.js';
import type { Stage } from './stage.js';

/** A paper that somebody has looked for in a binder, and what stands in it. */
export async function handInPaper({ officer, canaries }: Stage, id: string): Promise<void> {
  const headers = {
    'Content-Type': 'text/plain',
    'Content-Disposition': `attachment; filename="${canaries.word('task files.filename')}.txt"`,
  };
  const body = `A scan of ${canaries.word('task files.body')}.`;
  await officer.client.send(`/requests/${id}/tasks/t1/files/guest_book`, { method: 'POST', body, headers });
  const text = JSON.stringify([{ remark: canaries.word('endTask.end.rows.text') }]);
  const rows = [{ collection: 'guest_book', format: 'json' as const, text }];
  const end = { outcome: 'found' as const, rows, isStated: true, reason: canaries.word('endTask.end.reason') };
  accepted((await officer.client.run('endTask', { id, task: 't1', end })).endTask);
  await awaiting(officer, id);
}

/** What people write while they decide. */
export async function writeAboutIt({ officer, canaries }: Stage, id: string): Promise<void> {
  const { client } = officer;
  const receipt = {
    receivedAt: new Date(Date.now() - 86_400_000).toISOString(),
    reason: `It lay there: ${canaries.word('correctReceipt.receipt.reason')}.`,
  };
  accepted((await client.run('correctReceipt', { id, receipt })).correctReceipt);
  const asked = `Are you ${canaries.word('askQuestion.question.text')}?`;
  const question = { kind: 'identity' as const, doubt: 'unknown_sender' as const, text: asked };
  accepted((await client.run('askQuestion', { id, question })).askQuestion);
  const answer = { text: `I am ${canaries.word('answerQuestion.answer.text')}.` };
  accepted((await client.run('answerQuestion', { id, answer })).answerQuestion);
  const reminder = { text: `When, ${canaries.word('linkReminder.reminder.text')}?` };
  accepted((await client.run('linkReminder', { id, reminder })).linkReminder);
  const noted = { rights: ['objection' as const], text: `Stop ${canaries.word('noteOtherRights.noted.text')}.` };
  accepted((await client.run('noteOtherRights', { id, noted })).noteOtherRights);
  const stopped = `Stopped ${canaries.word('endOtherRight.end.text')}.`;
  const ended = { right: 'objection' as const, outcome: 'done' as const, text: stopped };
  accepted((await client.run('endOtherRight', { id, end: ended })).endOtherRight);
  const doubt = { because: 'details_differ' as const, text: `They say ${canaries.word('noteDoubt.doubt.text')}.` };
  accepted((await client.run('noteDoubt', { id, doubt })).noteDoubt);
  const facts = JSON.stringify({ identity: 'link_or_code', reference: canaries.word('writeLetter.letter.facts') });
  const addressee = canaries.word('writeLetter.letter.addressee');
  accepted((await client.run('writeLetter', { id, letter: { kind: 'acknowledgement', facts, addressee } })).writeLetter);
  const notice = {
    explanation: `Many places: ${canaries.word('extendRequest.extension.notice.explanation')}.`,
    contact: `Ask ${canaries.word('extendRequest.extension.notice.contact')}.`,
    promisedOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
  };
  accepted((await client.run('extendRequest', { id, extension: { reason: 'scattered_sources', notice } })).extendRequest);
}

/** What somebody says of themselves, and is compared. */
export async function checkFacts({ officer, canaries }: Stage, id: string): Promise<void> {
  const facts = ['nom', 'ville'].map((field) => ({
    ...{ source: 'hostel', collection: 'compte_client', field },
    value: canaries.word('checkKnownFacts.facts.value'),
  }));
  accepted((await officer.client.run('checkKnownFacts', { id, facts })).checkKnownFacts);
}

/** A field of the hostel's in which somebody else may stand. */
const BILLED = { source: 'hostel', collection: 'facture', field: 'destinataire' };

/** What an officer explains where other people stand in an answer. */
export async function ruleOnOthers({ officer, canaries }: Stage, id: string): Promise<void> {
  const { client } = officer;
  const place = { source: 'paper', collection: 'guest_book' };
  const answersOf = (word: (name: string) => string) => ({
    adverseEffect: { isConcrete: true, what: `It tells ${word('adverseEffect.what')}.` },
    balance: { prevails: 'other' as const, why: `Not asked: ${word('balance.why')}.` },
    redaction: { reconciles: false, why: `All theirs: ${word('redaction.why')}.` },
    ...{ rebuttal: `Not meant for them: ${word('rebuttal')}.`, involvement: 'author' as const, outcome: 'withhold' as const },
  });
  const onField = answersOf((name) => canaries.word(`ruleOnField.ruling.${name}`));
  accepted((await client.run('ruleOnField', { id, ruling: { ...BILLED, ...onField } })).ruleOnField);
  await awaiting(officer, id);
  const [found] = accepted((await client.run('findings', { request: id, ...place, first: 1 })).findings).edges;
  if (found === undefined) throw new Error('The binder of the reception has nothing.');
  const interest = {
    holder: canaries.word('ruleOnRecord.ruling.interest.holder'),
    why: `It gives away ${canaries.word('ruleOnRecord.ruling.interest.why')}.`,
  };
  const ruling = {
    ...{ ...place, recordId: found.node.recordId, field: 'remark', reason: 'trade_secret' as const, interest },
    ...answersOf((name) => canaries.word(`ruleOnRecord.ruling.${name}`)),
  };
  accepted((await client.run('ruleOnRecord', { id, ruling })).ruleOnRecord);
  await awaiting(officer, id);
}

/** What an officer says of a match that nobody was sure of. */
export async function reviewDoubtful({ officer, canaries }: Stage, id: string): Promise<void> {
  const { request } = await officer.client.run('matches', { id });
  for (const { id: match, decision, review } of request?.matches ?? []) {
    if (decision !== 'queued' || review !== null) continue;
    const reason = `Somebody else: ${canaries.word('reviewMatch.review.reason')}.`;
    accepted((await officer.client.run('reviewMatch', { id, review: { match, verdict: 'rejected', reason } })).reviewMatch);
  }
}

/** That the person has died, as somebody says, and that they have not. */
export async function noteDuties({ officer, canaries }: Stage, id: string): Promise<void> {
  const words = `The sister: ${canaries.word('noteDeath.words')}.`;
  accepted((await officer.client.run('noteDeath', { id, words })).noteDeath);
  const { request } = await officer.client.run('duties', { id });
  const duty = request?.duties.find(({ kind }) => kind === 'after_death')?.id ?? '';
  const end = { outcome: 'kept' as const, words: `The court: ${canaries.word('endDuty.end.words')}.` };
  accepted((await officer.client.run('endDuty', { id, duty, end })).endDuty);
}

/** What a deceased person has directed, with everything that can be said of that. */
function directiveOf(canaries: Stage['canaries']) {
  const at = (name: string): string => `decideRepresentation.representation.directives.${name}`;
  return {
    ...{ kind: 'specific' as const, directs: 'recipients' as const },
    givenOn: canaries.add(at('givenOn'), '2011-01-13'),
    consentOn: canaries.add(at('consentOn'), '2011-03-29'),
    revokedOn: canaries.add(at('revokedOn'), '2014-07-05'),
    register: `Notaries ${canaries.word(at('register'))}`,
    recipients: `Her sister ${canaries.word(at('recipients'))}`,
    executor: `Her brother ${canaries.word(at('executor'))}`,
  };
}

/** Whether somebody may act for another, with everything that can be said of that. Gives the address of who acts. */
export async function decideForWhom({ officer, canaries }: Stage, id: string, outcome: 'accepted' | 'rejected'): Promise<string> {
  const at = (name: string): string => `decideRepresentation.representation.${name}`;
  const sendTo = canaries.address(at('sendTo'));
  const mandate = {
    ...{ evidence: 'mandate' as const, covers: ['access' as const], isConfirmed: true },
    signedOn: canaries.add(at('signedOn'), '2019-08-17'),
    goodUntil: canaries.add(at('goodUntil'), '2093-02-11'),
  };
  const kin = {
    ...{ evidence: 'family_record' as const, isChildHeard: true, isForbidden: false },
    bornOn: canaries.add(at('bornOn'), '2013-11-23'),
    diedOn: canaries.add(at('diedOn'), '2018-06-19'),
    childInterest: `She wants it: ${canaries.word(at('childInterest'))}.`,
    nationalLawRef: `Art. 9 ${canaries.word(at('nationalLawRef'))}`,
    directives: [directiveOf(canaries)],
  };
  const representation = {
    ...{ outcome, answerTo: 'representative' as const, sendTo, reason: `Seen: ${canaries.word(at('reason'))}.` },
    ...(outcome === 'accepted' ? mandate : kin),
  };
  accepted((await officer.client.run('decideRepresentation', { id, representation })).decideRepresentation);
  return sendTo;
}
