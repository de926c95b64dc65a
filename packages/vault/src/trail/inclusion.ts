import { leafHash, type MerkleState, nodeHash } from './merkle-tree.js';

/** That a leaf is in a tree: the hashes beside its way up to the root, from the lowest (RFC 6962, section 2.1.1). In base64. */
export type InclusionProof = readonly string[];

interface Peak {
  readonly hash: Buffer;
  /** Complete subtrees have a power of two of leaves. */
  readonly leaves: number;
  /** The ways up to this hash of the leaves below it that are wanted. */
  readonly ways: readonly Buffer[][];
}

/**
 * Grows a tree as {@link MerkleTree} does and keeps, for the leaves that are wanted alone, what proves that they are in it. Holds a hash
 * for each bit of its size and each step of those ways, however large the tree is.
 */
export class ProvenTree {
  #size: number;
  #peaks: Peak[];
  readonly #ways: Buffer[][] = [];

  /** Goes on from a tree, of which no leaf is wanted. */
  constructor({ size, peaks }: MerkleState = { size: 0, peaks: [] }) {
    const sizes = Array.from(size.toString(2)).flatMap((bit, index, bits) =>
      bit === '1' ? [2 ** (bits.length - 1 - index)] : [],
    );
    this.#size = size;
    this.#peaks = peaks.map((peak, index) => ({ hash: Buffer.from(peak, 'base64'), leaves: sizes[index] ?? 0, ways: [] }));
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf; it is wanted where that is said. */
  add(leaf: string, isWanted = false): void {
    const way: Buffer[] = [];
    if (isWanted) this.#ways.push(way);
    let peak: Peak = { hash: leafHash(leaf), leaves: 1, ways: isWanted ? [way] : [] };
    for (let last = this.#peaks.at(-1); last?.leaves === peak.leaves; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = above(last, peak);
    }
    this.#peaks.push(peak);
    this.#size += 1;
  }

  /** The proofs of the leaves that were wanted, in their order. It takes no leaf any more. */
  proofs(): readonly InclusionProof[] {
    const [first, ...rest] = [...this.#peaks].reverse();
    if (first !== undefined) rest.reduce((right, left) => above(left, right), first);
    this.#peaks = [];
    return this.#ways.map((way) => way.map((hash) => hash.toString('base64')));
  }
}

function above(left: Peak, right: Peak): Peak {
  for (const way of left.ways) way.push(right.hash);
  for (const way of right.ways) way.push(left.hash);
  return { hash: nodeHash(left.hash, right.hash), leaves: left.leaves + right.leaves, ways: [...left.ways, ...right.ways] };
}

/** A leaf, counted from 0, of a tree of that size and root (in base64). */
export interface LeafPlace {
  readonly index: number;
  readonly size: number;
  readonly root: string;
}

/** Whether a leaf stands at that place of that tree (RFC 9162, section 2.1.3.2). */
export function isIncluded(leaf: string, { index, size, root }: LeafPlace, proof: InclusionProof): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leafHash(leaf)];
  for (const each of proof) {
    if (last === 0) return false;
    const beside = Buffer.from(each, 'base64');
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.toString('base64') === root;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
