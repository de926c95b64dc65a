import type { CaseDecision, DataRequest, FeeView, RefusalKind, WorkDesk } from '@habeas/core';
import { channelOf, clockOf, gatheredOf, openCaseFile, viewFee } from '@habeas/core';
import {
  addPeriod,
  calendarPeriod,
  computeDeadlines,
  dateIn,
  type Deadlines,
  type Language,
  type LocalDate,
  type Register,
} from '@habeas/core/law';
import { CASE_FILE_PARTS, type LetterKind, letterSearch, searchedIdentifiers, STANDING_RIGHTS } from '@habeas/report';

/** What a letter is written about. */
export interface LetterSubject {
  readonly request: DataRequest;
  readonly register: Register;
  readonly timeZone: string;
  readonly language: Language;
}

/** Facts by their names, as far as they are known. */
export type KnownFacts = Readonly<Record<string, unknown>>;

/**
 * What the service knows of a letter by itself: the head, dates of the clock, what was searched, what is enclosed. The officer gives the
 * rest, and may put another fact in the place of any of these.
 */
export async function knownFacts(desk: WorkDesk, kind: LetterKind, subject: LetterSubject): Promise<KnownFacts> {
  const { request, timeZone } = subject;
  const now = desk.clock.now();
  const settings = desk.clocks.settingsOf(request.controller);
  const deadlines = computeDeadlines(clockOf(request, settings), settings, now);
  const head = { reference: request.reference, receivedOn: deadlines.received, date: dateIn(now, timeZone) };
  return { ...head, ...(await FACTS[kind](desk, subject, { deadlines, today: head.date })) };
}

interface Days {
  readonly deadlines: Deadlines;
  readonly today: LocalDate;
}

type Known = (desk: WorkDesk, subject: LetterSubject, days: Days) => KnownFacts | Promise<KnownFacts>;

const safeDay: Known = (_desk, _subject, { deadlines }) => ({ dueOn: deadlines.workBy });
const withDeadlines: Known = (_desk, _subject, { deadlines }) => ({ deadlines });

const FACTS: Readonly<Record<LetterKind, Known>> = {
  acknowledgement: safeDay,
  identity_question: safeDay,
  scope_question: safeDay,
  extension: withDeadlines,
  answer: answerFacts,
  partial_answer: answerFacts,
  no_data: emptyFacts,
  refusal: refusalFacts,
  fee: feeFacts,
  wrong_controller: wrongControllerFacts,
  archive_expiry: (_desk, subject) => expiryFacts(subject),
};

async function answerFacts(desk: WorkDesk, subject: LetterSubject, { deadlines }: Days): Promise<KnownFacts> {
  const { account } = (await gatheredOf(desk, subject.request)).index;
  const until = lastDay(subject);
  return {
    dueOn: deadlines.limit.date,
    search: letterSearch(account, subject),
    enclosed: subject.request.disclosure === undefined ? ['archive'] : ['report', 'archive'],
    ...deliveryOf(subject.request, until),
    rights: STANDING_RIGHTS,
  };
}

/** How the answer comes (DEL-02); how it is told orally is said in no letter. */
function deliveryOf(request: DataRequest, until: LocalDate | undefined): KnownFacts {
  const channel = channelOf(request);
  if (channel === 'registered_post') return { delivery: { by: 'post' } };
  if (channel === 'on_site') return { delivery: { by: 'handed_over' } };
  return channel === 'orally' || until === undefined ? {} : { delivery: { by: 'download', until } };
}

async function emptyFacts(desk: WorkDesk, subject: LetterSubject, { deadlines, today }: Days): Promise<KnownFacts> {
  const keptUntil = addPeriod(today, calendarPeriod(subject.register.caseRetention.length));
  const known = { dueOn: deadlines.limit.date, caseFile: { holds: CASE_FILE_PARTS, keptUntil } };
  if (subject.request.evidenceIndex === undefined) return known;
  const { account } = (await gatheredOf(desk, subject.request)).index;
  return { ...known, search: letterSearch(account, subject), identifiers: searchedIdentifiers(account) };
}

/** What was decided already needs no second saying (IDV-07, IDV-08, OUT-03). Who may refuse is the officer. */
async function refusalFacts({ vault }: WorkDesk, { request }: LetterSubject, { deadlines }: Days): Promise<KnownFacts> {
  const dueOn = deadlines.limit.date;
  const { decisions } = await openCaseFile(vault, request);
  const decided = decisions.findLast(({ event }) => event === 'refuse');
  const ground = decided === undefined ? undefined : groundOf(decided);
  if (decided === undefined || ground === undefined) return { dueOn };
  return { dueOn, grounds: [ground], decision: { by: decided.by, isDpo: true, at: decided.at } };
}

/** What a refusal rests on, as its letter says it. That another controller is meant has a letter of its own. */
function groundOf({ as, reason, wouldHelp, ground }: CaseDecision): object | undefined {
  if (as === undefined || as === 'wrong_controller') return ground;
  return as === 'unidentifiable' ? { ground: as, demonstration: reason, wouldHelp } : { ground: as, doubt: reason };
}

/** A fee as it was announced: who may do that is the officer. Nothing is known of one that was not. */
async function feeFacts({ vault }: WorkDesk, { request }: LetterSubject): Promise<KnownFacts> {
  const fee = viewFee(request, await openCaseFile(vault, request));
  if (fee === undefined) return {};
  const { costs, currency, answerBy } = fee;
  return { cause: feeCause(fee), costs, currency, answerBy };
}

function feeCause({ cause, evidence, announcedBy: by, announcedAt: at }: FeeView): object {
  const decided = { evidence, decision: { by, isDpo: true, at } };
  switch (cause.for) {
    case 'further_copy':
      return { for: cause.for, firstCopyOn: cause.firstCopyOn, isSameScope: true, isSamePeriod: true };
    case 'excessive':
      return { for: 'excess', lastRequestOn: cause.lastRequestOn, ...decided };
    case 'manifestly_unfounded':
      return { for: 'unfounded', ...decided };
  }
}

async function wrongControllerFacts(desk: WorkDesk, subject: LetterSubject, days: Days): Promise<KnownFacts> {
  const { dueOn, caseFile, ...known } = await emptyFacts(desk, subject, days);
  const decided = await decidedAs(desk, subject.request, 'wrong_controller');
  if (decided === undefined) return { dueOn, caseFile, ...known };
  const { reason: explanation, meantFor } = decided;
  const position = { why: 'not_controller', explanation };
  return { caseFile, position, forwarded: false, ...(meantFor === undefined ? {} : { meantFor }) };
}

async function decidedAs({ vault }: WorkDesk, request: DataRequest, as: RefusalKind): Promise<CaseDecision | undefined> {
  const { decisions } = await openCaseFile(vault, request);
  return decisions.findLast((each) => each.as === as);
}

function expiryFacts(subject: LetterSubject): KnownFacts {
  const until = lastDay(subject);
  return until === undefined ? {} : { availableUntil: until };
}

/** The last day on which the archive can be fetched, once it is released. */
function lastDay({ request: { state, expiresAt }, timeZone }: LetterSubject): LocalDate | undefined {
  return state === 'released' && expiresAt !== undefined ? dateIn(expiresAt, timeZone) : undefined;
}
