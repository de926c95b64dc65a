import type { CarriageNotes, Cursor, Done, Item, Problem } from '@habeas/connector-sdk';
import type { RoutePlace } from './routes.js';

/** How a read ended. */
export function doneWith(end: { count: number; notes: CarriageNotes; problems: readonly Problem[]; resumed: boolean }): Done {
  const { count, notes, problems, resumed } = end;
  const [first] = problems;
  const base = { type: 'done', count, notes: notes.list() } as const;
  if (first !== undefined) {
    return { ...base, outcome: 'partial', problem: { ...first, message: problems.map(({ message }) => message).join(' ') } };
  }
  return { ...base, outcome: count === 0 && !resumed ? 'empty' : 'complete' };
}

/** Everything up to a place was delivered. */
export function checkpointAt({ lists, ...place }: RoutePlace): Item {
  return { type: 'checkpoint', cursor: { ...place, lists: lists === undefined ? null : { ...lists } } };
}

/** The place that a cursor of {@link checkpointAt} stands for. */
export function placeOf(cursor: Cursor | undefined): RoutePlace | undefined {
  if (cursor === undefined) return undefined;
  const { lists, ...place } = cursor as unknown as Omit<RoutePlace, 'lists'> & { readonly lists: RoutePlace['lists'] | null };
  return lists === null || lists === undefined ? place : { ...place, lists };
}
