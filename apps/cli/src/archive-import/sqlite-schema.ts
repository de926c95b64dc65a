import { type ResourceDescriptor, RowCodec } from '@habeas/archive';

/** The tables beside those of the archive. No table of an archive has a name that begins so. */
export const META = `
CREATE TABLE _archive (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE _table (name TEXT PRIMARY KEY, description TEXT NOT NULL) STRICT;
CREATE TABLE _file (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE _file_part (path TEXT NOT NULL, number INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (path, number)) STRICT;
`;

/** What a table of an archive is called in SQLite, which keeps names that begin with `sqlite_` for itself. */
export function tableName({ name }: Pick<ResourceDescriptor, 'name'>): string {
  return name.startsWith('sqlite_') ? `_${name}` : name;
}

/** The columns of a table: its place in the archive, its fields, and what these cannot hold. */
interface Columns {
  readonly place: string;
  readonly fields: readonly string[];
  readonly rest: string;
}

/** SQLite takes `ID` and `id` for one column, and ends a name at NUL: then the later one gets a number. */
function columnsOf({ schema }: ResourceDescriptor): Columns {
  const taken = new Set<string>();
  const free = (name: string, again: (name: string, time: number) => string): string => {
    for (let time = 1; ; time += 1) {
      const found = time === 1 ? name : again(name, time);
      if (taken.has(found.toLowerCase())) continue;
      taken.add(found.toLowerCase());
      return found;
    }
  };
  const fields = schema.fields.map(({ name }) =>
    free(name.replaceAll('\0', '\u2400'), (each, time) => `${each} (${String(time)})`),
  );
  const own = (name: string): string => free(name, (each, time) => '_'.repeat(time - 1) + each);
  return { place: own('_row'), fields, rest: own('_rest') };
}

/** The statement that makes a table as its description says: typed, with its key and what it refers to. */
export function createTable(resource: ResourceDescriptor, all: ReadonlyMap<string, ResourceDescriptor>): string {
  const { place, fields, rest } = columnsOf(resource);
  const { types } = new RowCodec(resource);
  const { primaryKey = [], foreignKeys = [] } = resource.schema;
  const lines = [
    `${quoted(place)} INTEGER PRIMARY KEY`,
    ...fields.map((name, index) => `${quoted(name)} ${types[index] ?? 'ANY'}`),
    `${quoted(rest)} TEXT`,
    ...(primaryKey.length === 0 ? [] : [`UNIQUE ${listed(columnNames(resource, primaryKey))}`]),
    ...foreignKeys.flatMap(({ fields: own, reference }) => {
      const target = all.get(reference.resource);
      if (target === undefined) return [];
      const to = listed(columnNames(target, reference.fields));
      return [`FOREIGN KEY ${listed(columnNames(resource, own))} REFERENCES ${quoted(tableName(target))} ${to}`];
    }),
  ];
  return `CREATE TABLE ${quoted(tableName(resource))} (\n  ${lines.join(',\n  ')}\n) STRICT`;
}

function columnNames(resource: ResourceDescriptor, names: readonly string[]): readonly string[] {
  const { fields } = columnsOf(resource);
  return names.map((name) => fields[resource.schema.fields.findIndex((field) => field.name === name)] ?? name);
}

/** The statement that adds one row, as `RowCodec` writes it. */
export function insertInto(resource: ResourceDescriptor): string {
  const { fields, rest } = columnsOf(resource);
  const names = [...fields, rest];
  return `INSERT INTO ${quoted(tableName(resource))} ${listed(names)} VALUES (${names.map(() => '?').join(', ')})`;
}

/** The statement that gives every row in its place, as `RowCodec` reads it. */
export function selectFrom(resource: ResourceDescriptor): string {
  const { place, fields, rest } = columnsOf(resource);
  return `SELECT ${[...fields, rest].map(quoted).join(', ')} FROM ${quoted(tableName(resource))} ORDER BY ${quoted(place)}`;
}

function listed(names: readonly string[]): string {
  return `(${names.map(quoted).join(', ')})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
