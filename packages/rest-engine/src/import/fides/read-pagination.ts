import { entryOf, type Given, type Group } from '../given.js';

/** How a list comes in pages, and what of its query the engine writes itself. */
export interface ReadPagination {
  readonly paginate: Group | 'none';
  readonly writes: readonly string[];
  readonly notes: readonly string[];
}

const NONE: ReadPagination = { paginate: 'none', writes: [], notes: [] };
type Query = readonly (readonly [string, unknown])[];

/** The pagination of a Fides request; without one the list is taken for one reply. */
export function readPagination(given: Given, query: Query, isSingle: boolean): ReadPagination {
  if (!given.exists) return isSingle ? NONE : { ...NONE, notes: ['the file reads one page only: see whether the list goes on'] };
  const strategy = given.text('strategy', 'a way that is not named');
  const found = entryOf(STRATEGIES, strategy)?.(given.get('configuration'), query);
  return found ?? { ...NONE, notes: [`it comes in pages by ${strategy}, which has no counterpart`] };
}

const STRATEGIES: Readonly<Record<string, (configuration: Given, query: Query) => ReadPagination>> = { offset, link, cursor };

function offset(configuration: Given, query: Query): ReadPagination {
  const to = configuration.text('incremental_param', 'page');
  const step = configuration.number('increment_by') ?? 1;
  const limit = configuration.number('limit');
  const notes = limit === undefined ? [] : [`the file stops when ${to} is ${String(limit)}; the draft does not`];
  if (step === 1) {
    const isFromZero = query.some(([name, value]) => name === to && Number(value) === 0);
    return { paginate: { type: 'page', to, ...(isFromZero ? { first: 0 } : {}) }, writes: [to], notes };
  }
  const [size] = query.find(([name, value]) => name !== to && Number(value) === step) ?? [];
  if (size === undefined) notes.push('which parameter asks for the size of a page: "limit" is a guess');
  const sizeTo = size ?? 'limit';
  return { paginate: { type: 'offset', to, size: { to: sizeTo, is: step } }, writes: [to, sizeTo], notes };
}

function link(configuration: Given): ReadPagination {
  const source = configuration.text('source');
  if (source === 'body') return { ...NONE, paginate: { type: 'next', from: configuration.text('path', 'next') } };
  const rel = configuration.text('rel', 'next');
  const notes = rel === 'next' ? [] : [`the next page is the link "${rel}" there, and "next" in the draft`];
  return { paginate: { type: 'next', from: { header: 'Link' } }, writes: [], notes };
}

function cursor(configuration: Given): ReadPagination {
  const to = configuration.text('cursor_param', 'cursor');
  const field = configuration.text('field', 'id');
  const more = configuration.text('has_next');
  if (more !== undefined) return { paginate: { type: 'last', field, to, more }, writes: [to], notes: [] };
  return {
    paginate: { type: 'cursor', from: field, to },
    writes: [to],
    notes: [
      `the next page begins after ${field}, of the last record or of the reply: the file does not say which. The draft takes the reply; for the last record say type: last, and where the reply says that there is more`,
    ],
  };
}
