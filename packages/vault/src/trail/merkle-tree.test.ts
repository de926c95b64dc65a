import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MerkleTree } from './merkle-tree.js';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, section 2.1, word for word: split at the largest power of two below the size. */
function rootOf(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0]!, 'utf8'));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

function treeOf(leaves: readonly string[], from = new MerkleTree()): MerkleTree {
  for (const leaf of leaves) from.add(leaf);
  return from;
}

const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 70 });

describe('a Merkle tree', () => {
  it('has the root that its definition gives', () => {
    fc.assert(
      fc.property(lines, (leaves) => {
        const tree = treeOf(leaves);
        expect(tree.root().equals(rootOf(leaves))).toBe(true);
        expect(tree.size).toBe(leaves.length);
      }),
    );
  });

  it('grows on from where it was put away to what it would have been', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { state } = treeOf(before);
        const again = treeOf(after, MerkleTree.of(JSON.parse(JSON.stringify(state)) as typeof state));
        expect(again.state).toEqual(treeOf([...before, ...after]).state);
        expect(again.root().equals(rootOf([...before, ...after]))).toBe(true);
      }),
    );
  });

  it('has another root after any change of any leaf, and after any leaf more or less', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.string({ maxLength: 4 }), (leaves, place, text) => {
        fc.pre(leaves.length > 0);
        const at = place % leaves.length;
        const root = treeOf(leaves).root();
        const others = [leaves.with(at, `${leaves[at]!}.`), leaves.toSpliced(at, 1), leaves.toSpliced(at, 0, text)];
        for (const other of others) expect(treeOf(other).root().equals(root)).toBe(false);
      }),
    );
  });

  it.each([
    { size: 1, peaks: [] },
    { size: 0, peaks: ['AAAA'] },
    { size: 1, peaks: ['AAAA'] },
    { size: 3, peaks: [sha256().toString('base64')] },
  ])('does not go on from what is no state of one: %j', (state) => {
    expect(() => MerkleTree.of(state)).toThrow('no state');
  });
});
