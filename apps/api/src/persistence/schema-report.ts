import type { Engine } from './engine.js';

/** The schema of a store as SQL, in the order of names. */
export async function schemaOf(engine: Engine): Promise<string> {
  const statements = engine.product === 'sqlite' ? await sqliteSchema(engine) : await mysqlSchema(engine);
  return `${statements.join(';\n\n')};\n`;
}

async function sqliteSchema({ dataSource }: Engine): Promise<readonly string[]> {
  const rows = await dataSource.query<{ readonly sql: string }[]>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name",
  );
  return rows.map(({ sql }) => sql);
}

async function mysqlSchema({ dataSource }: Engine): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const table of await names(engineQuery(dataSource), 'SELECT table_name AS name FROM information_schema.tables')) {
    const [row] = await dataSource.query<Record<string, string>[]>(`SHOW CREATE TABLE \`${table}\``);
    statements.push(withoutDefaults(row?.['Create Table'] ?? ''));
  }
  for (const trigger of await names(engineQuery(dataSource), 'SELECT trigger_name AS name FROM information_schema.triggers')) {
    const [row] = await dataSource.query<Record<string, string>[]>(`SHOW CREATE TRIGGER \`${trigger}\``);
    statements.push((row?.['SQL Original Statement'] ?? '').replace(/ DEFINER=\S+/u, ''));
  }
  return statements;
}

/** What servers of other versions write in another way, or take from their own settings. */
function withoutDefaults(sql: string): string {
  return sql.replace(/\) ENGINE=(\w+).*$/u, ') ENGINE=$1').replaceAll(/\b(bigint|int)\(\d+\)/gu, '$1');
}

type Query = (sql: string) => Promise<readonly { readonly name: string }[]>;

function engineQuery(dataSource: Engine['dataSource']): Query {
  return (sql) => dataSource.query(sql);
}

async function names(query: Query, select: string): Promise<readonly string[]> {
  const schema = select.includes('triggers') ? 'trigger_schema' : 'table_schema';
  return (await query(`${select} WHERE ${schema} = DATABASE() ORDER BY name`)).map(({ name }) => name);
}
