import { nameWords } from '@habeas/connector-sdk';
import { Refused } from '../request/refused.js';

/**
 * Why something is not shown: a closed list (Art. 15(4) and rec. 63 GDPR; C-579/21 for staff). That data are "the property of the
 * controller" is no ground and has no code (TPD-05).
 */
export const REDACTION_REASONS = [
  'third_party',
  'secrecy_of_correspondence',
  'trade_secret',
  'intellectual_property',
  'staff_identity',
] as const;

/** See {@link REDACTION_REASONS}. */
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/** Whose secret or work it is, and what its disclosure would do to them. The subject gets to read both. */
export interface ProtectedInterest {
  readonly holder: string;
  readonly why: string;
}

/** The grounds of a redaction. A trade secret and intellectual property name the holder and why (TPD-05). */
export type RedactionGrounds =
  | { readonly reason: 'third_party' | 'secrecy_of_correspondence' | 'staff_identity' }
  | { readonly reason: 'trade_secret' | 'intellectual_property'; readonly interest: ProtectedInterest };

/** Who decided, and when. */
export interface Decider {
  /** The member of staff, by id. */
  readonly by: string;
  /** Whether they are a data protection officer of this controller. */
  readonly isDpo: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Words that say whose something is, and nothing of what its disclosure would do. */
const OWNERSHIP = new Set(
  (
    'a and are as belong belongs by company controller data de des donnees du elle en est et exclusive exclusively exclusif for is it la le les ' +
    'notre nos nous of organisation our ours own owned owner owners ownership property proprietaire proprietary propriete responsable sa ses ' +
    'societe sole son sont the these this to traitement treatment us we appartenant appartiennent appartient entreprise leur leurs'
  ).split(' '),
);

/**
 * Refuses grounds that do not hold, with what is missing: a trade secret or intellectual property without its holder, without a
 * reason beyond ownership, or decided by anybody but a data protection officer (rec. 63 GDPR; TPD-05).
 */
export function requireGrounds(grounds: RedactionGrounds, decider: Decider): void {
  if (decider.by.trim() === '') throw invalid('A redaction names who decided it.');
  if (grounds.reason !== 'trade_secret' && grounds.reason !== 'intellectual_property') return;
  if (!decider.isDpo) throw invalid('Only a data protection officer redacts for a trade secret or intellectual property.');
  const { holder, why } = grounds.interest;
  if (holder.trim() === '') throw invalid('Whose secret or work is it? Name the holder.');
  if (saysOwnershipOnly(why, holder)) {
    throw invalid('Say what its disclosure would do to the holder: that it is the property of the controller is no ground.');
  }
}

function saysOwnershipOnly(why: string, holder: string): boolean {
  const holders = new Set(nameWords(holder));
  return nameWords(why).every((word) => OWNERSHIP.has(word) || holders.has(word));
}

function invalid(message: string): Refused {
  return new Refused('INVALID_INPUT', message);
}
