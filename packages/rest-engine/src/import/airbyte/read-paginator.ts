import { entryOf, type Given, type Group } from '../given.js';
import { expressionIn, stepsOf } from './interpolation.js';

/** How a list comes in pages, and what of that has no counterpart. */
export interface ReadPaginator {
  readonly paginate: Group | 'none';
  readonly notes: readonly string[];
}

interface Options {
  /** Where the token of a page stands: a name, or the whole address. */
  readonly to: string | undefined;
  readonly isAddress: boolean;
  readonly size: Group | undefined;
}

/** The paginator of an Airbyte retriever. */
export function readPaginator(given: Given): ReadPaginator {
  if (!given.exists) return { paginate: 'none', notes: ['the file reads one page only: see whether the list goes on'] };
  if (given.text('type') === 'NoPagination') return { paginate: 'none', notes: [] };
  const notes: string[] = [];
  const strategy = given.get('pagination_strategy');
  const type = strategy.text('type', 'a way that is not named');
  strategy.pass('inject_on_first_request');
  given.pass('url_base');
  const options = optionsOf(given, strategy, notes);
  const paginate = entryOf(FAMILIES, type)?.(strategy, options, notes);
  if (paginate === undefined) notes.push(`it comes in pages by ${type}, which has no counterpart`);
  return { paginate: paginate ?? 'none', notes };
}

function optionsOf(given: Given, strategy: Given, notes: string[]): Options {
  const token = given.get('page_token_option');
  const isAddress = token.text('type') === 'RequestPath';
  const size = given.get('page_size_option');
  size.pass('type');
  const to = placeOf(token, notes);
  const sizeTo = placeOf(size, notes);
  const is = strategy.number('page_size');
  if (sizeTo !== undefined && is === undefined)
    notes.push(`how many records ${sizeTo} asks for in a page: the largest that the vendor gives`);
  const sized = is !== undefined && sizeTo !== undefined && is >= 1 ? { to: sizeTo, is } : undefined;
  return { to, isAddress, size: sized };
}

const ELSEWHERE: Readonly<Record<string, string>> = { header: 'a header', body_data: 'a form' };

function placeOf(option: Given, notes: string[]): string | undefined {
  const place = entryOf(ELSEWHERE, option.text('inject_into'));
  const path = option.texts('field_path');
  const name = option.text('field_name') ?? (path.length === 0 ? undefined : path.join('.'));
  if (place !== undefined) {
    notes.push(`${name ?? 'the page'} stands in ${place} there: a manifest puts it into the query, or into the JSON of a post`);
  }
  return name;
}

type Family = (strategy: Given, options: Options, notes: string[]) => Group | undefined;

const FAMILIES: Readonly<Record<string, Family>> = {
  PageIncrement: (strategy, { to = 'page', size }) => {
    const first = strategy.number('start_from_page') ?? 0;
    return { type: 'page', to, ...(first === 1 ? {} : { first }), ...(size === undefined ? {} : { size }) };
  },
  OffsetIncrement: (strategy, { to = 'offset', size }, notes) => {
    if (size !== undefined) return { type: 'offset', to, size };
    const is = strategy.number('page_size') ?? 100;
    notes.push(`which parameter asks for the size of a page: { to: limit, is: ${String(is)} } is a guess`);
    return { type: 'offset', to, size: { to: 'limit', is } };
  },
  CursorPagination: cursor,
};

function cursor(strategy: Given, options: Options, notes: string[]): Group | undefined {
  const value = strategy.text('cursor_value', '');
  const stop = strategy.text('stop_condition');
  const [root = '', ...path] = stepsOf(expressionIn(value)) ?? [];
  const { to = 'cursor', size } = options;
  const sized = size === undefined ? {} : { size };
  if (root === 'headers') return inHeader(path, to, sized);
  if (root.startsWith('last_record')) return last(path, moreIn(stop), { to, sized, notes });
  if (root !== 'response' || path.length === 0) {
    notes.push(`the next page is told by ${value}, which has no counterpart`);
    return undefined;
  }
  const from = path.join('.');
  if (options.isAddress) return { type: 'next', from, ...sized };
  return { type: 'cursor', from, to, ...endOf(stop, from, notes), ...sized };
}

/** What tells the last page, where that is not the cursor alone. */
function endOf(stop: string | undefined, from: string, notes: string[]): Group {
  const more = moreIn(stop);
  if (stop !== undefined && more === undefined) {
    notes.push(`the last page is told by ${stop} there, and by an empty ${from} in the draft`);
  }
  return more === undefined || more === from ? {} : { more };
}

/** The header Link holds the address of the next page; any other a cursor. */
function inHeader([header = '']: readonly string[], to: string, sized: Group): Group {
  if (header.toLowerCase() === 'link') return { type: 'next', from: { header: 'Link' }, ...sized };
  return { type: 'cursor', from: { header }, to, ...sized };
}

interface LastContext {
  readonly to: string;
  readonly sized: Group;
  readonly notes: string[];
}

function last(path: readonly string[], more: string | undefined, { to, sized, notes }: LastContext): Group {
  if (more === undefined) notes.push('where a reply says whether there is more: "has_more" is a guess');
  const field = path.filter((step) => step !== '-1').join('.');
  return { type: 'last', field, to, more: more ?? 'has_more', ...sized };
}

const DENIALS = [/^not\s+(.+)$/u, /^(.+?)\s+is\s+(?:none|false|undefined)$/iu, /^(.+?)\s*==\s*(?:false|none|"")$/iu];

/** Where a reply says that there is more, if the condition to stop is just that it says no. */
function moreIn(stop = ''): string | undefined {
  const expression = expressionIn(stop);
  const denied = DENIALS.map((denial) => denial.exec(expression)?.[1]).find((text) => text !== undefined);
  const [root, ...path] = stepsOf(denied?.replaceAll(/^\(|\)$/gu, '') ?? '') ?? [];
  return root === 'response' && path.length > 0 ? path.join('.') : undefined;
}
