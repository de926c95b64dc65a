import { type AuditEntry, chained, type ChainedEntry, EMPTY_TRAIL, type TrailHead, trailLine } from '@habeas/core';
import { IsNull, MoreThan } from 'typeorm';
import { auditFromRow } from '../rows/audit.row.js';
import type { Session } from '../session.js';
import { TRAIL_HASHING } from '@habeas/vault';

const HEAD_ID = 'trail';
const PAGE = 500;
/** Entries that get their places in one transaction: others wait for it. */
const AT_ONCE = 50;

/** The chain of audit entries, over all controllers. */
export class Trail {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  /**
   * Gives up to so many waiting entries their places, in one transaction. Returns how many it were: none where another
   * process is doing it at this moment.
   */
  sequence(limit = AT_ONCE): Promise<number> {
    return this.transact(async (session) => {
      let head = await lockHead(session);
      if (head === undefined) return 0;
      const entries = session.table('audit_entry');
      const waiting = await entries.find({ where: { sequence: IsNull() }, order: { number: 'ASC' }, take: limit });
      for (const row of waiting) {
        const { sequence, previous, hash } = chained(auditFromRow(row), head, TRAIL_HASHING);
        await entries.update({ number: row.number }, { sequence, previous, hash });
        head = { sequence, hash };
      }
      if (waiting.length > 0) await session.table('trail_head').update({ id: HEAD_ID }, { ...head });
      return waiting.length;
    });
  }

  /** The last entry of the chain. */
  head(): Promise<TrailHead> {
    return this.transact(async (session) => {
      const row = await session.table('trail_head').findOneBy({ id: HEAD_ID });
      return row === null ? EMPTY_TRAIL : { sequence: row.sequence, hash: row.hash };
    });
  }

  /** How many entries wait for their place, and since when the first does: an alarm where it is more than ten seconds (security R81). */
  waiting(): Promise<{ readonly count: number; readonly forMs: number }> {
    return this.transact(async (session) => {
      const entries = session.table('audit_entry');
      const earliest = await entries.minimum('at', { sequence: IsNull() });
      const count = await entries.countBy({ sequence: IsNull() });
      return { count, forMs: earliest === null ? 0 : session.now.getTime() - earliest };
    });
  }

  /** The chain as lines of JSON without line ends, after an entry. Waiting entries are not in it. */
  async *export(after: TrailHead = EMPTY_TRAIL): AsyncIterable<string> {
    for (let last = after.sequence; ;) {
      const page = await this.#page(last);
      for (const entry of page) {
        last = entry.sequence;
        yield trailLine(entry, TRAIL_HASHING);
      }
      if (page.length < PAGE) return;
    }
  }

  #page(after: number): Promise<readonly ChainedEntry[]> {
    return this.transact(async (session) => {
      const where = { sequence: MoreThan(after) };
      const rows = await session.table('audit_entry').find({ where, order: { sequence: 'ASC' }, take: PAGE });
      return rows.map(auditFromRow).filter(isChained);
    });
  }
}

function isChained(entry: AuditEntry): entry is ChainedEntry {
  return entry.sequence !== undefined && entry.previous !== undefined && entry.hash !== undefined;
}

/** The lock is the sequencer's lease: one at a time over all processes, and it ends with its transaction. */
export async function lockHead(session: Session): Promise<TrailHead | undefined> {
  const heads = session.table('trail_head');
  const lock = session.product === 'mysql' ? ({ mode: 'pessimistic_write', onLocked: 'skip_locked' } as const) : undefined;
  const row = await heads.findOne({ where: { id: HEAD_ID }, ...(lock === undefined ? {} : { lock }) });
  return row === null ? undefined : { sequence: row.sequence, hash: row.hash };
}
