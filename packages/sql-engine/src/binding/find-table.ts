import { nearestWord } from '@habeas/connector-sdk';
import type { TableInfo } from '../database.js';

/** Schema and table, as a data map may name them: `shop.customer`, or `customer` in the default schema. */
export interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** The tables that exist, found by the names a data map gives them. Names have to agree letter for letter. */
export class TableCatalogue {
  readonly #byName = new Map<string, TableInfo>();
  readonly tables: readonly TableInfo[];
  readonly #defaultSchema: string;

  constructor(tables: readonly TableInfo[], defaultSchema: string) {
    this.tables = tables;
    this.#defaultSchema = defaultSchema;
    for (const table of tables) this.#byName.set(keyOf({ schema: table.schema ?? defaultSchema, name: table.name }), table);
  }

  find(written: string): TableInfo | undefined {
    for (const name of this.readings(written)) {
      const table = this.#byName.get(keyOf(name));
      if (table !== undefined) return table;
    }
    return undefined;
  }

  /** How a data map would write this table's name. */
  nameOf({ schema, name }: TableInfo): string {
    return schema === undefined || schema === this.#defaultSchema ? name : `${schema}.${name}`;
  }

  /** The table that a name which does not exist was probably meant to be. */
  nearest(written: string): string | undefined {
    return nearestWord(
      written,
      this.tables.map((table) => this.nameOf(table)),
    );
  }

  /** What a written name may mean. A dot may be part of a name, so the whole text comes first. */
  readings(written: string): readonly TableName[] {
    const dot = written.indexOf('.');
    const whole = { schema: this.#defaultSchema, name: written };
    return dot === -1 ? [whole] : [whole, { schema: written.slice(0, dot), name: written.slice(dot + 1) }];
  }
}

/** The schemas that a data map's table names mention, and the default one. */
export function schemasIn(names: readonly string[], defaultSchema: string): readonly string[] {
  const mentioned = names.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.')));
  return [...new Set([defaultSchema, ...mentioned])];
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
