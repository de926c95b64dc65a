import { describe, expect, it } from '@jest/globals';
import { paginationSchema } from '../manifest/pagination-schema.js';
import type { BuiltRequest } from '../request/build-request.js';
import { nextInLink, numberIn, pagerOf, type PagedReply, type Pager } from './pager.js';

const base = new URL('https://api.example.org/v1');
const get: BuiltRequest = { method: 'GET', path: '/contacts', query: { a: '1' }, headers: {} };
const post: BuiltRequest = { method: 'POST', path: '/search', query: {}, headers: {}, body: { q: 'x' } };
const pager = (pagination: object): Pager => pagerOf(paginationSchema.parse(pagination), base);
const reply = (body: PagedReply['body'], headers: Record<string, string> = {}): PagedReply => ({
  body,
  header: (name) => headers[name.toLowerCase()],
});
const page = (
  state: string | number | undefined,
  count = 1,
  last: PagedReply['body'] = { id: 9 },
): Parameters<Pager['after']>[1] => ({ state, count, last });

describe('pages', () => {
  it('by a cursor: it goes into the query, or deep into the body; none, or a flag, ends the list', () => {
    const plain = pager({ type: 'cursor', from: 'paging.next', to: 'after', size: { to: 'limit', is: 50 } });
    expect(plain.ask(get, undefined)).toMatchObject({ query: { a: '1', limit: '50' } });
    expect(plain.ask(get, 'c1')).toMatchObject({ query: { a: '1', limit: '50', after: 'c1' } });
    expect([
      plain.after(reply({ paging: { next: 'c2' } }), page('c1')),
      plain.after(reply({ paging: { next: '' } }), page('c2')),
    ]).toEqual(['c2', undefined]);
    const flagged = pager({ type: 'cursor', from: 'cursor', to: 'variables.after', more: 'more' });
    expect(flagged.ask(post, 'c1')).toMatchObject({ body: { q: 'x', variables: { after: 'c1' } } });
    expect([
      flagged.after(reply({ cursor: 'c2', more: true }), page(undefined)),
      flagged.after(reply({ cursor: 'c2', more: false }), page('c1')),
    ]).toEqual(['c2', undefined]);
  });

  it('behind the last record, which there has to be', () => {
    const last = pager({ type: 'last', field: 'id', to: 'starting_after', more: 'has_more' });
    expect(last.ask(get, 9)).toMatchObject({ query: { starting_after: '9' } });
    expect(last.ask(get, undefined)).toEqual(get);
    expect([last.after(reply({ has_more: true }), page(undefined)), last.after(reply({ has_more: false }), page(9))]).toEqual([
      9,
      undefined,
    ]);
    const none = { state: 9, count: 0, last: undefined };
    expect(() => last.after(reply({ has_more: true }), none)).toThrow(/no record to go on from/u);
  });

  it('by offset: behind what was received, to the total, or to an empty page where there is none', () => {
    const counted = pager({ type: 'offset', to: 'offset', size: { to: 'limit', is: 100 }, total: 'total' });
    expect(counted.ask(get, counted.first)).toMatchObject({ query: { offset: '0', limit: '100' } });
    expect([counted.after(reply({ total: 150 }), page(0, 60)), counted.after(reply({ total: 150 }), page(60, 90))]).toEqual([
      60,
      undefined,
    ]);
    expect(counted.after(reply({ total: 300 }), page(100, 0))).toBe(200);
    const endless = pager({ type: 'offset', to: 'offset', size: { to: 'limit', is: 100 } });
    expect([endless.after(reply({}), page(0, 3)), endless.after(reply({}), page(3, 0))]).toEqual([3, undefined]);
    expect(counted.after(reply({ total: -1 }), page(0, 0))).toBeUndefined();
  });

  it('by number: to the last that is told, or to an empty page', () => {
    const told = pager({ type: 'page', to: 'page', pages: { header: 'X-Pages' } });
    expect(told.ask(get, undefined)).toMatchObject({ query: { page: '1' } });
    expect([told.after(reply([], { 'x-pages': '2' }), page(1)), told.after(reply([], { 'x-pages': '2' }), page(2))]).toEqual([
      2,
      undefined,
    ]);
    const untold = pager({ type: 'page', to: 'page', first: 0, total: 'total' });
    expect([
      untold.after(reply({ total: 4 }), page(0)),
      untold.after(reply({ total: 4 }), page(1, 0)),
      untold.after(reply({ total: 0 }), page(0)),
    ]).toEqual([1, undefined, undefined]);
    expect(untold.after(reply({ total: 4 }), page(undefined))).toBe(1);
  });

  it('by the address of the next: in the body or the header, relative to the base', () => {
    const body = pager({ type: 'next', from: 'next' });
    expect(body.ask(get, undefined)).toEqual(get);
    expect(body.ask(get, '/v1/contacts?page=2')).toEqual(new URL('https://api.example.org/v1/contacts?page=2'));
    expect([
      body.after(reply({ next: 'https://api.example.org/2' }), page(undefined)),
      body.after(reply({ next: null }), page('x')),
    ]).toEqual(['https://api.example.org/2', undefined]);
    const header = pager({ type: 'next', from: { header: 'Link' } });
    expect(header.after(reply([], { link: '</2>; rel="next"' }), page(undefined))).toBe('/2');
  });
});

describe('a header Link', () => {
  it.each([
    ['<https://a.example/2>; rel="next"', 'https://a.example/2'],
    ['<https://a.example/1>; rel="prev", <https://a.example/3>; title="x, y"; rel=next', 'https://a.example/3'],
    ['<https://a.example/2>; rel="last next"', 'https://a.example/2'],
    ['<https://a.example/2>; rel="nextish"', undefined],
    [undefined, undefined],
  ])('%s leads to %s', (header, expected) => {
    expect(nextInLink(header)).toBe(expected);
  });
});

describe('a number', () => {
  it.each([
    [7, 7],
    ['12', 12],
    ['-1', -1],
    ['many', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('that may be a text is read: %j', (value, expected) => {
    expect(numberIn(value)).toBe(expected);
  });
});
