import { requireBound } from '../binding/require-bound.js';
import type { BoundCollection } from '../binding/bound-map.js';
import { and, join, sql, type Sql } from '../dialect/sql.js';
import { tableSql, type Writing } from './membership.js';
import { contextPath } from './selection.js';

/** The tables of a collection's context, joined to its rows: a row keeps coming once, also where there is nothing to show. */
export interface ContextJoins {
  readonly joins: Sql;
  /** By the references that lead there, such as `track.album`. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Joins each context reference once, however many of its fields are shown. */
export function contextJoins({ context }: BoundCollection, target: string, writing: Writing): ContextJoins {
  const { dialect } = writing;
  const aliases = new Map<string, string>();
  const joins: Sql[] = [];
  for (const { path } of context) {
    path.forEach((reference, index) => {
      const names = path.slice(0, index + 1).map(({ name }) => name);
      const id = contextPath(names);
      if (aliases.has(id)) return;
      const near = index === 0 ? target : (aliases.get(contextPath(names.slice(0, -1))) ?? target);
      const { table } = requireBound(writing.map, reference.to);
      const far = writing.aliases.of(
        table,
        reference.on.map(({ to }) => to.name),
      );
      aliases.set(id, far);
      const on = and(
        reference.on.map(({ from, to }) =>
          dialect.equals(
            { value: dialect.name(far, to.name), column: to },
            { value: dialect.name(near, from.name), column: from },
          ),
        ),
      );
      joins.push(sql` LEFT JOIN ${tableSql(table, dialect)} AS ${dialect.name(far)} ON ${on}`);
    });
  }
  return { joins: join(joins, ''), aliases };
}
