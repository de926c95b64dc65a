import { ConnectorError, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import type { Pagination, Place } from '../manifest/pagination-schema.js';
import type { BuiltRequest } from '../request/build-request.js';
import { valueOf } from '../template/json-path.js';

/** A reply, as far as pages are concerned. */
export interface PagedReply {
  readonly body: JsonValue;
  readonly header: (name: string) => string | undefined;
}

/** Where in a list a page stands: a cursor, an offset, a number, an address. JSON, so that a read can be resumed from it. */
export type PageState = string | number;

/** One family of pages. */
export interface Pager {
  /** The page that a list begins with; nothing where the first request says nothing of pages. */
  readonly first: PageState | undefined;
  /** The request for a page. */
  ask(request: BuiltRequest, state: PageState | undefined): BuiltRequest | URL;
  /** The page after this one, or nothing where it was the last. */
  after(
    reply: PagedReply,
    page: { readonly state: PageState | undefined; readonly count: number; readonly last: JsonValue | undefined },
  ): PageState | undefined;
}

/** How a pagination is done. `base` is where relative addresses of next pages are meant from. */
export function pagerOf(pagination: Pagination, base: URL): Pager {
  const sized = (request: BuiltRequest): BuiltRequest =>
    pagination.size === undefined ? request : withParameter(request, pagination.size.to, pagination.size.is);
  switch (pagination.type) {
    case 'cursor':
      return cursorPager(pagination, sized);
    case 'last':
      return lastPager(pagination, sized);
    case 'offset':
      return offsetPager(pagination, sized);
    case 'page':
      return pagePager(pagination, sized);
    case 'next':
      return nextPager(pagination, sized, base);
  }
}

type Sized = (request: BuiltRequest) => BuiltRequest;
type Family<Type> = Extract<Pagination, { type: Type }>;

function cursorPager({ from, to, more }: Family<'cursor'>, sized: Sized): Pager {
  return {
    first: undefined,
    ask: (request, state) => (state === undefined ? sized(request) : withParameter(sized(request), to, state)),
    after: (reply) => (saysNo(reply, more) ? undefined : stateIn(told(reply, from))),
  };
}

function lastPager({ field, to, more }: Family<'last'>, sized: Sized): Pager {
  return {
    first: undefined,
    ask: (request, state) => (state === undefined ? sized(request) : withParameter(sized(request), to, state)),
    after(reply, { last }) {
      if (valueOf(reply.body, more) !== true) return undefined;
      const state = last === undefined ? undefined : stateIn(valueOf(last, field));
      if (state === undefined)
        throw new ConnectorError('contract', 'The source says that there is more, and a page has no record to go on from.');
      return state;
    },
  };
}

/**
 * The next offset is behind what was received: a vendor that gives less than was asked for loses nothing by it. Without a
 * total a list ends at the first empty page, never at a short one.
 */
function offsetPager({ to, total, size }: Family<'offset'>, sized: Sized): Pager {
  return {
    first: 0,
    ask: (request, state) => withParameter(sized(request), to, state ?? 0),
    after(reply, { state, count }) {
      const all = total === undefined ? undefined : numberIn(told(reply, total));
      const next = Number(state) + (count === 0 ? size.is : count);
      if (all === undefined || all < 0) return count === 0 ? undefined : next;
      return next < all ? next : undefined;
    },
  };
}

function pagePager({ to, first, pages, total }: Family<'page'>, sized: Sized): Pager {
  return {
    first,
    ask: (request, state) => withParameter(sized(request), to, state ?? first),
    after(reply, { state, count }) {
      const number = Number(state ?? first);
      const all = pages === undefined ? undefined : numberIn(told(reply, pages));
      if (all !== undefined) return number - first + 1 < all ? number + 1 : undefined;
      const none = total !== undefined && numberIn(told(reply, total)) === 0;
      return count === 0 || none ? undefined : number + 1;
    },
  };
}

function nextPager({ from }: Family<'next'>, sized: Sized, base: URL): Pager {
  return {
    first: undefined,
    ask: (request, state) => (state === undefined ? sized(request) : new URL(String(state), base)),
    after: (reply) => (typeof from === 'string' ? stateIn(valueOf(reply.body, from)) : nextInLink(reply.header('link'))),
  };
}

/** The target of `rel="next"` in a header `Link` (RFC 8288 §3). */
export function nextInLink(header: string | undefined): string | undefined {
  const links = (header ?? '').matchAll(/<([^<>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s";,]+))*)/gu);
  for (const [, target, parameters] of links) {
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?![\w-]))/iu.test(parameters ?? '')) return target;
  }
  return undefined;
}

/** What a reply tells at a place. */
export function told({ body, header }: PagedReply, place: Place): JsonValue | undefined {
  return typeof place === 'string' ? valueOf(body, place) : header(place.header);
}

/** A number that may be written as text, as headers are. */
export function numberIn(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/u.test(value) ? Number(value) : undefined;
}

function saysNo({ body }: PagedReply, more: string | undefined): boolean {
  return more !== undefined && valueOf(body, more) !== true;
}

function stateIn(value: JsonValue | undefined): PageState | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined;
}

/** A parameter of the query; of a post, the place in the body. */
function withParameter(request: BuiltRequest, to: string, value: PageState): BuiltRequest {
  if (request.method === 'GET') return { ...request, query: { ...request.query, [to]: String(value) } };
  return { ...request, body: withValue(request.body ?? {}, to.split('.'), value) };
}

function withValue(body: JsonValue, [step, ...rest]: readonly string[], value: PageState): JsonValue {
  if (step === undefined) return value;
  const group = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as JsonObject) : {};
  return { ...group, [step]: withValue(group[step] ?? {}, rest, value) };
}
