import { noteAnswer } from '../../deadline/pause.js';
import type { ScopeAnswer } from '../../deadline/request-clock.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { Refused } from '../refused.js';
import { type AskedQuestion, factsOf } from './clock-facts.js';
import { keptClock } from './clock-of.js';
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

function noteOf(request: DataRequest, answer: SubjectAnswer, viewer: ClockViewer, { settings, now }: NoteTerms): ClockNote {
  const { scope, text = '' } = answer;
  const answeredAt = happenedAt(answer.answeredAt, now);
  const noted = noteAnswer(keptClock(request), settings, { answeredAt, ...(scope === undefined ? {} : { scope }) });
  const scopeAnswer = noted.pauses.at(-1)?.scopeAnswer;
  if (scope !== undefined && scopeAnswer === undefined) {
    throw new Refused(
      'INVALID_INPUT',
      'The open question is one of identity: it has no scope for an answer.',
      'Leave the scope out.',
    );
  }
  const clock = factsOf(request);
  const number = clock.questions.length;
  const answered = { answeredAt: answeredAt.toISOString(), ...(scopeAnswer === undefined ? {} : { scopeAnswer }) };
  const questions = clock.questions.map((each, index): AskedQuestion => (index + 1 === number ? { ...each, ...answered } : each));
  const question = `q${String(number)}`;
  return {
    verb: 'answer',
    fields: { clock: { ...clock, questions } },
    words: withWords({ about: question, event: 'answer', text, by: viewer.actor.id, at: now.toISOString() }),
    details: { question, ...answered },
  };
}
