import type { Identifier } from '@habeas/connector-sdk';
import type { Sql } from '../dialect/sql.js';

/** A condition that finds identifiers in a column, given the table's alias; `undefined` where none of them can stand there. */
export type Condition = (alias: string, identifiers: readonly Identifier[]) => Sql | undefined;

/** The ways into a column. */
export interface Access {
  /** Finds every spelling: through an index (`sought` is what it surely holds), or by reading every row. */
  readonly complete: { readonly by: 'index' | 'scan'; readonly where: Condition; readonly sought?: readonly string[] };
  /** Where only a scan finds every spelling: the usual ones, through an index. */
  readonly usual?: Condition;
  /** What may be the same person's under a wider key (`ann+x@` for `ann@`): asked for beside an index, where that is cheap. */
  readonly candidates?: Condition;
  /** A statement that would make an index find every spelling. */
  readonly ddl?: string;
}
