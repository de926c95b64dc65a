import { computeDeadlines } from '../../deadline/deadlines.js';
import { isInFirstMonth } from '../../deadline/extension.js';
import { stillPauses } from '../../deadline/pause.js';
import { type ClockSettings, type Extension, type Pause, type RequestClock, startClock } from '../../deadline/request-clock.js';
import { dayEndsAt } from '../../deadline/time-zone.js';
import type { DataRequest } from '../data-request.js';
import { type AskedQuestion, factsOf, type KeptExtension } from './clock-facts.js';
import { isDemand, withDemands, withKeptDemands } from './demands-of.js';
import { healthOf } from './health-of.js';

/** What of a request its dates are computed from. */
export type Timed = Pick<DataRequest, 'receivedAt' | 'clock' | 'fee' | 'proof' | 'ledger'>;

/** Everything that happened, as it was noted: what the next question, answer or notice has to fit. */
export function keptClock(request: Timed, settings: ClockSettings): RequestClock {
  const { extension } = factsOf(request);
  const begun: RequestClock = {
    ...startClock(request.receivedAt),
    pauses: pausesOf(request, settings),
    ...(extension === undefined ? {} : { extension: extensionOf(extension) }),
  };
  return withKeptDemands(begun, request, settings);
}

/**
 * What counts of it by the receipt as it is noted now (INT-01): a question that a correction makes late, and that no data protection
 * officer confirmed, pauses nothing (DLN-07); a notice that it puts after the first month extends nothing (DLN-05). The earlier date holds. In the UK pack
 * alone it counts from when what was asked for has come (DLN-09).
 */
export function clockOf(request: Timed, settings: ClockSettings): RequestClock {
  const { extension } = factsOf(request);
  const begun = withDemands(startClock(request.receivedAt), request, settings);
  const sentAt = extension?.noticeSentAt;
  const holds = sentAt === undefined || isInFirstMonth(begun, settings, new Date(sentAt));
  const extended: RequestClock = extension !== undefined && holds ? { ...begun, extension: extensionOf(extension) } : begun;
  const paused = pausesOf(request, settings).reduce(
    (clock, pause) => (stillPauses(clock, settings, pause) ? { ...clock, pauses: [...clock.pauses, pause] } : clock),
    extended,
  );
  return { ...paused, ...healthOf(request, settings) };
}

/** When the last safe day is over, where the controller is (DLN-03): of the first month, or of an extension whose notice was sent (DLN-06). */
export function dueAtOf(request: Timed, settings: ClockSettings, at: Date): Date {
  return dayEndsAt(settings.zone, computeDeadlines(clockOf(request, settings), settings, at).workBy);
}

/** In the UK pack a question of identity asks for what starts the clock, and pauses nothing (DLN-09). */
function pausesOf(request: Timed, settings: ClockSettings): readonly Pause[] {
  return factsOf(request)
    .questions.filter((question) => !isDemand(question, settings))
    .map(pauseOf);
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
