import type { NoteSignerKey, NoteVerifierKey } from './note-key.js';
import { openNote, signNote } from './signed-note.js';

/** What a log had come to: c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  /** Which log it is: the name of its key. */
  readonly origin: string;
  /** How many entries it had. */
  readonly size: number;
  /** The root of the Merkle tree (RFC 6962) over them, in base64. */
  readonly root: string;
}

const TEXT = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/u;

/** A checkpoint as a signed note. Its origin is the name of the key. */
export function signCheckpoint({ size, root }: Omit<Checkpoint, 'origin'>, signer: NoteSignerKey): string {
  return signNote(`${signer.verifier.name}\n${String(size)}\n${root}\n`, signer);
}

/** The checkpoint in a note that this key has signed for its own log; `undefined` where it is none. Extension lines are none of ours. */
export function openCheckpoint(note: string, verifier: NoteVerifierKey): Checkpoint | undefined {
  const [, origin, size, root = ''] = TEXT.exec(openNote(note, verifier) ?? '') ?? [];
  return origin === verifier.name ? { origin, size: Number(size), root } : undefined;
}
