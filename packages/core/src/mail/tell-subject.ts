import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { DataRequest, GivenText } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { mailboxesOf } from '../request/mailbox.js';
import { openCaseFile, openSubjectFile } from '../request/sealed-files.js';
import type { StepProblem } from '../work/step.js';
import type { Message, MessageContent, MessageKind } from './message.js';
import { noteMessage } from './note-message.js';
import { queueMessage } from './queue-message.js';

/** Who tells a subject something. */
export interface Telling {
  readonly desk: Pick<Desk, 'delivery' | 'ids' | 'vault'>;
  readonly viewer: Viewer;
}

/** Why nobody is told by e-mail, and what to do instead. */
const NO_ADDRESS: StepProblem = {
  errorClass: 'not-found',
  message: 'No e-mail address of this subject is proved: this message goes nowhere.',
  remedy: 'Tell them by letter or by telephone.',
};

/**
 * Tells the subject of a request something, in the transaction of what it tells of: by e-mail to the first address that was proved, and to
 * no other (IDV-09). Where there is none the message is kept as one that failed, with what to do instead: nobody is passed over in silence
 * (IDV-08). The request has to be held by the transaction. Whoever calls it wakes the workers after the commit.
 */
export async function tellSubject(
  transaction: Transaction,
  request: DataRequest,
  content: MessageContent,
  { desk, viewer }: Telling,
): Promise<void> {
  const to = await contactOf(desk, request);
  const { language } = request;
  if (to === undefined) await noteUntold(transaction, request, { kind: content.kind, problem: NO_ADDRESS }, { desk, viewer });
  else await queueMessage(transaction, desk, request, viewer, { ...content, to, language });
}

/** Keeps a message as one that failed because nobody could be told by it, and why. */
export async function noteUntold(
  transaction: Transaction,
  { controller, id: request, language }: DataRequest,
  { kind, problem }: { readonly kind: MessageKind; readonly problem: StepProblem },
  { desk, viewer }: Omit<Telling, 'desk'> & { readonly desk: Pick<Desk, 'ids'> },
): Promise<void> {
  const { now } = transaction;
  const id = desk.ids.next('msg');
  const message: Message = { id, controller, request, kind, language, state: 'failed', queuedAt: now, failedAt: now, problem };
  await transaction.messages.add(message);
  await noteMessage(transaction, message, { desk, viewer }, { verb: 'fail', details: { errorClass: problem.errorClass } });
}

/**
 * The first address that was proved to be the subject's, or that of who acts for them where an officer has decided so: nothing is sent to
 * another one (IDV-09, PER-04).
 */
export async function contactOf(desk: Pick<Desk, 'vault'>, request: DataRequest): Promise<Secret<string> | undefined> {
  const { outcome, answerTo } = request.proof?.representation ?? {};
  if (outcome === 'accepted' && answerTo === 'representative') {
    const { representations = [] } = await openCaseFile(desk.vault, request);
    return mailboxesOf({ kind: 'email', value: representations.at(-1)?.sendTo ?? '' }).at(0);
  }
  return (await contactsOf(desk, request)).at(0);
}

/** The addresses that were proved to be the subject's: before the others those that stand on record, and were not given. */
export async function contactsOf({ vault }: Pick<Desk, 'vault'>, request: DataRequest): Promise<readonly Secret<string>[]> {
  const { identifiers } = await openSubjectFile(vault, request);
  const rank = ({ isOnRecord }: GivenText): number => Number(isOnRecord !== true);
  const proved = identifiers.filter(({ provedBy }) => provedBy !== undefined);
  return proved.sort((a, b) => rank(a) - rank(b)).flatMap(mailboxesOf);
}

/** Where a subject follows their request: nowhere for those who have no claim code, or whose controller has no pages. */
export async function followLink(
  { deliveries }: Pick<Transaction, 'deliveries'>,
  { controller, id }: DataRequest,
  { delivery }: Pick<Desk, 'delivery'>,
): Promise<{ readonly link?: string }> {
  const link = delivery.followOf(controller);
  return link === undefined || (await deliveries.get(controller, id)) === undefined ? {} : { link };
}
