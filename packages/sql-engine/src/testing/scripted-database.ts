import type { PlannedScan, ReadOnlyProof, SqlDatabase, SqlProduct, SqlRow, Statement, TableInfo } from '../database.js';

/** What a database answers. */
export interface Script {
  readonly product?: SqlProduct;
  readonly tables: readonly TableInfo[];
  /** The rows a statement gives, in batches; none by default. An error is thrown. */
  readonly rows?: (statement: Statement) => readonly (readonly SqlRow[])[];
  readonly scans?: (statement: Statement) => readonly PlannedScan[];
  readonly proof?: ReadOnlyProof;
}

/** A database that answers from a script and remembers what it was asked. */
export interface ScriptedDatabase extends SqlDatabase {
  readonly asked: readonly Statement[];
}

/** A database for tests that have none: to see which statements the engine writes for a product, and what it makes of rows. */
export function scriptedDatabase({
  product = 'mysql',
  tables,
  rows = () => [],
  scans = () => [],
  proof,
}: Script): ScriptedDatabase {
  const asked: Statement[] = [];
  const answer = (statement: Statement): readonly (readonly SqlRow[])[] => {
    asked.push(statement);
    // the engine uses rows up, so it gets its own
    return rows(statement).map((batch) => batch.map((row) => ({ ...row })));
  };
  return {
    product,
    system: `${product} of a script`,
    defaultSchema: 'shop',
    asked,
    tables: () => Promise.resolve(tables),
    query: async (statement) => Promise.resolve(answer(statement).flat()),
    async *stream(statement) {
      for (const batch of answer(statement)) yield await Promise.resolve(batch);
    },
    scans: async (statement) => Promise.resolve(scans(statement)),
    readOnlyProof: () => Promise.resolve(proof ?? { level: 'proved', excess: [] }),
    close: () => Promise.resolve(),
  };
}
