import type { Checkpoint } from './checkpoint.js';
import { MerkleTree } from './merkle-tree.js';

/** Why a checkpoint does not hold for a trail: it has fewer entries, or they are not those that were signed. */
export type CheckpointFault = 'cut-off' | 'rewritten';

/** A checkpoint that a trail does not agree with. */
export interface BrokenCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly fault: CheckpointFault;
}

/**
 * Lets the lines of a trail pass and compares them with checkpoints of it. Checkpoints that hold for the same trail are
 * consistent with each other: the tree of each is the beginning of the next one's.
 */
export class CheckedLines {
  readonly #tree = new MerkleTree();
  readonly #open: Checkpoint[];
  readonly #broken: BrokenCheckpoint[] = [];

  constructor(checkpoints: readonly Checkpoint[]) {
    this.#open = [...checkpoints].sort((left, right) => left.size - right.size);
    this.#compare();
  }

  /** The lines themselves, from the first one of the trail. Read them once. */
  async *pass(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
    for await (const line of lines) {
      this.#tree.add(line);
      this.#compare();
      yield line;
    }
  }

  /** What does not hold, once all lines have passed. */
  get broken(): readonly BrokenCheckpoint[] {
    return [...this.#broken, ...this.#open.map((checkpoint) => ({ checkpoint, fault: 'cut-off' as const }))];
  }

  #compare(): void {
    while (this.#open[0]?.size === this.#tree.size) {
      const [checkpoint] = this.#open.splice(0, 1);
      if (checkpoint === undefined || checkpoint.root === this.#tree.root().toString('base64')) continue;
      this.#broken.push({ checkpoint, fault: 'rewritten' });
    }
  }
}
