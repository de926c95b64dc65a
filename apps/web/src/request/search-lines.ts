import type { ReadingNews } from '../api/service.js';
import type { ShownRequest } from './shown-request.js';

/** One line of the grid: a collection of a source, and what came of it so far. */
export interface SearchLine {
  readonly source: string;
  readonly collection: string;
  readonly outcome: string;
  readonly blocking: boolean;
  readonly matches: number;
  readonly records: number;
  readonly attempts: number;
  /** What the service says of it, in English. */
  readonly message: string | undefined;
}

/** The ledger, with what is read at this moment in the place of what is not read yet. By source; what stands in the way comes first. */
export function searchLines(ledger: ShownRequest['ledger'], readings: readonly ReadingNews[]): readonly SearchLine[] {
  const live = new Map(readings.map((reading) => [nameOf(reading), reading]));
  return ledger
    .map((line) => {
      const reading = live.get(nameOf(line));
      const { source, collection, blocking, attempts } = line;
      const message = [line.message, line.remedy].filter((text) => text !== null).join(' ');
      return {
        source,
        collection,
        outcome: reading?.outcome ?? line.outcome,
        blocking,
        matches: line.included + line.queued,
        records: reading?.records ?? line.records,
        attempts,
        message: message === '' ? undefined : message,
      };
    })
    .sort((left, right) => Number(right.blocking) - Number(left.blocking) || nameOf(left).localeCompare(nameOf(right)));
}

function nameOf({ source, collection }: Pick<SearchLine, 'source' | 'collection'>): string {
  return `${source}.${collection}`;
}

/** The lines of one source. */
export interface SearchSource {
  readonly id: string;
  readonly lines: readonly SearchLine[];
  /** How many of them stand in the way of a complete answer. */
  readonly blocking: number;
}

/** The lines by their source: one in which something stands in the way comes before the others. */
export function bySource(lines: readonly SearchLine[]): readonly SearchSource[] {
  const ids = [...new Set(lines.map(({ source }) => source))];
  return ids.map((id) => {
    const own = lines.filter(({ source }) => source === id);
    return { id, lines: own, blocking: own.filter(({ blocking }) => blocking).length };
  });
}
