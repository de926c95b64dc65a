import type { Conformance, Facts, RestFacts } from './facts.js';

/** `10.11, tested`. */
export function versionsText({ versions, tested }: Facts['manifest']['systems'][number]): string {
  return `${escaped(versions)}, ${tested ? 'tested' : 'not tested'}`;
}

/** How many of the fields have a category, in whole percent, and never 100 % where one has none. */
export function shareText({ fields, categorised }: RestFacts): string {
  return fields === 0 ? 'none' : `${Math.floor((100 * categorised) / fields)} %`;
}

/** `44 of 52 checks apply and pass`, or why no kit is run. */
export function conformanceText(conformance: Conformance | string): string {
  if (typeof conformance === 'string') return escaped(conformance);
  return `${checksText(conformance)} checks apply and pass`;
}

/** `44 of 52`. */
export function checksText({ passed, skipped }: Conformance): string {
  return `${passed.length} of ${passed.length + Object.keys(skipped).length}`;
}

/** `1 field`, `2 fields`. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A text that may stand in a cell of a table. */
export function escaped(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

/** A table of Markdown, as Prettier would have it: the first row is its head. */
export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
