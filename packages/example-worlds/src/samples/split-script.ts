/**
 * A MySQL client script as texts that a server understands: `DELIMITER` is a command of the client, and the statements
 * under another delimiter (triggers, procedures) come one by one.
 */
export function* splitMysqlScript(script: string): Generator<string> {
  let delimiter = ';';
  let lines: string[] = [];
  for (const line of script.split('\n')) {
    const next = /^DELIMITER\s+(\S+)\s*$/u.exec(line)?.[1];
    if (next !== undefined) {
      yield* statements(lines.join('\n'), delimiter);
      [delimiter, lines] = [next, []];
    } else lines.push(line);
  }
  yield* statements(lines.join('\n'), delimiter);
}

function statements(text: string, delimiter: string): readonly string[] {
  const parts = delimiter === ';' ? [text] : text.split(delimiter);
  return parts.filter((part) => part.trim() !== '');
}

/** A step of a `psql` script: statements, or the rows of a `COPY … FROM stdin`. */
export type PostgresStep = { readonly sql: string } | { readonly copy: string; readonly rows: string };

/**
 * A `psql` script as steps that a server understands. Left out: commands of the client, the creation of the database
 * itself, and ownership, which would need a role of that name.
 */
export function* splitPostgresScript(script: string): Generator<PostgresStep> {
  let lines: string[] = [];
  let copy: string | undefined;
  for (const line of script.split('\n')) {
    if (copy !== undefined) {
      if (line !== '\\.') lines.push(line);
      else {
        yield { copy, rows: lines.map((row) => `${row}\n`).join('') };
        [copy, lines] = [undefined, []];
      }
    } else if (/^COPY .* FROM stdin;$/u.test(line)) {
      yield { sql: lines.join('\n') };
      [copy, lines] = [line, []];
    } else if (!OF_THE_CLIENT.test(line)) lines.push(line);
  }
  yield { sql: lines.join('\n') };
}

const OF_THE_CLIENT =
  /^(?:\\|DROP DATABASE|CREATE DATABASE|CREATE OR REPLACE PROCEDURAL LANGUAGE|(?:REVOKE|GRANT) ALL ON SCHEMA|ALTER .* OWNER TO )/u;
