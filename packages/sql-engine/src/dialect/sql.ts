import type { SqlParam, Statement } from '../database.js';

/** A value in a piece of SQL: it is bound when the statement runs and never becomes text. */
interface Bound {
  readonly value: SqlParam;
}

/** A piece of SQL: text, and values between it. Pieces are put together with {@link sql}, so no value can slip into the text. */
export interface Sql {
  readonly pieces: readonly (string | Bound)[];
}

/** Puts pieces together: sql`${column} = ${bind(7)}`. The template's own text is the only SQL text there is, beside {@link verbatim}. */
export function sql(texts: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  const pieces: (string | Bound)[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    const part = texts[index];
    if (part !== undefined && part !== '') pieces.push(part);
    const hole = holes[index];
    if (hole !== undefined) for (const piece of hole.pieces) pieces.push(piece); // there may be more than a call takes arguments
  }
  return { pieces };
}

/** A value to be bound. */
export function bind(value: SqlParam): Sql {
  return { pieces: [{ value }] };
}

/** SQL text that a dialect made: a quoted name, a number of ours. Never anything that came from outside unquoted. */
export function verbatim(made: string): Sql {
  return { pieces: [made] };
}

/** Pieces in a row, with text between them. */
export function join(parts: readonly Sql[], separator: string): Sql {
  const pieces: (string | Bound)[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) pieces.push(separator);
    for (const piece of part.pieces) pieces.push(piece);
  }
  return { pieces };
}

/** The same, with texts that stand side by side made one: for pieces that are put into many statements. */
export function compact({ pieces }: Sql): Sql {
  const fewer: (string | Bound)[] = [];
  for (const piece of pieces) {
    const before = fewer.at(-1);
    if (typeof piece === 'string' && typeof before === 'string') fewer[fewer.length - 1] = before + piece;
    else fewer.push(piece);
  }
  return { pieces: fewer };
}

/** The condition that everything fulfils. */
export const ALWAYS: Sql = sql`1 = 1`;

/** All of the conditions. */
export function and(conditions: readonly Sql[]): Sql {
  const real = conditions.filter((condition) => condition !== ALWAYS);
  return real.length === 0 ? ALWAYS : join(real, ' AND ');
}

/** Any of the conditions, in brackets where there are several. None is what nothing fulfils. */
export function or(conditions: readonly Sql[]): Sql {
  const [only] = conditions;
  if (only === undefined) return sql`1 = 0`;
  return conditions.length === 1 ? only : sql`(${join(conditions, ' OR ')})`;
}

/** `column IN (…)`, as plain equality where there is one value. */
export function isIn(column: Sql, values: readonly Sql[]): Sql {
  const [only] = values;
  if (only === undefined) return sql`1 = 0`;
  return values.length === 1 ? sql`${column} = ${only}` : sql`${column} IN (${join(values, ', ')})`;
}

/** The statement a piece of SQL makes, with the product's placeholders: by position, counting from 1. */
export function toStatement({ pieces }: Sql, placeholder: (position: number) => string): Statement {
  const params: SqlParam[] = [];
  const parts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    params.push(piece.value);
    return placeholder(params.length);
  });
  return { text: parts.join(''), params };
}
