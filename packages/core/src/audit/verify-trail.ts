import { EMPTY_TRAIL, type TrailHashing, type TrailHead } from './trail-entry.js';

/**
 * Why a trail does not hold.
 *
 * - `unreadable` the line is not the canonical JSON of an entry
 * - `out-of-order` an entry is missing before it, or it stands in another's place
 * - `broken-chain` it does not follow from the entry before it
 * - `changed` it is not what its hash was made of
 * - `cut-off` the trail ends before the entry that it is known to have come to
 */
export type TrailFault = 'unreadable' | 'out-of-order' | 'broken-chain' | 'changed' | 'cut-off';

/** What the verification of a trail came to. */
export type TrailVerdict =
  | { readonly holds: true; readonly entries: number; readonly head: TrailHead }
  /** `line` is the first that is wrong, from 1. */
  | { readonly holds: false; readonly fault: TrailFault; readonly line: number };

/** What a trail is verified against. */
export interface TrailExpectations {
  /** Where its first line goes on; the begin of the chain where it is missing. */
  readonly after?: TrailHead;
  /** An entry that it must contain, or end in. A chain alone cannot show that its end was cut off (security R82). */
  readonly through?: TrailHead;
}

/** Verifies an exported trail, line by line: a line that was changed, added, removed or moved is found. */
export async function verifyTrail(
  lines: AsyncIterable<string> | Iterable<string>,
  hashing: TrailHashing,
  { after = EMPTY_TRAIL, through = after }: TrailExpectations = {},
): Promise<TrailVerdict> {
  let head = after;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const next = headOf(text, head, hashing);
    if (typeof next === 'string') return { holds: false, fault: next, line };
    if (next.sequence === through.sequence && next.hash !== through.hash) return { holds: false, fault: 'changed', line };
    head = next;
  }
  if (head.sequence < through.sequence) return { holds: false, fault: 'cut-off', line: line + 1 };
  return { holds: true, entries: line, head };
}

function headOf(text: string, before: TrailHead, { canonicalJson, sha256 }: TrailHashing): TrailHead | TrailFault {
  const entry = parsed(text);
  if (entry === undefined) return 'unreadable';
  const { hash, ...hashed } = entry;
  // Compared as a whole: what a parser would forgive is a change, too.
  if (canonicalText(entry, canonicalJson) !== text || typeof hash !== 'string') return 'unreadable';
  if (hashed['sequence'] !== before.sequence + 1) return 'out-of-order';
  if (hashed['previous'] !== before.hash) return 'broken-chain';
  if (sha256(canonicalJson(hashed)) !== hash) return 'changed';
  return { sequence: before.sequence + 1, hash };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function canonicalText(value: unknown, canonicalJson: TrailHashing['canonicalJson']): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}
