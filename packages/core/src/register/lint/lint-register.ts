import type { Register } from '../register.js';
import { missingBasis, missingCondition, overlongCanvassing, vagueRetention } from './activity-rules.js';
import { contradictions } from './contradictions.js';
import { unsaidHealthTerm } from './health-rules.js';
import { type LintRule, REGISTER_LINTS, type RegisterLint, type RegisterLintId } from './lint.js';
import {
  deniedRegister,
  excludedProxy,
  missingOfficer,
  narrowPortability,
  noElectronicChannel,
  omittedRights,
  systematicIdentityCopy,
} from './policy-rules.js';
import { unnamedRecipients, unsafeTransfers } from './recipient-rules.js';

const RULES: Readonly<Record<RegisterLintId, LintRule>> = {
  ID_SYSTEMATIC: systematicIdentityCopy,
  PROXY_EXCLUDED: excludedProxy,
  NO_ECHANNEL: noElectronicChannel,
  DPO_MISSING: missingOfficer,
  RIGHT_OMITTED: omittedRights,
  PORT_NARROW: narrowPortability,
  REGISTER_DENIED: deniedRegister,
  CONTRADICTION: contradictions,
  BASIS_MISSING: missingBasis,
  ART9_NO_CONDITION: missingCondition,
  HEALTH_TERM_UNSAID: unsaidHealthTerm,
  RECIPIENT_UNNAMED: unnamedRecipients,
  TRANSFER_NO_SAFEGUARD: unsafeTransfers,
  RET_VAGUE: vagueRetention,
  RET_GUIDANCE: overlongCanvassing,
};

/**
 * Everything in a register that is not as the GDPR wants it (PRF-04), lint after lint. Follows from what the register states: two
 * registers that state the same get the same lints, and a fact that is only assumed satisfies none.
 */
export function lintRegister(register: Register): readonly RegisterLint[] {
  return (Object.keys(RULES) as RegisterLintId[]).flatMap((id) =>
    RULES[id](register).map((finding) => ({ id, ...REGISTER_LINTS[id], ...finding })),
  );
}
