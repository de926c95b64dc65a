import type { RegisterPath } from '../backing.js';
import type { Register } from '../register.js';

/** The lints of a register (PRF-04), in the order they are explained in `docs/register.md`. */
export const REGISTER_LINTS = {
  ID_SYSTEMATIC: { severity: 'warning', article: 'Art. 12(6)' },
  PROXY_EXCLUDED: { severity: 'warning', article: 'Art. 12(2)' },
  NO_ECHANNEL: { severity: 'warning', article: 'Art. 12(2)-(3), rec. 59' },
  DPO_MISSING: { severity: 'warning', article: 'Art. 13(1)(b), 37(7)' },
  RIGHT_OMITTED: { severity: 'warning', article: 'Art. 13(2)(b)-(c)' },
  PORT_NARROW: { severity: 'warning', article: 'Art. 20(1)' },
  REGISTER_DENIED: { severity: 'warning', article: 'Art. 30(1), (5)' },
  CONTRADICTION: { severity: 'warning', article: 'Art. 5(1)(a)' },
  BASIS_MISSING: { severity: 'blocking', article: 'Art. 6(1), 13(1)(c)' },
  ART9_NO_CONDITION: { severity: 'blocking', article: 'Art. 9(2)' },
  HEALTH_TERM_UNSAID: { severity: 'warning', article: 'CSP L1111-7' },
  RECIPIENT_UNNAMED: { severity: 'blocking', article: 'Art. 15(1)(c)' },
  TRANSFER_NO_SAFEGUARD: { severity: 'blocking', article: 'Art. 15(2), 46' },
  RET_VAGUE: { severity: 'blocking', article: 'Art. 13(2)(a), 15(1)(d)' },
  RET_GUIDANCE: { severity: 'warning', article: 'Art. 5(1)(e)' },
} as const satisfies Readonly<Record<string, { readonly severity: LintSeverity; readonly article: string }>>;

/** The id of a lint: stable, so that decisions about it can be kept. */
export type RegisterLintId = keyof typeof REGISTER_LINTS;

/**
 * `blocking`: an answer about the people concerned would lack something that Art. 15 demands, so a person has to look at it.
 * `warning`: the policy says what the law does not allow or recommend, and the law is followed all the same.
 */
export type LintSeverity = 'blocking' | 'warning';

/** Something in a sound register that is not as the law wants it: told to the officer only, never in a subject's report. */
export interface RegisterLint {
  readonly id: RegisterLintId;
  readonly severity: LintSeverity;
  /** What is the case, in a sentence. */
  readonly text: string;
  /** Of the GDPR, or of the law that is named. */
  readonly article: string;
  /** What the controller can do about it. */
  readonly remedy: string;
  /** Where it stands; a key that is missing is meant by the nearest one above it that is there. */
  readonly path: RegisterPath;
}

/** What a rule finds, before its lint's severity and article are added. */
export type LintFinding = Pick<RegisterLint, 'path' | 'text' | 'remedy'>;

/** Finds one kind of lint, from the facts of a register alone. */
export type LintRule = (register: Register) => readonly LintFinding[];
