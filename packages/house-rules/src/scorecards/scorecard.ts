import type { Conformance, Facts, RestFacts } from './facts.js';
import { conformanceText, countOf, escaped, shareText, table, versionsText } from './texts.js';

/** The scorecard of one connector, for its README, as Markdown. */
export function scorecard(facts: Facts): string {
  const rows = [
    ['', ''],
    ['connector', facts.manifest.version],
    ...facts.manifest.systems.map((system) => [escaped(system.name), versionsText(system)]),
    ...(facts.rest === undefined ? [['found by, fields', 'what the data map says']] : restRows(facts.rest)),
    ['known gaps', String(facts.gaps)],
    ...(facts.undescribed === undefined ? [] : [['specification of the vendor', undescribedText(facts.undescribed)]]),
    ['conformance', conformanceText(facts.conformance)],
  ];
  return ['## Scorecard', table(rows), ...skippedTexts(facts.conformance)].join('\n\n');
}

function restRows(rest: RestFacts): readonly (readonly string[])[] {
  const finds = rest.finds.map(({ by, mode, collections }) => `${by}: ${mode} (${collections.map(code).join(', ')})`);
  return [
    ['finds a person by', finds.map(escaped).join('<br>')],
    ['collections', String(rest.collections)],
    ['fields', `${rest.fields}, ${shareText(rest)} with a category of data`],
    ['files', rest.files.map(code).join(', ') || 'none'],
    ['authentication', code(rest.authentication)],
    ['pages', rest.pagination.map(code).join(', ') || 'none'],
    ['limits', rest.limits.map(escaped).join('; ') || 'none declared'],
  ];
}

function undescribedText(count: number): string {
  return count === 0
    ? 'compared; all its fields are described'
    : `compared; ${countOf(count, 'field')} of it [not described](undescribed.yaml)`;
}

function skippedTexts(conformance: Conformance | string): readonly string[] {
  const skipped = typeof conformance === 'string' ? [] : Object.entries(conformance.skipped);
  if (skipped.length === 0) return [];
  return ['Checks that do not apply:', skipped.map(([id, reason]) => `- ${id}: ${escaped(reason)}`).join('\n')];
}

function code(text: string): string {
  return `\`${text}\``;
}
