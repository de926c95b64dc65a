/** Rights that change nothing: reading, and looking at what the server does. */
const HARMLESS = new Set([
  'USAGE',
  'SELECT',
  'SHOW VIEW',
  'SHOW DATABASES',
  'SHOW CREATE ROUTINE',
  'SHOW_ROUTINE',
  'PROCESS',
  'REPLICATION CLIENT',
  'BINLOG MONITOR',
  'SLAVE MONITOR',
  'REPLICA MONITOR',
]);

/**
 * The rights in one line of SHOW GRANTS that a reader does not need, as `INSERT on shop.*`. What this does not know is
 * counted as excess: the proof is that nothing else is there. A line that grants roles or proxies gives its text.
 */
export function excessIn(line: string): readonly string[] {
  const [, list, object] = /^GRANT (.+?) ON (?:(?:TABLE|FUNCTION|PROCEDURE|PACKAGE|PACKAGE BODY) )?(\S.*?) TO /i.exec(line) ?? [];
  if (list === undefined || object === undefined) return [];
  const rights = splitRights(list).filter((right) => !HARMLESS.has(right.toUpperCase()));
  const all = / WITH (?:.* )?GRANT OPTION/i.test(line) ? [...rights, 'GRANT OPTION'] : rights;
  return all.map((right) => `${right} on ${object.replaceAll('`', '')}`);
}

/** The roles that one line of SHOW GRANTS gives, quoted as they stand; none for a line that gives rights. */
export function rolesIn(line: string): readonly string[] {
  if (/^GRANT .+ ON .+ TO /i.test(line)) return [];
  const list = /^GRANT (.+?) TO /i.exec(line)?.[1];
  return list === undefined ? [] : list.split(/,\s*/);
}

/** `SELECT (a, b), UPDATE (c)` is two rights; the columns do not matter. */
function splitRights(list: string): readonly string[] {
  return list
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((right) => right.trim());
}
