import { parsePeriod, type CalendarPeriod } from '../calendar/period.js';
import { COMBINATIONS, type Anchor, type Combination, type Term } from './rule.js';
import type { RuleFaults } from './rule-faults.js';

/** A term as a register writes it (RET-01). */
export interface TermText {
  readonly anchor?: string | readonly string[];
  readonly period?: string;
  readonly combine?: string;
}

/** A period by itself, and the parameter it comes from. */
type Length = Pick<Term, 'period' | 'parameter'>;

/** The anchors of a text and how they combine. */
type Beginning = Pick<Term, 'anchors' | 'combine'>;

/** Reads anchor and period (RET-01). Neither is no fault: then there is no term. One without the other is. */
export function parseTerm(text: TermText, faults: RuleFaults): { readonly term?: Term } {
  const beginning = parseAnchors(text, faults);
  const length = parseLength(text.period, faults);
  if (text.period === undefined && text.anchor !== undefined) faults.add('period', 'An anchor needs a period, if only P0D.');
  if (text.period !== undefined && text.anchor === undefined) faults.add('anchor', 'A period needs something to run from.');
  return beginning === undefined || length === undefined ? {} : { term: { ...beginning, ...length } };
}

/** Reads anchors (RET-01): one, or several with the word that combines them. `?` marks one that need never happen. */
export function parseAnchors({ anchor, combine }: TermText, faults: RuleFaults): Beginning | undefined {
  const texts = typeof anchor === 'string' ? [anchor] : (anchor ?? []);
  const anchors = texts.map((text) => parseAnchor(text, faults));
  if (anchor !== undefined && anchors.length === 0) faults.add('anchor', 'There is none.');
  if (anchors.every(({ optional }) => optional) && anchors.length > 0) {
    faults.add('anchor', 'One anchor at least is needed that always happens, without "?".');
  }
  const combination = parseCombination(anchors.length, combine, faults);
  return combination === undefined || anchors.length === 0 ? undefined : { anchors, combine: combination };
}

function parseAnchor(text: string, faults: RuleFaults): Anchor {
  const optional = text.endsWith('?');
  const name = optional ? text.slice(0, -1) : text;
  faults.checkName('anchor', name);
  return { name, optional };
}

function parseCombination(anchors: number, combine: string | undefined, faults: RuleFaults): Combination | undefined {
  if (combine === undefined && anchors < 2) return 'later_of';
  if (combine === undefined) faults.add('combine', 'Several anchors need later_of or earlier_of.');
  else if (anchors < 2) faults.add('combine', 'There is nothing to combine.');
  return combine === undefined ? undefined : faults.oneOf('combine', combine, COMBINATIONS);
}

/** Reads a period (RET-01), or the parameter that stands for one. */
export function parseLength(text: string | undefined, faults: RuleFaults): Length | undefined {
  if (text === undefined) return undefined;
  const parameter = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (parameter === undefined) return withPeriod(parsePeriod(text), `"${text}"`, faults);
  const value = faults.parameters[parameter];
  if (value === undefined) {
    faults.add('period', `The profile does not say what ${parameter} is.`);
    return undefined;
  }
  const length = withPeriod(parsePeriod(value), `The profile's ${parameter}`, faults);
  return length === undefined ? undefined : { ...length, parameter };
}

function withPeriod(period: CalendarPeriod | undefined, subject: string, faults: RuleFaults): Length | undefined {
  if (period !== undefined) return { period };
  faults.add('period', `${subject} is no calendar duration of ISO 8601, such as P5Y, P13M or P30D.`);
  return undefined;
}
