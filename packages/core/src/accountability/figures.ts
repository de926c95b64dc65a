import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import { computeDeadlines } from '../deadline/deadlines.js';
import type { ClockSettings } from '../deadline/request-clock.js';
import { dayEndsAt } from '../deadline/time-zone.js';
import type { RequestFilter } from '../ports/store.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { everyItem } from './every-item.js';

/** How the requests were handled that a controller received in one month (LOG-05). Counts alone. */
export interface MonthFigures {
  /** `2026-03`, where the controller is. */
  readonly month: string;
  readonly received: number;
  /** Not decided yet; and of those, past the last day that the law leaves. */
  readonly open: number;
  readonly overdue: number;
  /**
   * Answered, refused, ended by the person, or ended because nobody proved who asks. The first decision counts, whatever was added
   * later.
   */
  readonly answered: number;
  readonly refused: number;
  readonly cancelled: number;
  readonly lapsed: number;
  /** Of those answered or refused: within one month (Art. 12(3)), and by the last day that the law left, extended and paused as it was. */
  readonly inFirstMonth: number;
  readonly inTime: number;
  readonly extended: number;
  readonly paused: number;
  /** Answers that went out by themselves, and those in which something was missing. */
  readonly automatic: number;
  readonly incomplete: number;
  /** Half of what was answered or refused took so many days at most. Missing where nothing was. */
  readonly medianDays?: number;
  /** Sources that stood in the way of a complete answer, by how many requests, the most first. */
  readonly failingSources: readonly { readonly source: string; readonly requests: number }[];
}

/** From the first to the last day. */
export interface FiguresPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const MOST_DAYS = 3 * 366;

/**
 * Figures of a controller, for each month in which requests were received: those that an authority asks for first, and that show a
 * controller where it is slow. Throws `Refused` with `INVALID_INPUT` for a period that ends before it begins, or of more than three years.
 */
export async function viewFigures(
  desk: Pick<Desk, 'store' | 'clocks' | 'clock'>,
  { controller }: Pick<Viewer, 'controller'>,
  { from, to }: FiguresPeriod,
): Promise<readonly MonthFigures[]> {
  const days = daysBetween(from, to);
  if (days < 0 || days > MOST_DAYS) throw new Refused('INVALID_INPUT', 'A period of figures has one day to three years.');
  const settings = desk.clocks.settingsOf(controller);
  const received = { from: dayEndsAt(settings.zone, addDays(from, -1)), before: dayEndsAt(settings.zone, to) };
  const ends = await endsSince(desk, controller, received.from);
  const months = new Map<string, Case[]>();
  for await (const request of receivedIn(desk, controller, received)) {
    const month = dateIn(request.receivedAt, settings.zone).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), caseOf(request, ends.get(request.id), { settings, at: desk.clock.now() })]);
  }
  return [...months].sort(([left], [right]) => left.localeCompare(right)).map(([month, cases]) => figuresOf(month, cases));
}

/** The first decision of a request. */
interface End {
  readonly event: EndEvent;
  readonly at: Date;
  readonly isAutomatic: boolean;
}

const END_EVENTS = ['release', 'refuse', 'cancel', 'lapse'] as const;

type EndEvent = (typeof END_EVENTS)[number];

/** A request as it is counted. */
interface Case {
  readonly end?: EndEvent;
  readonly isAutomatic: boolean;
  /** Whether the decision, or now where there is none, is within that time. */
  readonly isInFirstMonth: boolean;
  readonly isInTime: boolean;
  readonly isExtended: boolean;
  readonly isPaused: boolean;
  readonly isIncomplete: boolean;
  readonly days: number;
  readonly failing: readonly string[];
}

function caseOf(
  request: DataRequest,
  end: End | undefined,
  { settings, at }: { readonly settings: ClockSettings; readonly at: Date },
): Case {
  const clock = clockOf(request, settings);
  const until = end?.at ?? at;
  const { dueLegal, lateFrom, isExtended } = computeDeadlines(clock, settings, until);
  const { zone } = settings;
  return {
    ...(end === undefined ? {} : { end: end.event }),
    isAutomatic: end?.event === 'release' && end.isAutomatic,
    isInFirstMonth: until < dayEndsAt(zone, dueLegal.date),
    isInTime: until < lateFrom,
    isExtended,
    isPaused: clock.pauses.length > 0,
    isIncomplete: request.answers?.[0]?.complete === false,
    days: daysBetween(dateIn(request.receivedAt, zone), dateIn(until, zone)),
    failing: [...new Set(request.ledger.filter(({ blocking }) => blocking).map(({ source }) => source))],
  };
}

function figuresOf(month: string, cases: readonly Case[]): MonthFigures {
  const count = (is: (each: Case) => boolean): number => cases.filter(is).length;
  const told = cases.filter(({ end }) => end === 'release' || end === 'refuse');
  const median = medianOf(told.map(({ days }) => days));
  return {
    month,
    received: cases.length,
    open: count(({ end }) => end === undefined),
    overdue: count(({ end, isInTime }) => end === undefined && !isInTime),
    answered: count(({ end }) => end === 'release'),
    refused: count(({ end }) => end === 'refuse'),
    cancelled: count(({ end }) => end === 'cancel'),
    lapsed: count(({ end }) => end === 'lapse'),
    inFirstMonth: told.filter(({ isInFirstMonth }) => isInFirstMonth).length,
    inTime: told.filter(({ isInTime }) => isInTime).length,
    extended: count(({ isExtended }) => isExtended),
    paused: count(({ isPaused }) => isPaused),
    automatic: count(({ isAutomatic }) => isAutomatic),
    incomplete: count(({ isIncomplete }) => isIncomplete),
    ...(median === undefined ? {} : { medianDays: median }),
    failingSources: failingOf(cases),
  };
}

/** The lower one of two in the middle: a day that a request took. */
function medianOf(days: readonly number[]): number | undefined {
  return [...days].sort((left, right) => left - right)[Math.max(0, Math.ceil(days.length / 2) - 1)];
}

function failingOf(cases: readonly Case[]): MonthFigures['failingSources'] {
  const counts = new Map<string, number>();
  for (const source of cases.flatMap(({ failing }) => failing)) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([source, requests]) => ({ source, requests }))
    .sort((left, right) => right.requests - left.requests || left.source.localeCompare(right.source));
}

function receivedIn(
  { store }: Pick<Desk, 'store'>,
  controller: string,
  received: NonNullable<RequestFilter['received']>,
): AsyncIterable<DataRequest> {
  return everyItem((query) => store.transact(({ requests }) => requests.page(controller, { received }, query)));
}

/** By request, from the trail: it stays when everything else is destroyed. */
async function endsSince({ store }: Pick<Desk, 'store'>, controller: string, since: Date): Promise<ReadonlyMap<string, End>> {
  const ends = new Map<string, End>();
  for (const event of END_EVENTS) {
    const action = `request.${event}`;
    for await (const { object, at, actor } of everyItem((query) =>
      store.transact(({ audit }) => audit.page(controller, { action }, query)),
    )) {
      // The latest come first, and additions are released after the first answer, which stays. No request ends in two ways
      if (at < since) break;
      ends.set(object.id, { event, at, isAutomatic: actor.kind === 'system' });
    }
  }
  return ends;
}
