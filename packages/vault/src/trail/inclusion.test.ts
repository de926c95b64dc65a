import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIncluded, ProvenTree } from './inclusion.js';
import { MerkleTree } from './merkle-tree.js';

const leavesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `entry ${String(index)}`);

function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root().toString('base64');
}

/** The proofs of all leaves from one on. */
function proofsOf(leaves: readonly string[], from = 0): readonly (readonly string[])[] {
  const before = new MerkleTree();
  for (const leaf of leaves.slice(0, from)) before.add(leaf);
  const tree = new ProvenTree(before.state);
  for (const leaf of leaves.slice(from)) tree.add(leaf, true);
  expect(tree.size).toBe(leaves.length);
  return tree.proofs();
}

describe('the proof that an entry is in the trail (RFC 6962)', () => {
  it('holds for each leaf of each tree, at its own place and no other', () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const root = rootOf(leaves);
      for (const [index, proof] of proofsOf(leaves).entries()) {
        const places = leaves.map((_, place) => isIncluded(leaves[index]!, { index: place, size, root }, proof));
        expect(places).toEqual(leaves.map((_, place) => place === index));
      }
    }
  });

  it('is the same where the tree goes on from one that was put away', () => {
    const leaves = leavesOf(37);
    const all = proofsOf(leaves);
    for (let from = 0; from <= leaves.length; from += 1) expect(proofsOf(leaves, from)).toEqual(all.slice(from));
  });

  it('is kept for the leaves that are wanted alone', () => {
    const tree = new ProvenTree();
    for (const [index, leaf] of leavesOf(9).entries()) tree.add(leaf, index === 3);
    expect(tree.proofs()).toEqual([proofsOf(leavesOf(9))[3]]);
    expect(new ProvenTree().proofs()).toEqual([]);
  });

  it('does not hold after any change of leaf, size, root or proof', () => {
    const size = fc.integer({ min: 2, max: 33 });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, at, step) => {
        const leaves = leavesOf(count);
        const index = at % count;
        const [leaf, proof, root] = [leaves[index]!, proofsOf(leaves)[index]!, rootOf(leaves)];
        const place = { index, size: count, root };
        expect(isIncluded(`${leaf}.`, place, proof)).toBe(false);
        expect(isIncluded(leaf, { ...place, root: rootOf(leaves.slice(1)) }, proof)).toBe(false);
        expect(isIncluded(leaf, place, proof.slice(1))).toBe(false);
        expect(isIncluded(leaf, place, [...proof, root])).toBe(false);
        expect(isIncluded(leaf, place, proof.with(step % proof.length, root))).toBe(false);
        expect(isIncluded(leaf, { ...place, index: -1 }, proof)).toBe(false);
        expect(isIncluded(leaf, { ...place, index: count }, proof)).toBe(false);
      }),
    );
  });
});
