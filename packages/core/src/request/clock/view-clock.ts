import { notifyBy } from '../../breach/breach.js';
import { dateIn } from '../../calendar/source-date.js';
import { agenda, type AgendaEntry } from '../../deadline/agenda.js';
import { openPause } from '../../deadline/paused-days.js';
import type { ClockSettings } from '../../deadline/request-clock.js';
import { awaitsFee } from '../../fee/fee.js';
import type { CaseFile, ClockWords } from '../case-file.js';
import type { DataRequest } from '../data-request.js';
import { isDecided } from '../transitions.js';
import { type AskedQuestion, factsOf, type KeptExtension, type LinkedReminder } from './clock-facts.js';
import { clockOf, keptClock, type Timed } from './clock-of.js';
import { openDemand } from './demands-of.js';

/** What a clock is looked at with. */
export interface ClockLook {
  readonly settings: ClockSettings;
  readonly at: Date;
}

/** A question as it stands. */
export interface QuestionView extends AskedQuestion {
  readonly isOpen: boolean;
  /** Whether it pauses the clock, or keeps it from starting, by the receipt as it is noted now (INT-01, DLN-07, DLN-09). */
  readonly isCounted: boolean;
  readonly text?: string;
  readonly answer?: string;
}

/** An extension as it stands. */
export interface ExtensionView extends KeptExtension {
  /** Whether its notice was sent in the first month: then the longer period holds (DLN-05). */
  readonly holds: boolean;
}

/** One day of the agenda, and whether it is over where the controller is. */
export interface AgendaView extends AgendaEntry {
  readonly isPast: boolean;
}

/** The questions of a request, with what people wrote (DLN-07, DLN-08). */
export function viewQuestions(
  request: Timed,
  { clockWords = [] }: CaseFile,
  { settings, at }: ClockLook,
): readonly QuestionView[] {
  const kept = keptClock(request, settings);
  const open = (openDemand(request, kept, settings) ?? openPause(kept, settings, at))?.askedAt.getTime();
  const { pauses, demands } = clockOf(request, settings);
  const counted = new Set([...pauses, ...demands].map(({ askedAt }) => askedAt.getTime()));
  return factsOf(request).questions.map((question) => {
    const askedAt = Date.parse(question.askedAt);
    return {
      ...question,
      isOpen: question.answeredAt === undefined && askedAt === open,
      isCounted: counted.has(askedAt),
      ...said('text', clockWords, question.id, 'ask'),
      ...said('answer', clockWords, question.id, 'answer'),
    };
  });
}

/** The extension of a request, where one was decided (DLN-05). */
export function viewExtension(request: Timed, settings: ClockSettings): ExtensionView | undefined {
  const { extension } = factsOf(request);
  return extension && { ...extension, holds: clockOf(request, settings).extension?.noticeSentAt !== undefined };
}

/** The reminders of a request, with what they say (INT-05). */
export function viewReminders(
  request: Timed,
  { clockWords = [] }: CaseFile,
): readonly (LinkedReminder & { readonly text?: string })[] {
  return factsOf(request).reminders.map((reminder) => ({ ...reminder, ...said('text', clockWords, reminder.id, 'remind') }));
}

/** What is to be done for a request and when (DLN-04); once it is decided, only what an answer that went astray asks for (DEL-03). */
export function viewAgenda(
  request: Timed & Pick<DataRequest, 'state' | 'breaches'>,
  { settings, at }: ClockLook,
): readonly AgendaView[] {
  const notices = noticesOf(request, { settings, at });
  if (isDecided(request)) return notices;
  const today = dateIn(at, settings.zone);
  const entries = [...agenda(clockOf(request, settings), settings, at), ...feeEntries(request)];
  return [...notices, ...entries.map((entry) => ({ ...entry, isPast: entry.on < today }))].sort((a, b) =>
    a.on < b.on ? -1 : Number(a.on > b.on),
  );
}

function feeEntries({ fee }: Pick<DataRequest, 'fee'>): readonly AgendaEntry[] {
  return fee !== undefined && awaitsFee({ fee }) ? [{ on: fee.answerBy, kind: 'fee-answer' }] : [];
}

/** These days end at an hour. */
function noticesOf({ breaches = [] }: Pick<DataRequest, 'breaches'>, { settings, at }: ClockLook): readonly AgendaView[] {
  const open = breaches.filter(({ end }) => end === undefined).map(notifyBy);
  return open.map((until) => ({ on: dateIn(until, settings.zone), kind: 'breach-notice', isPast: until < at }));
}

/** What somebody wrote about something, under the name it is shown by; nothing where they wrote nothing. */
export function said<Key extends string>(
  key: Key,
  words: readonly ClockWords[],
  about: string,
  event: ClockWords['event'],
): { readonly [Each in Key]?: string } {
  const found = words.find((each) => each.about === about && each.event === event);
  return found === undefined ? {} : ({ [key]: found.text } as { readonly [Each in Key]: string });
}
