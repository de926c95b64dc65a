import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { copyInto } from '../database/postgres-copy.js';
import { readSample, type SampleKind } from './sample-files.js';
import { splitMysqlScript, splitPostgresScript } from './split-script.js';

/**
 * Loads a sample database, replacing one that is there under the same name, and returns its own URL (SQLite: its file).
 *
 * `target` is the URL of a server whose account may create databases, ending in the name the database shall have
 * (`mysql://user:password@127.0.0.1:3306/sakila`), or the path of the SQLite file. Rejects with the product's error when
 * a script does not run, and where `hasSample` says no.
 */
export async function loadSample(kind: SampleKind, target: string): Promise<string> {
  const scripts = await readSample(kind);
  if (kind === 'chinook-sqlite') loadSqlite(target, scripts);
  else if (kind.endsWith('-mysql')) await loadMysql(target, scripts);
  else await loadPostgres(target, scripts);
  return target;
}

function loadSqlite(file: string, scripts: readonly string[]): void {
  const database = new Database(file);
  try {
    database.pragma('synchronous = OFF');
    database.exec(`BEGIN; ${scripts.join('\n')}; COMMIT`);
  } finally {
    database.close();
  }
}

async function loadMysql(target: string, scripts: readonly string[]): Promise<void> {
  const { server, database } = splitUrl(target);
  const connection = await createConnection({ uri: server, multipleStatements: true, charset: 'utf8mb4' });
  try {
    await connection.query(`DROP DATABASE IF EXISTS \`${database}\``);
    // The scripts bring their own database under a name of their choice.
    const renamed = scripts.map((script) =>
      script.replaceAll(/(?<=(?:SCHEMA|DATABASE|EXISTS|USE) )`?(?:sakila|Chinook)`?(?=;)/gu, database),
    );
    for (const script of renamed)
      for (const text of splitMysqlScript(script)) await connection.query(text.replaceAll('sakila.', ''));
  } finally {
    await connection.end();
  }
}

async function loadPostgres(target: string, scripts: readonly string[]): Promise<void> {
  const { server, database } = splitUrl(target);
  const admin = new Client({ connectionString: new URL('/postgres', server).href });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS "${database}"`);
    await admin.query(`CREATE DATABASE "${database}" TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await admin.end();
  }
  const client = new Client({ connectionString: target });
  await client.connect();
  try {
    for (const step of scripts.flatMap((script) => [...splitPostgresScript(script)])) {
      if ('copy' in step) await copyInto(client, step.copy, step.rows);
      else await client.query(step.sql);
    }
  } finally {
    await client.end();
  }
}

/** The server's part of a URL, and the database it ends in. */
function splitUrl(target: string): { readonly server: string; readonly database: string } {
  const url = new URL(target);
  const database = url.pathname.slice(1);
  if (!/^\w+$/u.test(database)) throw new TypeError('the URL must end in the name of a database, of letters, digits and _');
  url.pathname = '/';
  return { server: url.href, database };
}
