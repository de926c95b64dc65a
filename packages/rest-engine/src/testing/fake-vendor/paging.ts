import { Buffer } from 'node:buffer';
import type { JsonValue } from '@habeas/connector-sdk';
import type { Pagination, Place } from '../../manifest/pagination-schema.js';
import { valueOf } from '../../template/json-path.js';
import type { Quirks } from './quirks.js';
import { PAGE_PARAMETER, type ArrivedRequest } from './route.js';
import { scalarText } from './scalar-text.js';

/** One page, and what a reply says of it beside its items. */
export interface VendorPage {
  readonly items: readonly JsonValue[];
  readonly tells: readonly { readonly at: Place; readonly value: JsonValue }[];
}

type Family<Type> = Extract<Pagination, { type: Type }>;

/** What stands at a place that holds nothing, so that a list without gaps can hold it. */
const GAP = Symbol('gap');
type Slot<Item> = Item | typeof GAP;

/** What a page is made from. */
export interface PagedRequest<Item> {
  /** An item as it is sent. */
  readonly sent: (item: Item) => JsonValue;
  /** Where the list that was gone through last had come to. */
  readonly memory: { position: number };
  readonly request: ArrivedRequest;
  readonly quirks: Quirks;
  /** The vendor's own address, for addresses of next pages. */
  readonly address: URL;
}

interface Paged<Item> extends PagedRequest<Item> {
  readonly slots: readonly Slot<Item>[];
}

/** The page that a request asks for, as the vendor's family of pages gives it. */
export function pageOf<Item>(pagination: Pagination | 'none', items: readonly Item[], context: PagedRequest<Item>): VendorPage {
  if (pagination === 'none') return { items: items.map(context.sent), tells: [] };
  const { quirks, request } = context;
  const size = Math.min(sizeOf(pagination, request), quirks.pageSize);
  const slots = slotsOf(items, pagination, { size, quirks });
  const { from, until, next } = spanOf(pagination, { ...context, slots }, size);
  const page = slots.slice(from, until).filter((slot): slot is Item => slot !== GAP);
  context.memory.position = until;
  const isLast = until >= slots.length;
  const { total } = pagination;
  return {
    items: page.map(context.sent),
    tells: [
      ...(total === undefined ? [] : [{ at: total, value: slots.length + quirks.inflation }]),
      ...continuation(pagination, { next, isLast: isLast && !quirks.circles, pages: Math.ceil(slots.length / size), context }),
    ],
  };
}

/** What the page size parameter says, or what the vendor gives without one. */
function sizeOf(pagination: Pagination, request: ArrivedRequest): number {
  if (pagination.size === undefined) return Number.POSITIVE_INFINITY;
  const asked = Number(stated(request, pagination.size.to));
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

function stated({ method, query, body }: ArrivedRequest, to: string): JsonValue | undefined {
  return method === 'GET' ? (query.get(to) ?? undefined) : valueOf(body ?? null, to);
}

/** An empty page is a page of records that are no longer there, and that the vendor still counts. */
function slotsOf<Item>(
  items: readonly Item[],
  pagination: Pagination,
  { size, quirks }: { readonly size: number; readonly quirks: Quirks },
): readonly Slot<Item>[] {
  if (items.length <= size) return items;
  const gaps = (count: number): readonly Slot<Item>[] => Array.from({ length: count }, () => GAP);
  if (quirks.emptyPage) {
    return [...items.slice(0, size), ...gaps(pagination.type === 'offset' ? pagination.size.is : size), ...items.slice(size)];
  }
  const isShort = quirks.shortPage && pagination.type === 'page';
  return isShort ? [...items.slice(0, size + 1), ...gaps(size - 1), ...items.slice(size + 1)] : items;
}

interface Span {
  readonly from: number;
  readonly until: number;
  /** Where the next page begins. */
  readonly next: number;
}

function spanOf<Item>(pagination: Pagination, paged: Paged<Item>, size: number): Span {
  const { quirks } = paged;
  const start = quirks.circles ? 0 : startOf(pagination, paged, size);
  if (pagination.type === 'page' || !quirks.shortPage || start !== size)
    return { from: start, until: start + size, next: start + size };
  return { from: start, until: start + 1, next: start + 1 };
}

function startOf<Item>(pagination: Pagination, paged: Paged<Item>, size: number): number {
  const { request } = paged;
  switch (pagination.type) {
    case 'offset':
      return Number(stated(request, pagination.to) ?? 0);
    case 'page':
      return (Number(stated(request, pagination.to) ?? pagination.first) - pagination.first) * size;
    case 'last': {
      const after = stated(request, pagination.to);
      return after === undefined ? 0 : positionAfter(paged, pagination.field, after);
    }
    case 'cursor':
      return positionIn(stated(request, pagination.to));
    case 'next':
      return positionIn(request.query.get(PAGE_PARAMETER) ?? undefined);
  }
}

/** Looked for where the last page ended, and then everywhere. */
function positionAfter<Item>({ slots, memory, sent }: Paged<Item>, field: string, wanted: JsonValue): number {
  const isWanted = (slot: Slot<Item> | undefined): boolean =>
    slot !== undefined && slot !== GAP && scalarText(valueOf(sent(slot), field)) === scalarText(wanted);
  return isWanted(slots[memory.position - 1]) ? memory.position : slots.findIndex(isWanted) + 1;
}

/** Cursors are opaque to everybody but the vendor, and hold signs that addresses have to encode. */
function cursorFor(position: number): string {
  return Buffer.from(`+/at?${position}`).toString('base64');
}

function positionIn(cursor: JsonValue | undefined): number {
  if (typeof cursor !== 'string') return 0;
  return Number(Buffer.from(cursor, 'base64').toString().slice('+/at?'.length));
}

interface Continuation {
  readonly next: number;
  readonly isLast: boolean;
  readonly pages: number;
  readonly context: Pick<PagedRequest<never>, 'address' | 'quirks'>;
}

function continuation(pagination: Pagination, { next, isLast, pages, context }: Continuation): VendorPage['tells'] {
  switch (pagination.type) {
    case 'cursor':
      return [
        ...(isLast ? [] : [{ at: pagination.from, value: cursorFor(next) }]),
        ...(pagination.more === undefined ? [] : [{ at: pagination.more, value: !isLast }]),
      ];
    case 'last':
      return [{ at: pagination.more, value: !isLast }];
    case 'next':
      return isLast ? [] : [nextAddress(pagination, next, context)];
    case 'page':
      return pagination.pages === undefined ? [] : [{ at: pagination.pages, value: pages }];
    case 'offset':
      return [];
  }
}

function nextAddress(
  { from }: Family<'next'>,
  next: number,
  { address, quirks }: Continuation['context'],
): VendorPage['tells'][number] {
  const target = new URL(`${quirks.nextOrigin ?? address.origin}${address.pathname}${address.search}`);
  target.searchParams.set(PAGE_PARAMETER, cursorFor(next));
  if (typeof from === 'string') return { at: from, value: target.href };
  return { at: from, value: `<${address.href}>; rel="self", <${target.href}>; rel="next"` };
}
