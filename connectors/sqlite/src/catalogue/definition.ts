/**
 * The parts between the first brackets of a `CREATE` statement, split at its commas: column definitions of a table, columns
 * and expressions of an index. Quoted names, texts and inner brackets are kept whole.
 */
export function definitionParts(statement: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const [token] of statement.matchAll(TOKENS)) {
    if (token === ')') depth -= 1;
    if (depth === 0 && token === ')') return [...parts, part.trim()];
    if (depth === 1 && token === ',') {
      parts.push(part.trim());
      part = '';
    } else if (depth > 0) part += token;
    if (token === '(') depth += 1;
  }
  return parts;
}

/** Comments, quoted names and texts, and single characters. */
const TOKENS = /--[^\n]*|\/\*.*?\*\/|"(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|./gsu;

/** The expression a column is generated from, in the statement that made its table. */
export function generatedFrom(table: string, column: string): string | undefined {
  const part = definitionParts(table).find((definition) => nameAt(definition) === column);
  const start = part === undefined ? -1 : part.search(/\bAS\s*\(/iu);
  return part === undefined || start === -1 ? undefined : definitionParts(part.slice(start)).join(', ');
}

function nameAt(definition: string): string {
  const token = /^(?:"(?:[^"]|"")*"|`(?:[^`]|``)*`|'(?:[^']|'')*'|\[[^\]]*\]|[^\s("'`[]+)/u.exec(definition)?.[0] ?? '';
  const quote = token.charAt(0);
  if (!['"', '`', "'", '['].includes(quote)) return token;
  return token.slice(1, -1).replaceAll(`${quote}${quote}`, quote);
}
