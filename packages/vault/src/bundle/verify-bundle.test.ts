import { describe, expect, it } from '@jest/globals';
import { chained, type ChainedEntry, EMPTY_TRAIL, trailLine } from '@habeas/core';
import { sampleEntry } from '@habeas/core/testing';
import fc from 'fast-check';
import { canonicalJson } from '../trail/canonical-json.js';
import { signCheckpoint } from '../trail/checkpoint.js';
import { ProvenTree } from '../trail/inclusion.js';
import { MerkleTree } from '../trail/merkle-tree.js';
import { NoteSignerKey } from '../trail/note-key.js';
import { signNote } from '../trail/signed-note.js';
import { TRAIL_HASHING } from '../trail/trail-hashing.js';
import { type BundleContent, bodyOf, printBundle, statementOf } from './bundle-text.js';
import { verifyBundle } from './verify-bundle.js';

const KEY = NoteSignerKey.generate('example.test/trail');
const OTHER = NoteSignerKey.generate('example.test/trail');

function trail(): readonly ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let index = 0; index < 11; index += 1) {
    const object = { type: 'request', id: index % 2 === 0 ? 'req_1' : 'req_2' };
    const entry = { ...sampleEntry({ id: `entry-${String(index)}`, controller: 'club', object }), at: new Date(index) };
    entries.push(chained(entry, entries.at(-1) ?? EMPTY_TRAIL, TRAIL_HASHING));
  }
  return entries;
}

const LINES = trail().map((entry) => trailLine(entry, TRAIL_HASHING));

function content(wanted = (index: number) => index % 2 === 0): BundleContent {
  const [tree, proven] = [new MerkleTree(), new ProvenTree()];
  for (const [index, line] of LINES.entries()) {
    tree.add(line);
    proven.add(line, wanted(index));
  }
  const proofs = proven.proofs();
  const entries = LINES.filter((_, index) => wanted(index)).map((line, index) => ({ line, proof: proofs[index] ?? [] }));
  const checkpoint = signCheckpoint({ size: tree.size, root: tree.root().toString('base64') }, KEY);
  return { facts: { controller: { id: 'club' }, request: { id: 'req_1' } }, checkpoint, entries };
}

const faultsOf = (text: string, key = KEY): unknown =>
  verifyBundle(text, [key.verifier]).faults.map(({ fault, entry }) => (entry === undefined ? fault : [fault, entry]));

/** A bundle with something in place of what was signed, under the signature that was made before. */
function forged(change: (body: BundleContent) => BundleContent): string {
  const signature = signNote(statementOf(bodyOf(content())), KEY);
  return `${canonicalJson({ ...bodyOf(change(content())), signature })}\n`;
}

describe('an evidence bundle (LOG-05)', () => {
  it('holds with the key it was signed with, and says which and what of the trail', () => {
    const verdict = verifyBundle(printBundle(content(), KEY), [OTHER.verifier, KEY.verifier]);
    expect(verdict).toMatchObject({ faults: [], key: KEY.verifier.id, checkpoint: { size: 11 } });
    expect(verdict.content?.entries).toHaveLength(6);
  });

  it('does not hold with the key of somebody else', () => {
    expect(faultsOf(printBundle(content(), OTHER), KEY)).toEqual(['other-key']);
    expect(faultsOf(printBundle(content(), KEY), OTHER)).toEqual(['other-key', 'checkpoint-other-key']);
  });

  it('does not hold where an entry is missing, and says so', () => {
    expect(faultsOf(forged((body) => ({ ...body, entries: body.entries.toSpliced(2, 1) })))).toEqual([
      'entry-missing',
      'changed',
    ]);
  });

  it('says which entry was changed, is another request’s, was moved, or never was in the trail', () => {
    const replaced = (line: string) => (body: BundleContent) => ({ ...body, entries: body.entries.with(1, { line, proof: body.entries[1]!.proof }) }); // prettier-ignore
    const second = content().entries[1]!.line;
    expect(faultsOf(forged(replaced(second.replace('"outcome":"done"', '"outcome":"refused"'))))).toEqual(['changed', ['entry-changed', 2]]); // prettier-ignore
    expect(faultsOf(forged(replaced('no entry')))).toEqual(['changed', ['entry-changed', 2]]);
    expect(
      faultsOf(
        printBundle(
          content((index) => index < 2),
          KEY,
        ),
      ),
    ).toEqual([['entry-foreign', 2]]);
    const swapped = (body: BundleContent) => ({ ...body, entries: [body.entries[1]!, body.entries[0]!] });
    expect(faultsOf(printBundle(swapped(content()), KEY))).toEqual([['entry-moved', 2]]);
    const invented = chained({ ...trail()[2]!, outcome: 'refused' }, trail()[1]!, TRAIL_HASHING);
    expect(faultsOf(printBundle(replaced(trailLine(invented, TRAIL_HASHING))(content()), KEY))).toEqual([
      ['entry-not-in-trail', 2],
    ]);
  });

  it('does not hold where an entry has no place or tells of nothing', () => {
    for (const part of [{ sequence: 'one' }, { sequence: 1, object: null }]) {
      const line = canonicalJson({ ...part, hash: TRAIL_HASHING.sha256(canonicalJson(part)) });
      expect(faultsOf(printBundle({ ...content(), entries: [{ line, proof: [] }] }, KEY))).not.toEqual([]);
    }
  });

  it('cannot be a checkpoint, nor a checkpoint a bundle', () => {
    const { checkpoint } = content();
    const text = `${canonicalJson({ ...bodyOf(content()), signature: checkpoint })}\n`;
    expect(faultsOf(text)).toEqual(['other-key']);
    expect(faultsOf(printBundle({ ...content(), checkpoint: signNote(statementOf(bodyOf(content())), KEY) }, KEY))).toEqual(['checkpoint-other-key']); // prettier-ignore
  });

  it.each(['', '{}', '[]', 'null', '{', '{"format":"habeas-evidence-bundle/1"}\n', '{"n":1e999}\n', '{"a":"\\ud800"}\n'])(
    'is not readable where it is none: %j',
    (text) => {
      expect(faultsOf(text)).toEqual(['unreadable']);
    },
  );

  it('is not readable with anything beside what it has', () => {
    const value = JSON.parse(printBundle(content(), KEY)) as Readonly<Record<string, unknown>>;
    for (const change of [
      { more: 1 },
      { entries: {} },
      { entries: [1] },
      { entries: [{ line: 'x', proof: 'y' }] },
      { entries: [{ line: 'x', proof: [], more: 1 }] },
      { facts: [] },
    ]) {
      expect(faultsOf(`${canonicalJson({ ...value, ...change })}\n`)).toEqual(['unreadable']);
    }
  });

  it('does not hold after any change of any byte', () => {
    const text = printBundle(content(), KEY);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), (place, insert) => {
        const changed = text.slice(0, place) + insert + text.slice(place + 1);
        fc.pre(changed !== text);
        expect(faultsOf(changed)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
