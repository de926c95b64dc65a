import { CarriageNotes, type JsonObject, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import type { SqlRow } from '../database.js';
import { join, type Sql } from '../dialect/sql.js';
import { RowReader } from '../read/row-reader.js';
import { selectionOf, selectList } from '../read/selection.js';

/** Further expressions that a row carries beside its collection's fields. */
export type Extra = readonly { readonly alias: string; readonly value: Sql }[];

/** The fields of a collection in a statement, and how its rows become records. Context is left to the read. */
export interface RowSelection {
  readonly list: Sql;
  record(row: SqlRow): { readonly key: RecordKey; readonly data: JsonObject } | undefined;
}

/** Selects a collection's own fields. */
export function selectRows(collection: BoundCollection, target: string, engine: Engine, extra: Extra = []): RowSelection {
  const selection = selectionOf(collection, target, undefined, engine);
  const reader = new RowReader(selection, { notes: new CarriageNotes(), asItIs: extra.length === 0 });
  const lists = [selection.list, ...(extra.length === 0 ? [] : [selectList(extra, engine.dialect)])];
  return {
    list: join(lists, ', '),
    record: (row) => {
      const key = reader.key(row);
      return key === undefined ? undefined : { key, data: reader.data(row, key) };
    },
  };
}
