import { fill, listed, type Language } from '../wording/wording.js';
import { MISSING_TEXTS, SCOPE_TEXTS } from './scope-texts.js';
import type { ScopeDecision } from './scope-decision.js';

/** Why something is handed over, or is not, in one sentence for a person, with the article (SCP-01, PRT-01; Art. 12(1) GDPR). */
export function explainScope({ reason, missing = [] }: ScopeDecision, language: Language): string {
  const facts = missing.map((fact) => MISSING_TEXTS[fact][language]);
  return fill(SCOPE_TEXTS[reason], language, { missing: listed(facts, language) });
}
