import type { JsonObject } from '@habeas/connector-sdk';
import { canonicalJson } from '../trail/canonical-json.js';
import type { InclusionProof } from '../trail/inclusion.js';
import type { NoteSignerKey } from '../trail/note-key.js';
import { signNote } from '../trail/signed-note.js';
import { TRAIL_HASHING } from '../trail/trail-hashing.js';

/** What every evidence bundle begins with: another form is another name. */
export const BUNDLE_FORMAT = 'habeas-evidence-bundle/1';

/** One entry of the trail, with the proof that it is in it. */
export interface ProvenEntry {
  /** Of the exported trail, word by word. */
  readonly line: string;
  readonly proof: InclusionProof;
}

/** What an evidence bundle says (LOG-05): facts of one request, its entries of the trail, and the checkpoint that they are proved by. */
export interface BundleContent {
  readonly facts: JsonObject;
  readonly checkpoint: string;
  readonly entries: readonly ProvenEntry[];
}

/**
 * An evidence bundle as its file: one line of canonical JSON (RFC 8785), signed with the key of the trail. The signature says how many
 * entries there are and what all of it hashes to; its text cannot be taken for a checkpoint's, whose first line is the name of a key.
 */
export function printBundle(content: BundleContent, signer: NoteSignerKey): string {
  const body = bodyOf(content);
  return `${canonicalJson({ ...body, signature: signNote(statementOf(body), signer) })}\n`;
}

/** What is signed. */
export interface BundleBody extends BundleContent {
  readonly format: string;
}

/** See {@link BundleBody}. */
export function bodyOf({ facts, checkpoint, entries }: BundleContent): BundleBody {
  return { format: BUNDLE_FORMAT, facts, checkpoint, entries };
}

/** The text that the signature of a bundle is about. */
export function statementOf(body: BundleBody): string {
  const digest = TRAIL_HASHING.sha256(canonicalJson(body));
  return `${STATEMENT}\n${String(body.entries.length)}\n${digest}\n`;
}

const STATEMENT = 'habeas evidence bundle 1';

/** What such a text says; `undefined` where it is another. */
export function readStatement(text: string): { readonly entries: number; readonly digest: string } | undefined {
  const [, entries, digest] = /^habeas evidence bundle 1\n(\d{1,9})\n([0-9a-f]{64})\n$/u.exec(text) ?? [];
  return entries === undefined || digest === undefined ? undefined : { entries: Number(entries), digest };
}
