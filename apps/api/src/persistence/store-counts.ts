import type { RequestState, StepKind, StepState } from '@habeas/core';
import type { Session } from './session.js';

/** How much there is of what, over all controllers: numbers only. */
export interface StoreCounts {
  readonly requests: readonly { readonly controller: string; readonly state: RequestState; readonly count: number }[];
  /** Requests that are not decided and whose deadline has passed. */
  readonly overdue: readonly { readonly controller: string; readonly count: number }[];
  readonly steps: readonly { readonly kind: StepKind; readonly state: StepState; readonly count: number }[];
  /** Steps that could have been claimed longer than so many seconds ago, and how long the one that waits longest has. */
  readonly late: { readonly count: number; readonly longestMs: number };
}

/** A step that nobody has claimed after this time is late: workers look at least once a second unless told otherwise. */
export const LATE_AFTER_MS = 10_000;

const OVER: readonly RequestState[] = ['released', 'refused', 'cancelled', 'shredded'];

/** Counts what whoever runs the service has to see. A handful of grouped counts, whatever the number of controllers. */
export class CountedStore {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  counts(): Promise<StoreCounts> {
    return this.transact(async (session) => {
      const now = session.now.getTime();
      const over = OVER.map(() => '?').join(', ');
      return {
        requests: await rows(session, 'SELECT controller, state, COUNT(*) AS count FROM request GROUP BY controller, state'),
        overdue: await rows(
          session,
          `SELECT controller, COUNT(*) AS count FROM request WHERE due_at < ? AND state NOT IN (${over}) GROUP BY controller`,
          [now, ...OVER],
        ),
        steps: await rows(session, 'SELECT kind, state, COUNT(*) AS count FROM step GROUP BY kind, state'),
        late: await late(session, now),
      };
    });
  }
}

async function late(session: Session, now: number): Promise<StoreCounts['late']> {
  const [row] = await session.query<{ readonly count: unknown; readonly since: unknown }>(
    'SELECT COUNT(*) AS count, MIN(claimable_at) AS since FROM step WHERE claimable_at < ?',
    [now - LATE_AFTER_MS],
  );
  const count = Number(row?.count ?? 0);
  return { count, longestMs: count === 0 ? 0 : now - Number(row?.since) };
}

/** Counts come as texts from one of the drivers. */
async function rows<Row extends { readonly count: number }>(
  session: Session,
  sql: string,
  values: readonly (string | number)[] = [],
): Promise<readonly Row[]> {
  const found = await session.query<Omit<Row, 'count'> & { readonly count: unknown }>(sql, values);
  return found.map((row) => ({ ...row, count: Number(row.count) }) as unknown as Row);
}
