import { type LoadedConfig, bindSources } from '@habeas/configuration';
import { openDiscovery, type PlannedSearch, type Subject } from '@habeas/core';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

const COLUMNS = [
  { title: 'source' },
  { title: 'collection' },
  { title: 'reached' },
  { title: 'by' },
  { title: 'queries', align: 'right' },
  { title: 'rows to scan', align: 'right' },
  { title: 'remark' },
] as const;

/** Shows what a search would do and cost, before anybody's data is fetched. */
export async function planSearch(
  config: LoadedConfig,
  subject: Subject,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const run = openDiscovery({ sources: bindSources(config.sources), subject, signal });
  try {
    const { collections } = await run.plan();
    table(COLUMNS, collections.map(planRow)).forEach((line) => {
      terminal.out(line);
    });
    return collections.some(({ reach }) => reach === 'unreachable') ? EXIT.incomplete : EXIT.complete;
  } finally {
    await run.close();
  }
}

function planRow({ source, collection, reach, cost, reason, problem }: PlannedSearch): readonly string[] {
  const texts = [problem?.message, problem?.remedy, reason?.message, reason?.remedy];
  return [source.id, collection, reach, ...costCells(cost), texts.filter((text) => text !== undefined).join('; ')];
}

function costCells(cost: PlannedSearch['cost']): readonly [ways: string, calls: string, rows: string] {
  if (cost === undefined) return ['', '', ''];
  const lookups = cost.lookups.map(({ kind, namespace, field, mode }) => `${namespace ?? kind} in ${field} (${mode})`);
  return [
    [...lookups, ...cost.paths].join('; '),
    String(cost.calls),
    cost.rowsToScan === undefined ? '' : String(cost.rowsToScan),
  ];
}
