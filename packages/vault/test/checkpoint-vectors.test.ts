import { createHash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MerkleTree, NoteSignerKey, openCheckpoint, parseVerifierKey, printVerifierKey, signCheckpoint } from '../src/index.js';

interface Vectors {
  readonly merkle: { readonly leaves: readonly string[]; readonly roots: readonly string[] };
  readonly checkpoints: readonly {
    readonly signerKey: string;
    readonly verifierKey: string;
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly note: string;
  }[];
}

const VECTORS = JSON.parse(readFileSync(new URL('vectors/checkpoints.json', import.meta.url), 'utf8')) as Vectors;

describe('the vectors of checkpoints', () => {
  it('are the roots of their leaves, size by size', () => {
    const tree = new MerkleTree();
    const roots = [tree.root().toString('hex')];
    for (const leaf of VECTORS.merkle.leaves) {
      tree.add(Buffer.from(leaf, 'hex').toString('utf8'));
      roots.push(tree.root().toString('hex'));
    }
    expect(roots).toEqual(VECTORS.merkle.roots);
  });

  it.each(VECTORS.checkpoints)(
    'are signed and opened by their keys: $origin',
    ({ signerKey, verifierKey, note, ...checkpoint }) => {
      const signer = NoteSignerKey.parse(signerKey)!;
      expect(printVerifierKey(signer.verifier)).toBe(verifierKey);
      expect(signCheckpoint(checkpoint, signer)).toBe(note);
      expect(openCheckpoint(note, parseVerifierKey(verifierKey)!)).toEqual(checkpoint);
    },
  );

  it.each(VECTORS.checkpoints)(
    'are read by the words of the specification alone: $origin',
    ({ verifierKey, note, origin, size, root }) => {
      const [text = '', signatures = ''] = note.split('\n\n');
      const key = Buffer.from(verifierKey.split('+').slice(2).join('+'), 'base64');
      const line = Buffer.from(signatures.split(' ')[2]!.trim(), 'base64');
      const id = createHash('sha256').update(`${origin}\n`).update(key).digest().subarray(0, 4);
      expect(line.subarray(0, 4).equals(id)).toBe(true);
      const publicKey = { key: { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') }, format: 'jwk' } as const;
      expect(verify(null, Buffer.from(`${text}\n`), publicKey, line.subarray(4))).toBe(true);
      expect(text.split('\n')).toEqual([origin, String(size), root]);
    },
  );
});
