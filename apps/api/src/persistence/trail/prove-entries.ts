import { type InclusionProof, ProvenTree } from '@habeas/vault';
import type { Checkpoints } from './checkpoints.js';
import type { Trail } from './trail.js';

/** An entry of the trail as it is exported, with the proof that it is in the tree of a checkpoint. */
export interface ProvenLine {
  readonly line: string;
  readonly proof: InclusionProof;
}

/**
 * The entries with these places (ascending, from 1), proved to be among the first `size` of the trail. Reads the trail from the last
 * checkpoint before the first of them on, and holds those entries alone. Throws where the trail has not come so far.
 */
export async function proveEntries(
  { trail, checkpoints }: { readonly trail: Pick<Trail, 'export'>; readonly checkpoints: Pick<Checkpoints, 'treeBefore'> },
  sequences: readonly number[],
  size: number,
): Promise<readonly ProvenLine[]> {
  const from = await checkpoints.treeBefore(sequences[0] ?? 1);
  const [tree, wanted] = [new ProvenTree(from), new Set(sequences)];
  const lines: string[] = [];
  for await (const line of trail.export({ sequence: from.size, hash: '' })) {
    if (tree.size === size) break;
    const isWanted = wanted.has(tree.size + 1);
    tree.add(line, isWanted);
    if (isWanted) lines.push(line);
  }
  if (tree.size !== size || lines.length !== sequences.length) throw new Error('The trail has lost entries. Verify the store.');
  const proofs = tree.proofs();
  return lines.map((line, index) => ({ line, proof: proofs[index] ?? [] }));
}
