import type { ActivityFacts, FieldFacts, RecordFacts } from './facts.js';
import { anyOf } from './known.js';
import type { AccessReason, MissingFact, ScopeDecision, ScopeVerdict } from './scope-decision.js';

type AccessDecision = ScopeDecision<AccessReason>;

/**
 * Decides whether a field is part of the answer to Art. 15 GDPR (SCP-01). Whatever is held is, of every origin, on every basis,
 * however old or wrong (SCP-02) and however much (SCP-03). Left out is only what is answered by another controller (INT-07), what
 * the law does not reach (Art. 2(1)), and what a DPO has redacted; what may be somebody else's is reviewed first (SCP-06, PRT-06).
 */
export function decideAccess(field: FieldFacts, { activity, nature }: RecordFacts): AccessDecision {
  if (activity === undefined) return undetermined(['activity']);
  return beyondReach(activity) ?? afterRuling(field, nature) ?? (nature === 'consultation-log' ? inLog(field) : asHeld(field));
}

function beyondReach({ role, automated, filingSystem }: ActivityFacts): AccessDecision | undefined {
  if (role === 'processor') return decision('exclude', 'processor');
  const isReached = anyOf(automated, filingSystem);
  if (isReached === false) return decision('exclude', 'outside-filing-system');
  if (isReached === true) return undefined;
  const missing: readonly (MissingFact | false)[] = [
    automated === undefined && 'automated',
    filingSystem === undefined && 'filing-system',
  ];
  return undetermined(missing.filter((fact) => fact !== false));
}

function afterRuling({ ruling }: FieldFacts, nature: RecordFacts['nature']): AccessDecision | undefined {
  if (ruling === 'redact') return decision('exclude', 'redacted');
  return nature === 'mention-only' && ruling === undefined ? decision('review', 'mention-only') : undefined;
}

/** Dates and purposes of consultations are the subject's to know; who it was is not, unless a DPO finds it essential (SCP-05; C-579/21). */
function inLog(field: FieldFacts): AccessDecision {
  const { logPart, ruling } = field;
  if (logPart === undefined) return undetermined(['log-part']);
  switch (logPart) {
    case 'date':
    case 'purpose':
      return decision('include', 'consultation');
    case 'staff':
      return ruling === 'disclose' ? decision('include', 'consultation') : decision('mask', 'staff-masked');
    case 'other':
      return asHeld(field);
  }
}

function asHeld({ origin, thirdParty, unclassified, ownUse, ruling }: FieldFacts): AccessDecision {
  const isCleared = ruling === 'disclose';
  if (unclassified === true && !isCleared) return decision('review', 'unclassified');
  if (thirdParty === true && ownUse !== true && !isCleared) return decision('review', 'third-party-data');
  return decision('include', origin === undefined ? 'held-origin-unstated' : HELD[origin]);
}

const HELD: Readonly<Record<NonNullable<FieldFacts['origin']>, AccessReason>> = {
  provided: 'held',
  observed: 'held',
  derived: 'held-derived',
  inferred: 'held-derived',
  third_party: 'held-from-elsewhere',
};

function decision(verdict: ScopeVerdict, reason: AccessReason): AccessDecision {
  return { verdict, reason };
}

function undetermined(missing: readonly MissingFact[]): AccessDecision {
  return { verdict: 'undetermined', reason: 'facts-missing', missing };
}
