import { sign, verify } from 'node:crypto';
import type { NoteSignerKey, NoteVerifierKey } from './note-key.js';

/** A larger text is no note of ours; it would only be work. */
const MOST_CHARACTERS = 100_000;
const SIGNATURE = /^\u2014 ([^ +]+) ([A-Za-z0-9+/=]+)$/u;
const ID_BYTES = 4;
const UNLAWFUL = /[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u;

/** Signs a text that ends in a line feed and has no empty line: c2sp.org/signed-note. Throws where it is no such text. */
export function signNote(text: string, signer: NoteSignerKey): string {
  if (!text.endsWith('\n') || text.includes('\n\n') || UNLAWFUL.test(text)) throw new Error('This text cannot be a note.');
  const { name, id } = signer.verifier;
  const signature = signer.use((key) => sign(null, Buffer.from(text, 'utf8'), key));
  const line = Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64');
  return `${text}\n\u2014 ${name} ${line}\n`;
}

/**
 * The text of a note that this key has signed; `undefined` where it has not, or where a signature that claims to be its own is
 * wrong. Signatures of other keys are no matter, such as those of witnesses.
 */
export function openNote(note: string, verifier: NoteVerifierKey): string | undefined {
  const end = note.lastIndexOf('\n\n') + 1;
  if (end === 0 || note.length > MOST_CHARACTERS || !note.endsWith('\n') || UNLAWFUL.test(note)) return undefined;
  const text = note.slice(0, end);
  const verdicts = note
    .slice(end + 1, -1)
    .split('\n')
    .map((line) => verdictOn(line, Buffer.from(text, 'utf8'), verifier));
  const holds = verdicts.includes('signed') && !verdicts.includes('wrong');
  return holds ? text : undefined;
}

function verdictOn(line: string, text: Buffer, verifier: NoteVerifierKey): 'signed' | 'wrong' | 'unknown' {
  const [, name, base64 = ''] = SIGNATURE.exec(line) ?? [];
  if (name === undefined) return 'wrong';
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64) return 'wrong';
  const id = bytes.subarray(0, ID_BYTES).toString('hex');
  if (verifier.name !== name || verifier.id !== id) return 'unknown';
  return verify(null, text, verifier.key, bytes.subarray(ID_BYTES)) ? 'signed' : 'wrong';
}
