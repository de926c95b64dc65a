import type { ActivityFacts, FieldFacts, RecordFacts } from './facts.js';
import { isPortable, isPromised, isVoluntary, missingTerms, portabilityTerms, type PortabilityTerms } from './portable.js';
import type { MissingFact, PortabilityReason, ScopeDecision, ScopeVerdict } from './scope-decision.js';

type PortabilityDecision = ScopeDecision<PortabilityReason>;

/**
 * Decides whether a field is part of the archive of Art. 20 GDPR. What the statute covers is (PRT-01); what the policy promises
 * beyond it is as well, and a narrower policy takes nothing away (PRT-03); what the controller adds is labelled so (PRT-04).
 * Somebody else's data stay in where the subject gave them for a use of their own (PRT-06). What is not known is not guessed, but
 * where it could make no difference the decision stands. It reads facts and changes nothing, at the source or in the record (PRT-05, PRT-07).
 */
export function decidePortability(field: FieldFacts, { activity, nature }: RecordFacts): PortabilityDecision {
  if (activity === undefined) return undetermined(['activity']);
  return outOfQuestion(field, activity, nature) ?? ofOthers(field, byTerms(field, activity));
}

function outOfQuestion(
  { ruling }: FieldFacts,
  activity: ActivityFacts,
  nature: RecordFacts['nature'],
): PortabilityDecision | undefined {
  if (activity.role === 'processor') return decision('exclude', 'processor');
  if (ruling === 'redact') return decision('exclude', 'redacted');
  if (activity.automated === false) return decision('exclude', 'paper');
  if (nature === 'consultation-log') return decision('exclude', 'not-given-by-subject');
  return nature === 'mention-only' && ruling === undefined ? decision('review', 'mention-only') : undefined;
}

function byTerms(field: FieldFacts, activity: ActivityFacts): PortabilityDecision {
  const terms = portabilityTerms(field, activity);
  const covered = isPortable(terms);
  const promised = isPromised(field, activity);
  if (covered === true) return decision('include', terms.special === true ? 'portable-special' : 'portable');
  if (promised === true) return decision('include', 'portable-by-policy');
  const added = isVoluntary(terms, activity);
  if ([covered, promised, added].includes(undefined)) return undetermined(missingTerms(terms, field, activity));
  return added === true ? decision('include', 'voluntary') : decision('exclude', whyNot(terms, field, activity));
}

/** The first condition of Art. 20(1) that is not fulfilled. */
function whyNot({ origin, special }: PortabilityTerms, field: FieldFacts, { bases }: ActivityFacts): PortabilityReason {
  if (origin === false) return field.origin === 'third_party' ? 'from-elsewhere' : 'derived';
  if (special === true) return 'article-9';
  return bases.every((basis) => basis === 'public_task') ? 'public-task' : 'basis';
}

/** Whose data it is matters only for what would be handed over (PRT-06; Art. 20(4) GDPR). */
function ofOthers({ thirdParty, unclassified, ownUse, ruling }: FieldFacts, decided: PortabilityDecision): PortabilityDecision {
  if (decided.verdict !== 'include' || ruling === 'disclose') return decided;
  if (unclassified === true) return decision('review', 'unclassified');
  if (thirdParty !== true || ownUse === true) return decided;
  return decision(ownUse === false ? 'exclude' : 'review', 'third-party-data');
}

function decision(verdict: ScopeVerdict, reason: PortabilityReason): PortabilityDecision {
  return { verdict, reason };
}

function undetermined(missing: readonly MissingFact[]): PortabilityDecision {
  return { verdict: 'undetermined', reason: 'facts-missing', missing };
}
