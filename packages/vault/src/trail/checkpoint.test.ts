import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CheckedLines } from './checked-lines.js';
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.js';
import { MerkleTree } from './merkle-tree.js';
import { isNoteName, NoteSignerKey, parseVerifierKey, printVerifierKey } from './note-key.js';
import { openNote, signNote } from './signed-note.js';

const KEY = NoteSignerKey.generate('example.test/trail');
const OTHER = NoteSignerKey.generate('example.test/trail');
const ROOT = new MerkleTree().root().toString('base64');

describe('a checkpoint', () => {
  it('is opened with the key it was signed with, and with no other', () => {
    const note = signCheckpoint({ size: 7, root: ROOT }, KEY);
    expect(note).toMatch(/^example\.test\/trail\n7\n47DEQ\S+\n\n\u2014 example\.test\/trail \S+\n$/u);
    expect(openCheckpoint(note, KEY.verifier)).toEqual({ origin: 'example.test/trail', size: 7, root: ROOT });
    expect(openCheckpoint(note, OTHER.verifier)).toBeUndefined();
    const foreign = signNote(`another.test\n7\n${ROOT}\n`, KEY);
    expect(openCheckpoint(foreign, KEY.verifier)).toBeUndefined();
  });

  it('is not opened after any change of any character of what was signed, or of the signature', () => {
    const note = signCheckpoint({ size: 20_852_163, root: ROOT }, KEY);
    const text = fc.string({ unit: 'binary', maxLength: 2 });
    fc.assert(
      fc.property(fc.nat(note.length - 1), text, (place, insert) => {
        const changed = note.slice(0, place) + insert + note.slice(place + 1);
        fc.pre(changed !== note);
        expect(openCheckpoint(changed, KEY.verifier)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['07', '-1', '7 ', '1e3', '9999999999999999', '+7', 'seven'])('has a plain size, not %j', (size) => {
    const note = signNote(`example.test/trail\n${size}\n${ROOT}\n`, KEY);
    expect(openNote(note, KEY.verifier)).toBeDefined();
    expect(openCheckpoint(note, KEY.verifier)).toBeUndefined();
  });

  it('may carry signatures of witnesses, and none of its own that is wrong', () => {
    const note = signCheckpoint({ size: 7, root: ROOT }, KEY);
    const witness = signCheckpoint({ size: 7, root: ROOT }, OTHER).split('\n\n')[1]!;
    expect(openCheckpoint(note + witness, KEY.verifier)).toMatchObject({ size: 7 });
    expect(openCheckpoint(note + witness, OTHER.verifier)).toMatchObject({ size: 7 });
    const wrong = signCheckpoint({ size: 8, root: ROOT }, KEY).split('\n\n')[1]!;
    expect(openCheckpoint(note + wrong, KEY.verifier)).toBeUndefined();
    expect(openCheckpoint(`${note}no signature\n`, KEY.verifier)).toBeUndefined();
  });
});

describe('a note', () => {
  it('is signed where it is lawful, and read where it is one', () => {
    for (const text of ['', 'no end', 'a\n\nb\n', 'a\rb\n', '\ud800\n']) expect(() => signNote(text, KEY)).toThrow('cannot be');
    for (const note of ['', '\n', 'a\n', `a\n\n${'x'.repeat(100_001)}\n`]) expect(openNote(note, KEY.verifier)).toBeUndefined();
  });
});

describe('a key for notes', () => {
  it('is read as it was printed, in both halves', () => {
    expect(NoteSignerKey.parse(KEY.print())?.print()).toBe(KEY.print());
    expect(printVerifierKey(parseVerifierKey(printVerifierKey(KEY.verifier))!)).toBe(printVerifierKey(KEY.verifier));
    expect(JSON.stringify(KEY)).not.toContain(KEY.print().split('+').at(-1));
  });

  it('is not read where anything of it is wrong', () => {
    for (const [printed, parse] of [
      [KEY.print(), NoteSignerKey.parse.bind(NoteSignerKey)],
      [printVerifierKey(KEY.verifier), parseVerifierKey],
    ] as const) {
      expect(parse(`${printed} `)).toBeUndefined();
      expect(parse(printed.replace('example', 'exbmple'))).toBeUndefined();
      expect(parse(printed.replace('example', 'ex ample'))).toBeUndefined();
      expect(parse(printed.slice(0, -4))).toBeUndefined();
      expect(parse(printed.replace(/[A-Za-z0-9+/]{44}$/u, 'AgAA'))).toBeUndefined();
      expect(parse('')).toBeUndefined();
    }
  });

  it('has a name without spaces and plus signs', () => {
    expect(['a', 'privacy.example.org/trail', 'é.example'].map(isNoteName)).toEqual([true, true, true]);
    expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\n'].map(isNoteName)).toEqual([false, false, false, false, false]);
  });
});

describe('a trail that is compared with its checkpoints', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `entry ${String(index)}`);
  const at = (size: number, of = lines): Checkpoint => {
    const tree = new MerkleTree();
    for (const line of of.slice(0, size)) tree.add(line);
    return { origin: 'example.test/trail', size, root: tree.root().toString('base64') };
  };
  const broken = async (of: readonly string[], checkpoints: readonly Checkpoint[]): Promise<unknown> => {
    const checked = new CheckedLines(checkpoints);
    const passed: string[] = [];
    for await (const line of checked.pass(of)) passed.push(line);
    expect(passed).toEqual(of);
    return checked.broken.map(({ checkpoint, fault }) => [checkpoint.size, fault]);
  };

  it('agrees with each of them, in any order', async () => {
    expect(await broken(lines, [at(9), at(0), at(4), at(4), at(1)])).toEqual([]);
  });

  it('is cut off where it ends before one', async () => {
    expect(await broken(lines.slice(0, 5), [at(4), at(6), at(9)])).toEqual([
      [6, 'cut-off'],
      [9, 'cut-off'],
    ]);
  });

  it('is rewritten where an entry is another one, however early', async () => {
    const forged = lines.with(2, 'another');
    expect(await broken(forged, [at(1), at(4), at(9), at(9, forged)])).toEqual([
      [4, 'rewritten'],
      [9, 'rewritten'],
    ]);
  });
});
