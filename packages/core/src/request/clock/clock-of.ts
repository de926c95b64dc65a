import { computeDeadlines } from '../../deadline/deadlines.js';
import { isInFirstMonth } from '../../deadline/extension.js';
import { stillPauses } from '../../deadline/pause.js';
import {
  type ClockSettings,
  type Demand,
  type Extension,
  type Pause,
  type RequestClock,
  startClock,
} from '../../deadline/request-clock.js';
import { dayEndsAt } from '../../deadline/time-zone.js';
import type { DataRequest } from '../data-request.js';
import { type AskedQuestion, factsOf, type KeptExtension } from './clock-facts.js';

/** What of a request its dates are computed from. */
export type Timed = Pick<DataRequest, 'receivedAt' | 'clock' | 'fee'>;

/** Everything that happened, as it was noted: what the next question, answer or notice has to fit. */
export function keptClock(request: Timed): RequestClock {
  const { questions, extension } = factsOf(request);
  return {
    ...startClock(request.receivedAt),
    pauses: questions.map(pauseOf),
    ...(extension === undefined ? {} : { extension: extensionOf(extension) }),
  };
}

/**
 * What counts of it by the receipt as it is noted now (INT-01): a question that a correction makes late, and that no data protection
 * officer confirmed, pauses nothing (DLN-07); a notice that it puts after the first month extends nothing (DLN-05). The earlier date holds. In the UK pack
 * alone it counts from when a fee was paid or waived (DLN-09).
 */
export function clockOf(request: Timed, settings: ClockSettings): RequestClock {
  const { pauses, extension } = keptClock(request);
  const begun = { ...startClock(request.receivedAt), demands: demandsOf(request, settings) };
  const sentAt = extension?.noticeSentAt;
  const holds = sentAt === undefined || isInFirstMonth(begun, settings, sentAt);
  const extended: RequestClock = extension !== undefined && holds ? { ...begun, extension } : begun;
  return pauses.reduce(
    (clock, pause) => (stillPauses(clock, settings, pause) ? { ...clock, pauses: [...clock.pauses, pause] } : clock),
    extended,
  );
}

/** When the last safe day is over, where the controller is (DLN-03): of the first month, or of an extension whose notice was sent (DLN-06). */
export function dueAtOf(request: Timed, settings: ClockSettings, at: Date): Date {
  return dayEndsAt(settings.zone, computeDeadlines(clockOf(request, settings), settings, at).workBy);
}

/** Only in the UK pack does a clock wait for a fee; in the EU it goes on (OUT-06, DLN-09). */
function demandsOf({ fee }: Timed, { rules }: ClockSettings): readonly Demand[] {
  if (rules.pack !== 'uk' || fee === undefined) return [];
  const met = fee.end === undefined ? {} : { metAt: new Date(fee.end.at) };
  return [{ what: 'fee', askedAt: new Date(fee.announcedAt), ...met }];
}

function pauseOf({ about, askedAt, confirmedBy, answeredAt, scopeAnswer, supplementarySentAt }: AskedQuestion): Pause {
  return {
    question: about,
    askedAt: new Date(askedAt),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
    ...(answeredAt === undefined ? {} : { answeredAt: new Date(answeredAt) }),
    ...(scopeAnswer === undefined ? {} : { scopeAnswer }),
    ...(supplementarySentAt === undefined ? {} : { supplementarySentAt: new Date(supplementarySentAt) }),
  };
}

function extensionOf({ reason, decidedAt, noticeSentAt }: KeptExtension): Extension {
  const decided = { reason, decidedAt: new Date(decidedAt) };
  return noticeSentAt === undefined ? decided : { ...decided, noticeSentAt: new Date(noticeSentAt) };
}
