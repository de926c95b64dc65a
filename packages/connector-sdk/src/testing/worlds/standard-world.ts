import type { Ability } from '../scenario.js';
import type { World } from '../world.js';
import { holdingTables } from './holdings.js';
import { documentTable, oddNameTable, oddValueTable } from './odd-values.js';
import { peopleTables } from './people.js';
import { STANDARD_DATA_MAP } from './standard-data-map.js';
import { generatedRows, table } from './table.js';

/** Somebody who owns a known number of rows of `piece`. */
export interface Owner {
  readonly person: number;
  readonly pieces: number;
}

const FIRST_OWNER = 201;

/** People with no row, one, and as many as fill batches not quite, exactly, and by one too many. */
export function pieceOwners(batchSize: number): readonly Owner[] {
  const counts = [0, 1, batchSize - 1, batchSize, batchSize + 1, 2 * batchSize, 3 * batchSize + 1];
  return [...new Set(counts)].map((pieces, index) => ({ person: FIRST_OWNER + index, pieces }));
}

/** The world that most checks run in: few rows of many shapes. What the product cannot store is left out. */
export function standardWorld(batchSize: number, missing: ReadonlySet<Ability>): World {
  const owners = pieceOwners(batchSize);
  return {
    name: 'standard',
    tables: [
      ...peopleTables(owners.map(({ person }) => person)),
      ...holdingTables(),
      documentTable(),
      oddValueTable(missing),
      oddNameTable(),
      pieceTable(owners),
    ],
    dataMap: STANDARD_DATA_MAP,
  };
}

/** The owners' rows in turns, so that no person's stand together. */
function pieceTable(owners: readonly Owner[]): World['tables'][number] {
  const most = Math.max(...owners.map(({ pieces }) => pieces));
  const turns = Array.from({ length: most }, (_, turn) =>
    owners.filter(({ pieces }) => pieces > turn).map(({ person }) => person),
  );
  const inTurns = turns.flat();
  return table(
    'piece',
    { id: 'integer', person_id: 'integer', body: 'text' },
    generatedRows(inTurns.length, (index) => [index + 1, inTurns[index] as number, `piece ${String(index + 1)}`]),
    { indexes: [['person_id']] },
  );
}
