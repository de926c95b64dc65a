import type { Wording } from '../wording/wording.js';
import { parseOverrides, type OverrideText } from './parse-override.js';
import { parseTerm, type TermText } from './parse-term.js';
import { ENDINGS, type RetentionRule } from './rule.js';
import { RuleFaults, type RuleFault } from './rule-faults.js';

/** A rule as a register writes it (RET-01). */
export interface RetentionText extends TermText {
  readonly while_open?: string;
  readonly then?: string;
  readonly criterion?: Wording;
  readonly overrides?: readonly OverrideText[];
  readonly quote?: string;
  readonly titles?: Readonly<Record<string, Wording>>;
}

/** A rule, or everything that is wrong with its text. */
export type ParsedRule =
  { readonly ok: true; readonly rule: RetentionRule } | { readonly ok: false; readonly faults: readonly RuleFault[] };

/**
 * Reads a rule (RET-01). `${name}` for a period takes a parameter of the controller's profile. Nothing is repaired and nothing
 * assumed: a text that says too little or two things is refused with all its faults.
 */
export function parseRetention(text: RetentionText, parameters: Readonly<Record<string, string>> = {}): ParsedRule {
  const faults = new RuleFaults(parameters);
  const term = parseTerm(text, faults);
  const overrides = parseOverrides(text.overrides ?? [], faults);
  const then = text.then === undefined ? undefined : faults.oneOf('then', text.then, ENDINGS);
  if (text.while_open !== undefined) faults.checkName('while_open', text.while_open);
  if (then === 'archive' && !overrides.some(({ ground }) => ground === 'legal_obligation')) {
    faults.add('then', 'What is archived needs an override by legal_obligation that says until when, and by which law.');
  }
  if (faults.found.length > 0) return { ok: false, faults: faults.found };
  return { ok: true, rule: { ...term, ...wordsOf(text), ...(then === undefined ? {} : { then }), overrides } };
}

function wordsOf({ while_open: whileOpen, criterion, quote, titles = {} }: RetentionText): Omit<RetentionRule, 'overrides'> {
  return {
    ...(whileOpen === undefined ? {} : { whileOpen }),
    ...(criterion === undefined ? {} : { criterion }),
    ...(quote === undefined ? {} : { quote }),
    titles,
  };
}
