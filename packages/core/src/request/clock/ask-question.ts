import type { LocalDate } from '../../calendar/local-date.js';
import { computeDeadlines } from '../../deadline/deadlines.js';
import { askQuestion as pauseFor, type NewQuestion, noteSupplementarySent } from '../../deadline/pause.js';
import {
  type ClockSettings,
  IDENTITY_DOUBTS,
  type IdentityDoubt,
  type Question,
  type RequestClock,
} from '../../deadline/request-clock.js';
import { demandByQuestion } from '../../deadline/uk-demand.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { Refused } from '../refused.js';
import { type AskedAbout, type AskedQuestion, factsOf } from './clock-facts.js';
import { keptClock } from './clock-of.js';
import { type ClockNote, type ClockViewer, happenedAt, noteOnClock, type NoteTerms, requireUndecided } from './note-on-clock.js';
import { askedFor, isDemand, openDemand } from './demands-of.js';
import { healthOf } from './health-of.js';
import { quantityOf } from './quantity.js';
import { withWords } from './words.js';

/** A question to the subject, as staff note it. */
export interface QuestionToSubject {
  readonly kind: Question['kind'];
  /** Of a question of identity: why it is doubtful who asks (IDV-01). */
  readonly doubt?: IdentityDoubt;
  /** In words: what makes it doubtful, or which of what was found is asked about. */
  readonly text: string;
  /** Where that was earlier than now. */
  readonly askedAt?: Date;
  /** The data protection officer's word that it pauses the clock although it comes late (DLN-07). */
  readonly confirmsLate?: boolean;
  /** When the information that does not wait for the answer was sent (DLN-08). */
  readonly supplementarySentAt?: Date;
}

/**
 * Notes a question to the subject, which pauses the clock until its answer (EDPB Guidelines 01/2022, §159; DLN-07); in the UK pack one of
 * identity keeps it from starting (DLN-09). How much was found is
 * counted, not asked (DLN-08). Throws `Refused`: `WRONG_STATE` as the rules say it, and where the request is decided; `INVALID_INPUT` for
 * a doubt without reason or words, and for a time in the future; `REFUSED` where somebody else than the officer confirms a late one.
 */
export function askQuestion(desk: Desk, viewer: ClockViewer, id: string, asked: QuestionToSubject): Promise<DataRequest> {
  return noteOnClock(desk, viewer, id, (request, terms) => {
    requireUndecided(request);
    return noteOf(request, asked, viewer, terms);
  });
}

function noteOf(request: DataRequest, asked: QuestionToSubject, viewer: ClockViewer, { settings, now }: NoteTerms): ClockNote {
  const askedAt = happenedAt(asked.askedAt, now);
  const clock = factsOf(request);
  const about = aboutOf(request, asked);
  const confirmed = asked.confirmsLate === true ? { confirmedBy: confirmedBy(viewer) } : {};
  const question = lawful(about, asked, clock.isSignedIn);
  const kept = keptClock(request, settings);
  requireNoneAsked(request, kept, settings);
  const paused = ask(kept, settings, { about, question, askedAt, ...confirmed });
  const sentAt = asked.supplementarySentAt === undefined ? undefined : happenedAt(asked.supplementarySentAt, now);
  if (sentAt !== undefined) noteSupplementarySent(paused, settings, sentAt);
  const noted: AskedQuestion = {
    id: `q${String(clock.questions.length + 1)}`,
    about,
    askedAt: askedAt.toISOString(),
    askedBy: viewer.actor.id,
    ...confirmed,
    ...(sentAt === undefined ? {} : { supplementarySentAt: sentAt.toISOString() }),
  };
  return {
    verb: 'ask',
    fields: { clock: { ...clock, questions: [...clock.questions, noted] } },
    words: withWords({ about: noted.id, event: 'ask', text: asked.text, by: viewer.actor.id, at: now.toISOString() }),
    details: { question: noted.id, ...about, askedAt: noted.askedAt, isConfirmed: asked.confirmsLate === true },
    tells: { kind: 'question', facts: { until: answerBy(paused, request, { settings, now }) } },
  };
}

/** In the UK pack what a question of identity asks for starts the clock; every other question stops it (DLN-07, DLN-09). */
function ask(
  clock: RequestClock,
  settings: ClockSettings,
  { about, ...asked }: NewQuestion & { readonly about: AskedAbout },
): RequestClock {
  if (about.kind === 'scope' || !isDemand({ about }, settings)) return pauseFor(clock, settings, asked);
  return demandByQuestion(clock, settings, { ...asked, what: askedFor(about.doubt) });
}

/** One question at a time, of those too that stop no clock. */
function requireNoneAsked(request: DataRequest, kept: RequestClock, settings: ClockSettings): void {
  if (openDemand(request, kept, settings) === undefined) return;
  throw new Refused('WRONG_STATE', 'Another question is open.', 'Wait for its answer, or ask both in one.');
}

/** The last safe day, of health information too. */
function answerBy(paused: RequestClock, request: DataRequest, { settings, now }: NoteTerms): LocalDate {
  return computeDeadlines({ ...paused, ...healthOf(request, settings) }, settings, now).workBy;
}

function aboutOf({ ledger }: DataRequest, { kind, doubt }: QuestionToSubject): AskedAbout {
  if (kind === 'scope') return { kind, ...quantityOf(ledger) };
  if (doubt !== undefined) return { kind, doubt };
  throw new Refused('INVALID_INPUT', 'A question of identity has a reason.', `Reasons: ${IDENTITY_DOUBTS.join(', ')}.`);
}

function lawful(about: AskedAbout, { text }: QuestionToSubject, isSignedIn = false): Question {
  return about.kind === 'scope' ? about : { kind: about.kind, doubt: text, isSignedIn };
}

function confirmedBy({ isDpo, actor }: ClockViewer): string {
  if (isDpo) return actor.id;
  throw new Refused('REFUSED', 'Only the data protection officer confirms a late question.', 'Ask the officer to note it.');
}
