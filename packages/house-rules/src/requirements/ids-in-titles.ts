import type { TextFile } from '../texts/text-file.js';

/** A line that may hold the title of a test, or of a group of tests. */
const TITLED = /\b(?:describe|it)\w*(?:\.\w+)*[(<]|\]\s*(?:as const\s*)?\)\(|^\s*['"`]/u;
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;
const ID = /\b[A-Z]{3}-\d{2}\b/gu;
const SERIES = /\b([A-Z]{3})-(\d{2}) to [A-Z]{3}-(\d{2})\b/gu;

/** The ids of requirements that titles of tests carry, with the files: `DLN-01`, or all of `DLN-01 to DLN-03`. */
export function idsInTitles(files: readonly TextFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    if (!path.endsWith('.test.ts')) continue;
    for (const id of idsIn(text)) found.set(id, (found.get(id) ?? new Set()).add(path));
  }
  return new Map([...found].map(([id, paths]) => [id, [...paths].sort()]));
}

function idsIn(text: string): readonly string[] {
  const titles = text.split('\n').flatMap((line) => (TITLED.test(line) ? (line.match(QUOTED) ?? []) : []));
  return titles.flatMap((title) => [...(title.match(ID) ?? []), ...[...title.matchAll(SERIES)].flatMap(seriesOf)]);
}

function seriesOf(match: RegExpMatchArray): readonly string[] {
  const [area, first, last] = match.slice(1) as [string, string, string];
  const count = Math.max(0, Number(last) - Number(first) + 1);
  return Array.from({ length: count }, (_, index) => `${area}-${String(Number(first) + index).padStart(2, '0')}`);
}
