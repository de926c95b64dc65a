import { parseRetention, type RetentionText } from '../retention/parse-rule.js';
import type { RetentionRule } from '../retention/rule.js';

/** A rule whose text is known to be right. Throws its faults where it is not. */
export function retentionRule(text: RetentionText, parameters?: Readonly<Record<string, string>>): RetentionRule {
  const parsed = parseRetention(text, parameters);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.rule;
}
