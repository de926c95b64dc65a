import type { DueLedger, DueStep } from '@habeas/core';
import { Between, Not } from 'typeorm';
import type { Session } from './session.js';
import { isDuplicate } from './store-fault.js';

/** How many steps one look brings. */
const BATCH = 500;
/** What is due beyond these waits for the next turn: workers have enough to do until then. */
const MOST_BATCHES = 40;

interface DueRow {
  readonly number: number;
  readonly id: string;
  readonly fence: number;
  readonly at: number;
}

/** The ledger of steps in SQL, as it is read by who tells of it. Each look is a short transaction of its own. */
export class SqlDueLedger implements DueLedger {
  constructor(private readonly run: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  takeTurn(turn: string, everyMs: number): Promise<boolean> {
    return this.run(async (session) => {
      const now = session.now.getTime();
      const turns = session.table('turn');
      // A turn that is further away than its period was noted by a clock that was wrong
      const isNotYet = Between(now + 1, now + everyMs);
      const next = { nextAt: now + everyMs };
      const { affected } = await turns.update({ id: turn, nextAt: Not(isNotYet) }, next);
      if (affected === 1) return true;
      if (await turns.existsBy({ id: turn })) return false;
      return turns.insert({ id: turn, ...next }).then(
        () => true,
        (error: unknown) => {
          if (isDuplicate(error)) return false;
          throw error;
        },
      );
    });
  }

  async *due(): AsyncGenerator<readonly DueStep[], void, undefined> {
    let last: DueRow | undefined;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const rows = await this.run((session) => dueAfter(session, last));
      if (rows.length > 0) yield rows.map(({ id, fence }) => ({ id, fence, inMs: 0 }));
      last = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  }
}

/** What can be claimed now, in the order of claims, from a place on. */
function dueAfter(session: Session, last: DueRow | undefined): Promise<readonly DueRow[]> {
  const onward = last === undefined ? '' : 'AND (claimable_at > ? OR (claimable_at = ? AND number > ?))';
  const sql = `SELECT number, id, fence, claimable_at AS at FROM step WHERE claimable_at <= ? ${onward}
    ORDER BY claimable_at, number LIMIT ${String(BATCH)}`;
  return session.query<DueRow>(sql, [session.now.getTime(), ...(last === undefined ? [] : [last.at, last.at, last.number])]);
}
