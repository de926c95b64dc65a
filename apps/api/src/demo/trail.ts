import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, readJsonRows, unguardCell } from '@habeas/archive';
import type { JsonValue } from '@habeas/connector-sdk';

type Row = Readonly<Record<string, JsonValue | undefined>>;

/**
 * How the records of an unpacked archive were found, in a line for each identifier that led to some: that it was given, or which
 * system told it, and to which systems it led. It is what the archive tells the person, and nothing else.
 */
export async function trailOf(archive: string): Promise<readonly string[]> {
  const table = (name: string): Promise<readonly Row[]> => rowsOf(join(archive, 'data', 'provenance', name));
  const [identifiers, matches, evidence] = await Promise.all([table('identifiers'), table('matches'), table('evidence')]);
  const placeOf = new Map(matches.map((row) => [row['match'], `${text(row, 'source')}.${text(row, 'collection')}`]));
  return identifiers.flatMap((row) => {
    const named = new Set(evidence.filter(({ identifier }) => identifier === row['identifier']).map(({ match }) => match));
    const led = matches.filter(({ match, round }) => named.has(match) && round === row['round']);
    const places = [...new Set(led.map(({ match }) => placeOf.get(match)))];
    const teacher = placeOf.get(row['learnt_from']);
    const from = teacher === undefined ? 'given' : `told by ${teacher}`;
    return places.length === 0 ? [] : [`${text(row, 'value')}, ${from} → ${places.join(', ')}`];
  });
}

function text(row: Row, name: string): string {
  const value = row[name] ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A table of the archive, in whichever of its two formats it stands there. */
async function rowsOf(table: string): Promise<readonly Row[]> {
  const isJson = existsSync(`${table}.json`);
  const batches = isJson ? readJsonRows(createReadStream(`${table}.json`)) : csvRows(`${table}.csv`);
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

async function* csvRows(file: string): AsyncGenerator<readonly Row[]> {
  let names: readonly string[] | undefined;
  for await (const batch of readCsv(createReadStream(file))) {
    const [head = [], ...rest] = batch;
    const columns = (names ??= head);
    const rows = columns === head ? rest : batch;
    yield rows.map((cells) => Object.fromEntries(columns.map((name, index) => [name, unguardCell(cells[index] ?? '')])));
  }
}
