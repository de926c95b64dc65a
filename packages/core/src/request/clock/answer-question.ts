import { type Answer, noteAnswer } from '../../deadline/pause.js';
import type { ClockSettings, ScopeAnswer } from '../../deadline/request-clock.js';
import { noteDemandMet } from '../../deadline/uk-demand.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { Refused } from '../refused.js';
import { type AskedQuestion, factsOf } from './clock-facts.js';
import { keptClock } from './clock-of.js';
import { openDemand } from './demands-of.js';
import { type ClockNote, type ClockViewer, happenedAt, noteOnClock, type NoteTerms, requireUndecided } from './note-on-clock.js';
import { withWords } from './words.js';

/** The subject's answer, as staff note it. */
export interface SubjectAnswer {
  /** To a question of scope; `none` where it is missing: then everything is produced (DLN-08). */
  readonly scope?: ScopeAnswer;
  /** In words. */
  readonly text?: string;
  /** Where that was earlier than now. */
  readonly answeredAt?: Date;
}

/**
 * Notes the answer to the open question: the clock goes on (DLN-07). Throws `Refused`: `WRONG_STATE` where none is open, or the request is
 * decided; `INVALID_INPUT` for a time in the future or before the question, and for a scope that was not asked about.
 */
export function answerQuestion(desk: Desk, viewer: ClockViewer, id: string, answer: SubjectAnswer): Promise<DataRequest> {
  return noteOnClock(desk, viewer, id, (request, terms) => {
    requireUndecided(request);
    return noteOf(request, answer, viewer, terms);
  });
}

/** What an answer says of the scope that was asked about. Throws `Refused` as the rules of pauses and demands say it. */
function answered(request: DataRequest, settings: ClockSettings, answer: Answer): ScopeAnswer | undefined {
  const kept = keptClock(request, settings);
  const demand = openDemand(request, kept, settings);
  if (demand === undefined) return noteAnswer(kept, settings, answer).pauses.at(-1)?.scopeAnswer;
  noteDemandMet(kept, demand.what, answer.answeredAt);
  return undefined;
}

function noteOf(request: DataRequest, answer: SubjectAnswer, viewer: ClockViewer, { settings, now }: NoteTerms): ClockNote {
  const { scope, text = '' } = answer;
  const answeredAt = happenedAt(answer.answeredAt, now);
  const scopeAnswer = answered(request, settings, { answeredAt, ...(scope === undefined ? {} : { scope }) });
  if (scope !== undefined && scopeAnswer === undefined) {
    throw new Refused(
      'INVALID_INPUT',
      'The open question is one of identity: it has no scope for an answer.',
      'Leave the scope out.',
    );
  }
  const clock = factsOf(request);
  const number = clock.questions.length;
  const told = { answeredAt: answeredAt.toISOString(), ...(scopeAnswer === undefined ? {} : { scopeAnswer }) };
  const questions = clock.questions.map((each, index): AskedQuestion => (index + 1 === number ? { ...each, ...told } : each));
  const question = `q${String(number)}`;
  return {
    verb: 'answer',
    fields: { clock: { ...clock, questions } },
    words: withWords({ about: question, event: 'answer', text, by: viewer.actor.id, at: now.toISOString() }),
    details: { question, ...told },
  };
}
