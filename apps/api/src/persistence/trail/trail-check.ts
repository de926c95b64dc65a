import { type Checkpoint, CheckedLines, type CheckpointFault, type NoteVerifierKey, openCheckpoint } from '@habeas/vault';
import type { Checkpoints } from './checkpoints.js';

/** What is known of a trail beside the trail itself. */
export interface KnownCheckpoints {
  /** The public keys that its checkpoints may be signed with. */
  readonly keys: readonly NoteVerifierKey[];
  /** Notes that were kept elsewhere. */
  readonly notes?: readonly string[];
}

/** What the checkpoints of a trail say of it. */
export interface CheckpointVerdict {
  readonly holds: boolean;
  readonly checked: number;
  /** Notes that none of the keys has signed. */
  readonly unsigned: number;
  readonly broken: readonly { readonly size: number; readonly fault: CheckpointFault }[];
}

/** Compares a trail with the checkpoints that its store holds, and with those that were kept elsewhere. */
export class TrailCheck {
  readonly #lines: CheckedLines;

  private constructor(
    private readonly signed: readonly Checkpoint[],
    private readonly unsigned: number,
  ) {
    this.#lines = new CheckedLines(signed);
  }

  static async of(stored: Checkpoints, { keys, notes = [] }: KnownCheckpoints): Promise<TrailCheck> {
    const all = [...notes];
    for await (const { note } of stored.after(0)) all.push(note);
    const opened = all.map((note) => openedBy(keys, note));
    const signed = opened.filter((checkpoint) => checkpoint !== undefined);
    return new TrailCheck(signed, opened.length - signed.length);
  }

  /** The lines of the trail, from the first. */
  pass(lines: AsyncIterable<string>): AsyncIterable<string> {
    return this.#lines.pass(lines);
  }

  /** Once all lines have passed. */
  get verdict(): CheckpointVerdict {
    const broken = this.#lines.broken.map(({ checkpoint, fault }) => ({ size: checkpoint.size, fault }));
    const { unsigned } = this;
    return { holds: broken.length === 0 && unsigned === 0, checked: this.signed.length, unsigned, broken };
  }
}

function openedBy(keys: readonly NoteVerifierKey[], note: string): Checkpoint | undefined {
  for (const key of keys) {
    const checkpoint = openCheckpoint(note, key);
    if (checkpoint !== undefined) return checkpoint;
  }
  return undefined;
}
