import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The public sample databases, one for each product it was published for. */
export const SAMPLE_KINDS = ['sakila-mysql', 'sakila-postgres', 'chinook-mysql', 'chinook-postgres', 'chinook-sqlite'] as const;

/** See {@link SAMPLE_KINDS}. */
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const FOLDER = fileURLToPath(new URL('../../../../../shared/samples/', import.meta.url));
const FILES: Readonly<Record<SampleKind, readonly string[]>> = {
  'sakila-mysql': ['sakila-mysql-schema.sql', 'sakila-mysql-data.sql'],
  'sakila-postgres': ['sakila-postgres-schema.sql', 'sakila-postgres-data.sql'],
  'chinook-mysql': ['chinook-mysql.sql'],
  'chinook-postgres': ['chinook-postgres.sql'],
  'chinook-sqlite': ['chinook-sqlite.sql'],
};

/** Whether the sample's scripts are at hand. They lie beside the repository, in `../shared/samples`, and are no part of it. */
export function hasSample(kind: SampleKind): boolean {
  return FILES[kind].every((name) => existsSync(FOLDER + name));
}

/** The sample's scripts in the order they have to run. Rejects where {@link hasSample} says no. */
export function readSample(kind: SampleKind): Promise<readonly string[]> {
  return Promise.all(FILES[kind].map((name) => readFile(FOLDER + name, 'utf8')));
}
