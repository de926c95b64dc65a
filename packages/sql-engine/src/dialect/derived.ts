const LOWER = /^(?:lower|lcase)\((?:b?trim\()?@\)?\)$/iu;
const DIGITS = /^regexp_replace\(@,'(?:\[\^0-9\]|\\D|\[\^\[:digit:\]\]|\[\^\\d\])\+?',''(?:,'g')?\)$/iu;

/**
 * Whether an expression, as a catalogue prints it, is the lower case or the digits of a column. Products print the same
 * expression in several ways: with casts, quotes, character set introducers and brackets, all of which change nothing.
 */
export function derivationOf(expression: string, column: string): 'lower' | 'digits' | undefined {
  const plain = withoutBrackets(columnAsAt(withoutNoise(expression), column));
  if (LOWER.test(plain)) return 'lower';
  // \D and \d differ, so the pattern is compared as it stands
  return DIGITS.test(plain) && !/'\\d\+?'/u.test(plain) ? 'digits' : undefined;
}

function withoutNoise(expression: string): string {
  return expression
    .replaceAll("\\'", "'")
    .replace(/_(?:utf8mb4|utf8mb3|utf8|latin1)(?=')/giu, '')
    .replace(/::(?:character varying|text|varchar|bpchar)(?:\(\d+\))?/giu, '')
    .replace(/\s+(?:charset|character set)\s+\w+/giu, '')
    .replace(/\s+/gu, '');
}

function columnAsAt(expression: string, column: string): string {
  const name = column.replace(/\s+/gu, '');
  for (const [open, close] of ['``', '""', '[]'] as const) {
    expression = expression.replaceAll(`${String(open)}${name}${String(close)}`, '@');
  }
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return expression.replace(new RegExp(`(?<![\\w'@])${escaped}(?![\\w('])`, 'giu'), '@');
}

function withoutBrackets(expression: string): string {
  const bare = expression.replace(/(?<!\w)\(@\)/gu, '@');
  const inner = /^\((.*)\)$/u.exec(bare)?.[1] ?? bare;
  const next = isBalanced(inner) ? inner : bare;
  return next === expression ? expression : withoutBrackets(next);
}

function isBalanced(expression: string): boolean {
  let depth = 0;
  for (const character of expression) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
