import { ConnectorError, parseFaithfulJson, type JsonValue } from '@habeas/connector-sdk';

/** Deeper than any API nests its answers, and far from where a recursive function runs out of stack. */
const MOST_DEPTH = 100;

/**
 * A reply's text as JSON, with all digits of its numbers. Throws `contract` where it is nested deeper than 100 (before it is
 * parsed), and `transient` where it is not JSON: it broke off, or a proxy's page stands in its place.
 */
export function parseJson(text: string, label: string): JsonValue {
  if (isDeeperThan(text, MOST_DEPTH)) {
    throw new ConnectorError('contract', `${label}: the answer is nested deeper than ${MOST_DEPTH}.`);
  }
  const value = parseFaithfulJson(text);
  if (value === undefined) throw new ConnectorError('transient', `${label}: the answer is not the JSON that was promised.`);
  return value;
}

/** Counts brackets outside of strings. */
export function isDeeperThan(text: string, most: number): boolean {
  const marks = /["[\]{}]/gu;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = afterString(text, mark.index);
    else depth += mark[0] === '[' || mark[0] === '{' ? 1 : -1;
    if (depth > most) return true;
  }
  return false;
}

/** After the closing quote of the string that opens here, or at the end of the text. */
function afterString(text: string, open: number): number {
  const end = /["\\]/gu;
  end.lastIndex = open + 1;
  for (let mark = end.exec(text); mark !== null; mark = end.exec(text)) {
    if (mark[0] === '"') return end.lastIndex;
    end.lastIndex += 1;
  }
  return text.length;
}
