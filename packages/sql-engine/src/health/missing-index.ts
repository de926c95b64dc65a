import type { BoundMap } from '../binding/bound-map.js';
import { isIndexed } from '../binding/uniqueness.js';
import type { TableInfo } from '../database.js';
import type { Engine } from '../engine.js';
import type { OwnedPath } from '../read/owned-paths.js';
import type { RefusedScan } from '../scan-guard.js';

/** What to do about a scan along owned paths: nearly always, a reference's columns have no index. */
export function scanRemedy({ table, name }: RefusedScan, paths: readonly OwnedPath[], { dialect, map }: Engine): string {
  const columns = table === undefined ? undefined : unindexedReference(table, paths, map);
  if (table === undefined || columns === undefined) {
    return `Analyse "${name}", add an index for the columns it is joined by, or raise scanRowLimit.`;
  }
  return `Have a person review and run: ${dialect.ddl.index(table, columns)} Or raise scanRowLimit.`;
}

function unindexedReference(
  table: TableInfo,
  paths: readonly OwnedPath[],
  { collections }: BoundMap,
): readonly string[] | undefined {
  const references = paths.flatMap(({ steps }) => steps.flatMap((step) => step.references));
  return references
    .filter(({ from }) => {
      const collection = collections.get(from);
      return collection?.state === 'bound' && collection.table === table;
    })
    .map(({ on }) => on.map((pair) => pair.from.name))
    .find((columns) => !isIndexed(table, columns));
}
