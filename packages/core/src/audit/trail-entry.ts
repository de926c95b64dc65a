import type { JsonObject } from '@habeas/connector-sdk';
import type { AuditEntry } from './audit-entry.js';

/** The place that a chain has come to: its last entry. */
export interface TrailHead {
  /** 0 before the first entry. */
  readonly sequence: number;
  readonly hash: string;
}

/** What a chain begins with. */
export const EMPTY_TRAIL: TrailHead = { sequence: 0, hash: '0'.repeat(64) };

/** How texts are made of entries, and hashes of texts: core has no cryptography of its own. */
export interface TrailHashing {
  /** Canonical JSON (RFC 8785). Throws where a value has none. */
  readonly canonicalJson: (value: unknown) => string;
  /** SHA-256 of the text in UTF-8, lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** An entry that has its place in the chain. */
export type ChainedEntry = AuditEntry & Required<Pick<AuditEntry, 'sequence' | 'previous' | 'hash'>>;

/** Gives an entry the place after `head`. */
export function chained(entry: AuditEntry, head: TrailHead, { canonicalJson, sha256 }: TrailHashing): ChainedEntry {
  const placed = { ...entry, sequence: head.sequence + 1, previous: head.hash };
  return { ...placed, hash: sha256(canonicalJson(hashedPart(placed))) };
}

/** An entry as one line of an exported trail: canonical JSON with its hash. */
export function trailLine(entry: ChainedEntry, { canonicalJson }: TrailHashing): string {
  return canonicalJson({ ...hashedPart(entry), hash: entry.hash });
}

/** What the hash is about: everything but the hash itself. Written field by field: a new one needs a new form of the chain. */
function hashedPart(entry: Omit<ChainedEntry, 'hash'>): JsonObject {
  const { id, controller, actor, action, object, outcome, details, at, sequence, previous } = entry;
  return {
    ...{ id, controller, action, outcome, details, sequence, previous },
    actor: { kind: actor.kind, id: actor.id },
    object: { type: object.type, id: object.id },
    at: at.toISOString(),
  };
}
