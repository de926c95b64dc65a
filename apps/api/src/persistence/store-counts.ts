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
  /** Steps of the kinds that cannot be done here, which wait and are not late. */
  readonly unprovided: readonly { readonly kind: StepKind; readonly count: number }[];
}

/** A step that nobody has claimed after this time is late: workers look at least once a second unless told otherwise. */
export const LATE_AFTER_MS = 10_000;

const OVER: readonly RequestState[] = ['released', 'refused', 'cancelled', 'shredded'];

/** Counts what whoever runs the service has to see. A handful of grouped counts, whatever the number of controllers. */
export class CountedStore {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  /** `unprovided` are the kinds of steps that wait for what this installation was not given. */
  counts(unprovided: readonly StepKind[] = []): Promise<StoreCounts> {
    return this.transact(async (session) => {
      const now = session.now.getTime();
      const over = OVER.map(() => '?').join(', ');
      const steps = await rows<StoreCounts['steps'][number]>(
        session,
        'SELECT kind, state, COUNT(*) AS count FROM step GROUP BY kind, state',
      );
      return {
        requests: await rows(session, 'SELECT controller, state, COUNT(*) AS count FROM request GROUP BY controller, state'),
        overdue: await rows(
          session,
          `SELECT controller, COUNT(*) AS count FROM request WHERE due_at < ? AND state NOT IN (${over}) GROUP BY controller`,
          [now, ...OVER],
        ),
        steps,
        late: await late(session, now, unprovided),
        unprovided: unprovided.map((kind) => ({ kind, count: pendingOf(steps, kind) })),
      };
    });
  }
}

async function late(session: Session, now: number, unprovided: readonly StepKind[]): Promise<StoreCounts['late']> {
  const others = unprovided.map(() => ' AND kind <> ?').join('');
  const [row] = await session.query<{ readonly count: unknown; readonly since: unknown }>(
    `SELECT COUNT(*) AS count, MIN(claimable_at) AS since FROM step WHERE claimable_at < ?${others}`,
    [now - LATE_AFTER_MS, ...unprovided],
  );
  const count = Number(row?.count ?? 0);
  return { count, longestMs: count === 0 ? 0 : now - Number(row?.since) };
}

function pendingOf(steps: StoreCounts['steps'], wanted: StepKind): number {
  return steps.find(({ kind, state }) => kind === wanted && state === 'pending')?.count ?? 0;
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
