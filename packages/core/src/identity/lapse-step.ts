import type { Secret } from '@habeas/connector-sdk';
import { dateIn } from '../calendar/source-date.js';
import { followLink, type Telling } from '../mail/tell-subject.js';
import { queueLimited } from '../mail/queue-limited.js';
import type { Transaction } from '../ports/store.js';
import type { CaseDecision } from '../request/case-file.js';
import { happen } from '../request/change-request.js';
import { factsOf } from '../request/clock/clock-facts.js';
import type { DataRequest } from '../request/data-request.js';
import { KEPT_AFTER_END_DAYS } from '../request/kept-after-end.js';
import { mailboxesOf } from '../request/mailbox.js';
import { keyOf, openCaseFile, openSubjectFile, sealFile } from '../request/sealed-files.js';
import { addStep, cancelWork } from '../request/workflow.js';
import { fill } from '../wording/wording.js';
import type { Commit, StepContext, WorkDesk } from '../work/step-context.js';
import { systemActor } from '../work/worker.js';
import { isObjectedTo } from './contact-facts.js';
import { addLapse, lapsesAt } from './lapse.js';
import { tellOfficer } from './object.js';

const DAY_MS = 86_400_000;

/** Why it ended, as its subject reads it (Art. 12(2), (4) and (6) GDPR). */
const REASON = {
  en: 'To know that it is you who asks, we sent a code. It was not entered in time, so that we cannot tell whose data we would hand over (Art. 12(2) and (6) GDPR). You can ask again at any time, and prove it in another way: write to us.',
  fr: 'Pour nous assurer que la demande vient de vous, nous avons envoyé un code. Il n’a pas été saisi à temps : nous ne pouvons pas savoir à qui nous remettrions des données (art. 12, § 2 et 6 du RGPD). Vous pouvez faire une nouvelle demande à tout moment et prouver votre identité autrement : écrivez-nous.',
};

/**
 * Ends a request of which nobody has proved who asks, before its month is over, with a reason and the ways to complain: never in silence
 * (IDV-08; Art. 12(4)). Only where a code went out that was not entered; where none did, or a question is open, an officer is told, who
 * decides. A request whose month is longer by now is looked at again.
 */
export function lapseStep({ desk, claim }: StepContext): Promise<Commit> {
  return Promise.resolve(async (transaction, request) => {
    if (request.state !== 'received') return;
    const telling = { desk, viewer: { actor: systemActor(claim.worker), controller: request.controller } };
    const { length } = await transaction.steps.of(request.controller, request.id);
    const asked = await askedOf(transaction, desk, request);
    // It has been extended, or its receipt corrected
    if (lapsesAt(request, transaction.now).getTime() > transaction.now.getTime() + DAY_MS) {
      await addLapse(transaction, request, desk, length);
    } else if (asked.length === 0 || hasOpenQuestion(request)) {
      await tellOfficer(transaction, request, telling);
    } else {
      await lapse(transaction, request, asked, telling);
    }
  });
}

/** Where the codes went: to the address that was given, or to the contacts on record. None, where a person has to look. */
async function askedOf(
  { proofs }: Transaction,
  { vault }: Pick<WorkDesk, 'vault'>,
  request: DataRequest,
): Promise<readonly Secret<string>[]> {
  const proof = await proofs.lock(request.controller, request.id);
  if (proof === undefined || isObjectedTo(request)) return [];
  const { identifiers, contacts = [] } = await openSubjectFile(vault, request);
  const given = identifiers[proof.identifier - 1];
  return given === undefined ? contacts.flatMap((value) => mailboxesOf({ kind: 'email', value })) : mailboxesOf(given);
}

function hasOpenQuestion(request: DataRequest): boolean {
  return factsOf(request).questions.some(({ answeredAt }) => answeredAt === undefined);
}

async function lapse(
  transaction: Transaction,
  request: DataRequest,
  asked: readonly Secret<string>[],
  { desk, viewer }: Telling & { readonly desk: WorkDesk },
): Promise<void> {
  const { now } = transaction;
  const reason = fill(REASON, request.language);
  const file = await openCaseFile(desk.vault, request);
  const decision: CaseDecision = { event: 'refuse', reason, by: viewer.actor.id, at: now.toISOString() };
  const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, decisions: [...file.decisions, decision] });
  const expiresAt = new Date(now.getTime() + KEPT_AFTER_END_DAYS * DAY_MS);
  const fields = { expiresAt, caseFile, rounds: request.rounds + 1 };
  await cancelWork(transaction, request);
  const ended = await happen(
    transaction,
    request,
    { event: 'lapse', viewer, desk },
    { fields, reason, details: { reason: true } },
  );
  await transaction.proofs.remove(request.controller, request.id);
  await addStep(transaction, desk, ended, { kind: 'expire', dueAt: expiresAt });
  const until = dateIn(expiresAt, desk.clocks.settingsOf(request.controller).zone);
  const facts = { reference: request.reference, until, ...(await followLink(transaction, ended, desk)) };
  for (const to of asked) {
    const { language } = request;
    await queueLimited(transaction, ended, { kind: 'refused', to, language, facts }, { desk, viewer });
  }
}
