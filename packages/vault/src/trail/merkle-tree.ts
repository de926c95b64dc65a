import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of a leaf: a text in UTF-8. */
export function leafHash(leaf: string): Buffer {
  return sha256(LEAF, Buffer.from(leaf, 'utf8'));
}

/** The hash of what stands above two others. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(NODE, left, right);
}

/** A tree that was put away, to be gone on with. */
export interface MerkleState {
  /** Leaves. */
  readonly size: number;
  /** The roots of its complete subtrees, from the largest to the smallest, in base64: one for each 1 in the binary size. */
  readonly peaks: readonly string[];
}

/**
 * The Merkle hash tree of RFC 6962, section 2.1, over SHA-256, that only grows. Holds one hash for each bit of its size, whatever
 * it has been given.
 */
export class MerkleTree {
  #size = 0;
  readonly #peaks: Buffer[] = [];

  /** Goes on with a tree. Throws where the state is none: a tree of another size has another number of peaks. */
  static of({ size, peaks }: MerkleState): MerkleTree {
    const tree = new MerkleTree();
    tree.#size = size;
    tree.#peaks.push(...peaks.map((peak) => Buffer.from(peak, 'base64')));
    if (tree.#peaks.length !== onesOf(size) || tree.#peaks.some(({ length }) => length !== HASH_BYTES)) {
      throw new Error('This is no state of a Merkle tree.');
    }
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  get state(): MerkleState {
    return { size: this.#size, peaks: this.#peaks.map((peak) => peak.toString('base64')) };
  }

  /** Adds a leaf: a text in UTF-8. */
  add(leaf: string): void {
    let hash = leafHash(leaf);
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) hash = nodeHash(this.#popped(), hash);
    this.#peaks.push(hash);
    this.#size += 1;
  }

  /** Its root: 32 bytes. That of the empty tree is the hash of nothing. */
  root(): Buffer {
    if (this.#peaks.length === 0) return sha256();
    return this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  #popped(): Buffer {
    const peak = this.#peaks.pop();
    if (peak === undefined) throw new Error('A tree has a peak for each bit of its size.');
    return peak;
  }
}

const HASH_BYTES = 32;

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function onesOf(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
