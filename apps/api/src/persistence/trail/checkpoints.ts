import type { TrailHead } from '@habeas/core';
import { type MerkleState, MerkleTree, type NoteSignerKey, openCheckpoint, signCheckpoint } from '@habeas/vault';
import { LessThan, MoreThan } from 'typeorm';
import type { TrailCheckpointRow } from '../rows/trail-checkpoint.row.js';
import type { Session } from '../session.js';
import { lockHead, type Trail } from './trail.js';

/** When a checkpoint is due: after so many entries, or after so long with any (security R82). */
export interface CheckpointPace {
  readonly entries: number;
  readonly everyMs: number;
}

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly at: Date;
  readonly note: string;
}

const NONE: MerkleState = { size: 0, peaks: [] };
const PAGE = 100;

/** The checkpoints of the trail: what it had come to, signed, so that nobody can rewrite it or cut it off unseen (security R82). */
export class Checkpoints {
  constructor(
    private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
    private readonly trail: Trail,
  ) {}

  /**
   * Signs what the trail has come to, where that is due; gives the size it signed. Of several processes one signs. Entries are
   * read before anything is locked: what has its place in the chain does not change any more. Throws where the last checkpoint is
   * another key's, and the trail does not say that this one took its place: a log has one key.
   */
  async make(signer: NoteSignerKey, pace: CheckpointPace): Promise<number | undefined> {
    const due = await this.#due(pace, signer);
    if (due === undefined) return undefined;
    const tree = await this.#grown(due);
    const root = tree.root().toString('base64');
    const note = signCheckpoint({ size: tree.size, root }, signer);
    return this.transact(async (session) => {
      const isOurs = (await lockHead(session)) !== undefined && ((await latest(session))?.size ?? 0) === due.from.size;
      if (!isOurs) return undefined;
      const peaks = JSON.stringify(tree.state.peaks);
      await session.table('trail_checkpoint').insert({ size: tree.size, at: session.now.getTime(), note, peaks });
      return tree.size;
    });
  }

  /** The checkpoint that was signed last. */
  latest(): Promise<StoredCheckpoint | undefined> {
    return this.transact(async (session) => {
      const row = await latest(session);
      return row === undefined ? undefined : fromRow(row);
    });
  }

  /** The tree as the last checkpoint before an entry has left it: what is wanted from there on needs no earlier entry to be read. */
  treeBefore(sequence: number): Promise<MerkleState> {
    return this.transact(async (session) => {
      const where = { size: LessThan(sequence) };
      const [row] = await session.table('trail_checkpoint').find({ where, order: { size: 'DESC' }, take: 1 });
      return row === undefined ? NONE : { size: row.size, peaks: JSON.parse(row.peaks) as string[] };
    });
  }

  /** The checkpoints after a size, in their order. */
  async *after(size: number): AsyncIterable<StoredCheckpoint> {
    for (let last = size; ;) {
      const page = await this.#page(last);
      for (const checkpoint of page) {
        last = checkpoint.size;
        yield checkpoint;
      }
      if (page.length < PAGE) return;
    }
  }

  /** The size up to which checkpoints are in a place outside. */
  reached(place: string): Promise<number> {
    return this.transact(async (session) => (await session.table('checkpoint_place').findOneBy({ id: place }))?.size ?? 0);
  }

  /** How many entries of the chain no checkpoint is about yet. */
  uncovered(): Promise<number> {
    return this.transact(async (session) => {
      const head = await session.table('trail_head').findOneByOrFail({ id: 'trail' });
      return head.sequence - ((await latest(session))?.size ?? 0);
    });
  }

  /** Notes that they are there. */
  async noteReached(place: string, size: number): Promise<void> {
    await this.transact((session) => session.table('checkpoint_place').upsert({ id: place, size }, ['id']));
  }

  #page(after: number): Promise<readonly StoredCheckpoint[]> {
    return this.transact(async (session) => {
      const where = { size: MoreThan(after) };
      return (await session.table('trail_checkpoint').find({ where, order: { size: 'ASC' }, take: PAGE })).map(fromRow);
    });
  }

  #due({ entries, everyMs }: CheckpointPace, signer: NoteSignerKey): Promise<Due | undefined> {
    return this.transact(async (session) => {
      const last = await latest(session);
      const head = await session.table('trail_head').findOneByOrFail({ id: 'trail' });
      const waiting = head.sequence - (last?.size ?? 0);
      if (waiting <= 0) return undefined;
      const since = last?.at ?? (await session.table('audit_entry').findOneByOrFail({ sequence: 1 })).at;
      const isDue = waiting >= entries || session.now.getTime() - since >= everyMs;
      if (!isDue) return undefined;
      if (last !== undefined) await demandKey(session, last, signer);
      return { from: last === undefined ? NONE : { size: last.size, peaks: JSON.parse(last.peaks) as string[] }, head };
    });
  }

  async #grown({ from, head }: Due): Promise<MerkleTree> {
    const tree = MerkleTree.of(from);
    for await (const line of this.trail.export({ sequence: from.size, hash: '' })) {
      tree.add(line);
      if (tree.size === head.sequence) break;
    }
    if (tree.size !== head.sequence) throw new Error('The trail has lost entries. Verify the store.');
    return tree;
  }
}

interface Due {
  readonly from: MerkleState;
  readonly head: TrailHead;
}

/** The action in the trail by which a key takes another one's place. */
export const RENEWAL = 'trail.renew-key';

async function demandKey(session: Session, { note }: TrailCheckpointRow, { verifier }: NoteSignerKey): Promise<void> {
  if (openCheckpoint(note, verifier) !== undefined) return;
  const renewed = { controller: '*', action: RENEWAL, objectId: verifier.id };
  if (await session.table('audit_entry').existsBy(renewed)) return;
  throw new Error('The last checkpoint was signed with another key. Give all processes the same key of the trail.');
}

async function latest(session: Session): Promise<TrailCheckpointRow | undefined> {
  const [row] = await session.table('trail_checkpoint').find({ order: { size: 'DESC' }, take: 1 });
  return row;
}

function fromRow({ size, at, note }: TrailCheckpointRow): StoredCheckpoint {
  return { size, at: new Date(at), note };
}
