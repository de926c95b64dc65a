import { parseAnchors, parseLength, parseTerm, type TermText } from './parse-term.js';
import { OVERRIDE_GROUNDS, type ConditionalOverride, type Override, type StatutoryOverride } from './rule.js';
import type { RuleFaults } from './rule-faults.js';

/** An override as a register writes it (RET-01). */
export interface OverrideText extends TermText {
  readonly ground: string;
  readonly law?: string;
  readonly when?: string;
  readonly until?: string;
}

/** Reads the overrides of a rule (RET-01). A statutory one names its law and a period; the others say when they apply. */
export function parseOverrides(texts: readonly OverrideText[], faults: RuleFaults): readonly Override[] {
  return texts.flatMap((text, index) => {
    const override = parseOverride(text, faults.under(`overrides[${String(index)}]`));
    return override === undefined ? [] : [override];
  });
}

function parseOverride(text: OverrideText, faults: RuleFaults): Override | undefined {
  const ground = faults.oneOf('ground', text.ground, OVERRIDE_GROUNDS);
  if (ground === undefined) return undefined;
  return ground === 'legal_obligation' ? parseStatutory(text, faults) : parseConditional(ground, text, faults);
}

function parseStatutory(text: OverrideText, faults: RuleFaults): StatutoryOverride | undefined {
  const { law = '', when, until } = text;
  if (law.trim() === '') faults.add('law', 'A legal obligation is named with its law (RET-05).');
  if (when !== undefined || until !== undefined) faults.add('when', 'A legal obligation applies always, and for a period.');
  if (text.period === undefined) faults.add('period', 'A legal obligation lasts for a period.');
  const beginning = parseAnchors(text, faults);
  const length = parseLength(text.period, faults);
  return length === undefined
    ? undefined
    : { ground: 'legal_obligation', law, combine: 'later_of', ...beginning, period: length.period };
}

function parseConditional(ground: ConditionalOverride['ground'], text: OverrideText, faults: RuleFaults): ConditionalOverride {
  const { when = '', until, law } = text;
  faults.checkName('when', when);
  if (law !== undefined) faults.add('law', 'Only a legal obligation rests on a law of its own.');
  if (until !== undefined) faults.checkName('until', until);
  const { term } = parseTerm(text, faults);
  if (until !== undefined && term !== undefined) faults.add('until', 'It ends on a day or after a period, not both.');
  return { ground, when, ...(until === undefined ? {} : { until }), ...(term === undefined ? {} : { term }) };
}
