import type { JsonObject } from '@habeas/connector-sdk';
import { canonicalJson } from '../trail/canonical-json.js';
import { type Checkpoint, openCheckpoint } from '../trail/checkpoint.js';
import { isIncluded } from '../trail/inclusion.js';
import type { NoteVerifierKey } from '../trail/note-key.js';
import { openNote } from '../trail/signed-note.js';
import { TRAIL_HASHING } from '../trail/trail-hashing.js';
import { BUNDLE_FORMAT, bodyOf, type BundleContent, type ProvenEntry, readStatement, statementOf } from './bundle-text.js';

/**
 * Why a bundle does not hold.
 *
 * - `unreadable` it is not the canonical text of a bundle: already one blank more makes it another
 * - `other-key` none of the keys has signed it, or the signature was changed
 * - `changed` what it says is not what was signed
 * - `entry-missing` it has fewer entries than were signed, or more
 * - `checkpoint-other-key` none of the keys has signed the checkpoint of the trail in it
 * - `entry-changed` an entry is not what its hash was made of
 * - `entry-foreign` an entry is about another request
 * - `entry-moved` an entry does not come after the one before it
 * - `entry-not-in-trail` an entry is not proved to be in the trail that was signed
 */
export type BundleFault =
  | 'unreadable'
  | 'other-key'
  | 'changed'
  | 'entry-missing'
  | 'checkpoint-other-key'
  | 'entry-changed'
  | 'entry-foreign'
  | 'entry-moved'
  | 'entry-not-in-trail';

/** One fault, and at which entry, from 1. */
export interface BundleFinding {
  readonly fault: BundleFault;
  readonly entry?: number;
}

/** What the verification of a bundle came to. */
export interface BundleVerdict {
  /** None: it holds. */
  readonly faults: readonly BundleFinding[];
  readonly content?: BundleContent;
  /** What the trail had come to, where that is signed. */
  readonly checkpoint?: Checkpoint;
  /** The id of the key that it is signed with. */
  readonly key?: string;
}

/** Re-reads an evidence bundle, with nothing but the public keys of the trail, and finds what is not as it was signed (LOG-05). */
export function verifyBundle(text: string, keys: readonly NoteVerifierKey[]): BundleVerdict {
  const read = parsed(text);
  if (read === undefined) return { faults: [{ fault: 'unreadable' }] };
  const { signature, ...content } = read;
  const checkpoint = keys.map((key) => openCheckpoint(content.checkpoint, key)).find((opened) => opened !== undefined);
  const signed = signatureFaults(content, signature, keys);
  const faults = [
    ...signed.faults,
    ...(checkpoint === undefined ? [{ fault: 'checkpoint-other-key' } as const] : []),
    ...entryFaults(content, checkpoint),
  ];
  return {
    faults,
    content,
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(signed.key === undefined ? {} : { key: signed.key }),
  };
}

function signatureFaults(
  content: BundleContent,
  signature: string,
  keys: readonly NoteVerifierKey[],
): { readonly faults: readonly BundleFinding[]; readonly key?: string } {
  const key = keys.find((each) => openNote(signature, each) !== undefined);
  const text = key === undefined ? undefined : openNote(signature, key);
  const said = text === undefined ? undefined : readStatement(text);
  if (key === undefined || said === undefined) return { faults: [{ fault: 'other-key' }] };
  const faults: BundleFinding[] = [];
  if (said.entries !== content.entries.length) faults.push({ fault: 'entry-missing' });
  if (statementOf(bodyOf(content)) !== text) faults.push({ fault: 'changed' });
  return { faults, key: key.id };
}

function entryFaults({ facts, entries }: BundleContent, checkpoint: Checkpoint | undefined): readonly BundleFinding[] {
  const request = requestIn(facts);
  let last = 0;
  return entries.flatMap((entry, index) => {
    const read = entryIn(entry);
    if (read === undefined) return [{ fault: 'entry-changed', entry: index + 1 } as const];
    const faults: BundleFault[] = [];
    if (read.request !== request) faults.push('entry-foreign');
    if (read.sequence <= last) faults.push('entry-moved');
    last = Math.max(last, read.sequence);
    if (checkpoint !== undefined && !isProved(entry, read.sequence, checkpoint)) faults.push('entry-not-in-trail');
    return faults.map((fault) => ({ fault, entry: index + 1 }));
  });
}

function isProved({ line, proof }: ProvenEntry, sequence: number, { size, root }: Checkpoint): boolean {
  return isIncluded(line, { index: sequence - 1, size, root }, proof);
}

/** Of which request an entry says something, and where it stands in the trail; `undefined` where it is not what was hashed. */
function entryIn({ line }: ProvenEntry): { readonly request: string; readonly sequence: number } | undefined {
  const entry = jsonObject(line);
  if (entry === undefined || canonicalText(entry) !== line) return undefined;
  const { hash, ...hashed } = entry;
  if (TRAIL_HASHING.sha256(canonicalJson(hashed)) !== hash) return undefined;
  const { controller, object, sequence } = hashed;
  const { type, id } = (typeof object === 'object' && object !== null ? object : {}) as Readonly<Record<string, unknown>>;
  if (typeof sequence !== 'number') return undefined;
  return { request: JSON.stringify([controller, type, id]), sequence };
}

function requestIn(facts: JsonObject): string {
  const named = facts as { readonly controller?: { readonly id?: unknown }; readonly request?: { readonly id?: unknown } };
  return JSON.stringify([named.controller?.id, 'request', named.request?.id]);
}

function parsed(text: string): (BundleContent & { readonly signature: string }) | undefined {
  const value = jsonObject(text);
  if (value === undefined || `${canonicalText(value) ?? ''}\n` !== text) return undefined;
  const { format, facts, checkpoint, entries, signature, ...rest } = value;
  const isOurs =
    format === BUNDLE_FORMAT && typeof checkpoint === 'string' && typeof signature === 'string' && isObject(facts) && areEntries(entries); // prettier-ignore
  return isOurs && Object.keys(rest).length === 0
    ? { facts: facts as JsonObject, checkpoint, entries: entries as readonly ProvenEntry[], signature }
    : undefined;
}

function areEntries(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => isObject(each) && isEntry(each));
}

function isEntry({ line, proof, ...rest }: Readonly<Record<string, unknown>>): boolean {
  const isProof = Array.isArray(proof) && proof.every((each) => typeof each === 'string');
  return typeof line === 'string' && isProof && Object.keys(rest).length === 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function canonicalText(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}
