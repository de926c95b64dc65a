import type { RequestOrder, RequestState } from '../api/operations.generated.js';
import type { VariablesOf } from '../api/service.js';

/** Which requests are shown, and in which order. It stands in the address of the page, so that it can be kept and sent. */
export interface InboxFilter {
  readonly show: Show;
  readonly due: Due;
  readonly sort: Sort;
  /** What their reference begins with. */
  readonly reference: string;
}

export const SHOWS = ['open', 'mine', 'handler', 'reviewer', 'officer', 'working', 'decided', 'all'] as const;
export const DUES = ['any', '7', 'over'] as const;
export const SORTS = ['next', 'last'] as const;
type Show = (typeof SHOWS)[number];
type Due = (typeof DUES)[number];
type Sort = (typeof SORTS)[number];

const WORKING: readonly RequestState[] = ['searching', 'gathering', 'assembling'];
const FOR_HANDLERS: readonly RequestState[] = ['received', 'ready', 'paused', 'needs_attention'];
const FOR_PEOPLE: readonly RequestState[] = [...FOR_HANDLERS, 'in_review', 'awaiting_release'];
const STATES: Readonly<Record<Show, readonly RequestState[] | null>> = {
  open: [...FOR_PEOPLE, ...WORKING],
  mine: FOR_PEOPLE,
  handler: FOR_HANDLERS,
  reviewer: ['in_review'],
  officer: ['awaiting_release'],
  working: WORKING,
  decided: ['released', 'refused', 'cancelled', 'shredded'],
  all: null,
};

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How many requests come at once. */
const PAGE = 50;

/** The filter of an address. What it does not know, it takes for what is usual. */
export function filterOf(search: URLSearchParams): InboxFilter {
  return {
    show: oneOf(SHOWS, search.get('show')),
    due: oneOf(DUES, search.get('due')),
    sort: oneOf(SORTS, search.get('sort')),
    reference: search.get('reference') ?? '',
  };
}

/** The address of a filter: only what is not usual. */
export function searchOf(filter: InboxFilter): URLSearchParams {
  const usual = filterOf(new URLSearchParams());
  const names = ['show', 'due', 'sort', 'reference'] as const;
  return new URLSearchParams(names.filter((name) => filter[name] !== usual[name]).map((name) => [name, filter[name]]));
}

/** What the service is asked for. Times are cut to hours, so that the same page is the same question. */
export function inboxVariables({ show, due, sort, reference }: InboxFilter, now: number): VariablesOf<'inbox'> {
  const order: RequestOrder = sort === 'last' ? 'last_due' : 'next_due';
  const until = { any: undefined, '7': now + 7 * DAY_MS, over: now }[due];
  const dueBefore = until === undefined ? null : new Date(Math.floor(until / HOUR_MS) * HOUR_MS).toISOString();
  return { first: PAGE, states: STATES[show], dueBefore, order, reference: reference === '' ? null : reference };
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], given: string | null): Value {
  return values.find((value) => value === given) ?? values[0];
}
