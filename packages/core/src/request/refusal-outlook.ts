import { daysBetween, type LocalDate } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import { findsSpecialCategories } from '../proof/proof-standing.js';
import type { WorkDesk } from '../work/step-context.js';
import type { DataRequest } from './data-request.js';
import { hasSameScope, isWithinYear, provedKeys } from './earlier-request.js';
import { unprovedAs, type UnprovedKind } from './refuse-unproved.js';

/** An earlier request of the same person. */
export interface EarlierOfSame {
  readonly id: string;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  /** From then to this request. */
  readonly days: number;
  readonly isSameScope: boolean;
  /** Whether it is less than a year before: after that nothing is excessive (OUT-04). */
  readonly isWithinYear: boolean;
  /** How many records more this one found than that one's answer held; missing where either is not known. */
  readonly moreRecords?: number;
}

/** Why a request cannot be excessive: nobody is proved, nothing is repeated, or what is repeated is of other rights or a year old. */
export type NotExcessive = 'not_proved' | 'none_earlier' | 'other_scope' | 'a_year';

/** What an officer should know before they refuse for an excess (OUT-03, OUT-04). */
export interface RefusalOutlook {
  /** Latest first. */
  readonly earlier: readonly EarlierOfSame[];
  /** As what it can be refused since who asks stayed unproved; missing where they are proved: then it takes a ground of the law. */
  readonly unproved?: UnprovedKind;
  /** Why `excessive` is closed; missing where it is open. */
  readonly notExcessive?: NotExcessive;
  /** Whether data of Art. 9 or 10 was found, for which people may ask more often; missing before the answer is made. */
  readonly holdsSpecialCategories?: boolean;
  /** How many requests of the last year and a month were compared, and whether those are all there are. */
  readonly compared: number;
  readonly isAll: boolean;
}

const DAY_MS = 86_400_000;
const MOST_PAGES = 5;
const PAGE = 100;
/** A year and a month: who is told that a year is over has to see what that year began with. */
const REACH_DAYS = 396;

/**
 * Looks for the earlier requests of the same person among those that the controller still keeps, by what is proved in both, and says whether
 * this one can be excessive at all (OUT-04). No index of people is kept for that: so many requests are opened and compared, and no more.
 */
export async function viewRefusalOutlook(desk: WorkDesk, request: DataRequest): Promise<RefusalOutlook> {
  const keys = await provedKeys(desk, request);
  const special = { ...specialOf(request), ...unprovedOf(request) };
  if (keys.length === 0) return { earlier: [], notExcessive: 'not_proved', ...special, compared: 0, isAll: true };
  const { found, isAll } = await requestsBefore(desk, request);
  const earlier: EarlierOfSame[] = [];
  for (const each of found) {
    const same = (await provedKeys(desk, each)).some((key) => keys.includes(key));
    if (same) earlier.push(asEarlier(desk, each, request));
  }
  earlier.sort((a, b) => a.days - b.days);
  const notExcessive = isAll ? closedBy(earlier) : undefined;
  return { earlier, ...(notExcessive === undefined ? {} : { notExcessive }), ...special, compared: found.length, isAll };
}

function closedBy(earlier: readonly EarlierOfSame[]): NotExcessive | undefined {
  if (earlier.length === 0) return 'none_earlier';
  const recent = earlier.filter((each) => each.isWithinYear);
  if (recent.length === 0) return 'a_year';
  return recent.some(({ isSameScope }) => isSameScope) ? undefined : 'other_scope';
}

async function requestsBefore(
  { store }: WorkDesk,
  { id, controller, receivedAt }: DataRequest,
): Promise<{ readonly found: readonly DataRequest[]; readonly isAll: boolean }> {
  const received = { from: new Date(receivedAt.getTime() - REACH_DAYS * DAY_MS), before: new Date(receivedAt.getTime() + 1) };
  const found: DataRequest[] = [];
  let after: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { first: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, hasNext } = await store.transact(({ requests }) =>
      requests.page(controller, { received, latestFirst: true }, query),
    );
    found.push(...items.map(({ item }) => item).filter((each) => each.id !== id));
    if (!hasNext) return { found, isAll: true };
    after = items.at(-1)?.cursor;
  }
  return { found, isAll: false };
}

function asEarlier({ clocks }: WorkDesk, earlier: DataRequest, request: DataRequest): EarlierOfSame {
  const { zone } = clocks.settingsOf(request.controller);
  const [receivedOn, now] = [dateIn(earlier.receivedAt, zone), dateIn(request.receivedAt, zone)];
  const [before, found] = [earlier.answers?.at(-1)?.archive.records, request.archive?.records];
  return {
    ...{ id: earlier.id, reference: earlier.reference, receivedOn, days: daysBetween(receivedOn, now) },
    isSameScope: hasSameScope(earlier, request),
    isWithinYear: isWithinYear(receivedOn, now),
    ...(before === undefined || found === undefined ? {} : { moreRecords: found - before }),
  };
}

function specialOf({ disclosure }: DataRequest): Pick<RefusalOutlook, 'holdsSpecialCategories'> {
  const holdsSpecialCategories = findsSpecialCategories(disclosure);
  return holdsSpecialCategories === undefined ? {} : { holdsSpecialCategories };
}

function unprovedOf(request: DataRequest): Pick<RefusalOutlook, 'unproved'> {
  const unproved = unprovedAs(request);
  return unproved === undefined ? {} : { unproved };
}
