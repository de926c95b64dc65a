import type { RecordKey } from '@habeas/connector-sdk';
import type { SqlParam, Statement } from '../database.js';

/** A value in a piece of SQL: it is bound when the statement runs and never becomes text. */
interface Bound {
  readonly value: SqlParam;
}

/** A part of a key that is given when the statement is made: the number of the key among those given, and of the part in it. */
interface Open {
  readonly key: number;
  readonly part: number;
  readonly toSql: (part: KeyPart) => Sql;
}

type Piece = string | Bound | Open;
type KeyPart = RecordKey[number];

/** A piece of SQL: text, and values between it. Pieces are put together with {@link sql}, so no value can slip into the text. */
export interface Sql {
  readonly pieces: readonly Piece[];
}

/** Puts pieces together: sql`${column} = ${bind(7)}`. The template's own text is the only SQL text there is, beside {@link verbatim}. */
export function sql(texts: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  const pieces: Piece[] = [];
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

/** A part of a key that is given later: see {@link filled}. */
export function open(key: number, part: number, toSql: (part: KeyPart) => Sql): Sql {
  return { pieces: [{ key, part, toSql }] };
}

/** A piece whose open parts are those of these keys. */
export function filled({ pieces }: Sql, keys: readonly RecordKey[]): Sql {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string' || !('toSql' in piece)) whole.push(piece);
    else whole.push(...piece.toSql(keys[piece.key]?.[piece.part] ?? '').pieces);
  }
  return { pieces: whole };
}

/** SQL text that a dialect made: a quoted name, a number of ours. Never anything that came from outside unquoted. */
export function verbatim(made: string): Sql {
  return { pieces: [made] };
}

/** Pieces in a row, with text between them. */
export function join(parts: readonly Sql[], separator: string): Sql {
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) pieces.push(separator);
    for (const piece of part.pieces) pieces.push(piece);
  }
  return { pieces };
}

/** The same, with texts that stand side by side made one: for pieces that are put into many statements. */
export function compact({ pieces }: Sql): Sql {
  const fewer: Piece[] = [];
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

/** The statement a piece of SQL makes that has no open parts, with the product's placeholders: by position, counting from 1. */
export function toStatement({ pieces }: Sql, placeholder: (position: number) => string): Statement {
  const params: SqlParam[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (!('value' in piece)) throw new Error('A statement lacks a part of a key.');
    else text += placeholder(params.push(piece.value));
  }
  return { text, params };
}
