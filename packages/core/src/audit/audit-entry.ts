import type { JsonObject } from '@habeas/connector-sdk';

/** Who did something. */
export interface Actor {
  /** `staff` is a person, `service` a program with a token, `system` the workers of this installation. */
  readonly kind: 'staff' | 'service' | 'system' | 'nobody';
  /** The id of the account, token or worker; never a name or an address. */
  readonly id: string;
}

/** One thing that happened, for those who check later. Holds no personal data: ids, kinds and counts only (security R83). */
export interface NewAuditEntry {
  readonly id: string;
  /** `*` for what concerns the whole installation. */
  readonly controller: string;
  readonly actor: Actor;
  /** A verb with its object, such as `request.open`, `session.begin`, `match.review`. */
  readonly action: string;
  /** What it was done to, by type and id. */
  readonly object: { readonly type: string; readonly id: string };
  readonly outcome: 'done' | 'refused';
  /** What else has to be known. */
  readonly details: JsonObject;
}

/** An entry as it stands in the trail. Unsequenced ones wait for their place in the chain, for a second at most (security R81). */
export interface AuditEntry extends NewAuditEntry {
  readonly at: Date;
  /** Its place in the chain, from 1. */
  readonly sequence?: number;
  /** SHA-256 over the canonical JSON (RFC 8785) of the entry with `previous`, as lower-case hexadecimal. */
  readonly hash?: string;
  readonly previous?: string;
}
