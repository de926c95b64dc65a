import { parseDataMap, type Session } from '@habeas/connector-sdk';
import { openDiscovery } from '@habeas/core';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { withMariadb } from '../databases.js';
import { openMariadb, personWith } from '../jobs/sources.js';
import { duel } from '../measure.js';
import { duelFigures, type Figure } from '../report.js';
import { slowProxy } from '../service/slow-proxy.js';

const SOURCES = ['crm', 'events', 'mailing'] as const;
const CHILDREN = Array.from({ length: 9 }, (_, index) => `child_${String(index)}`);
const PEOPLE = 1_000;
const ROWS_EACH = 11;
const EMAIL = 'person500@example.org';
const CONNECTIONS = 4;
/** Each takes a few milliseconds: it needs many for one hiccup of the machine to be one of many. */
const RUNS = 200;

/**
 * Rounds of both before any counts. So little time goes into each that what runs is not compiled for speed until some thousand have
 * gone: a service that has been up for some minutes has it behind itself. What both run is compiled alike, so either gains.
 */
const WARM_UP = 2_000;
/** Rounds before any counts with the databases away: by then only connections and statements are new. */
const WARM_UP_AWAY = 100;

/** What one way to another machine and back costs, in milliseconds. */
const AWAY_MS = 2;

/**
 * Three sources with ten collections each and 300 records of the person: a search beside the same SELECTs, written by hand and issued
 * in parallel. Once with the databases on this machine, where nothing but work counts, and once with them two milliseconds away, as
 * they are in another machine of the same house. Both have done it many times before, as in a service.
 */
export async function typicalSearch(): Promise<readonly Figure[]> {
  return withMariadb(async (server) => {
    const urls: string[] = [];
    for (const source of SOURCES) {
      const database = await server.createDatabase(source);
      await database.run(typicalSchema());
      urls.push(database.url);
    }
    const here = await compared(urls, 'here', WARM_UP);
    const { hostname: host, port } = new URL(urls[0] ?? '');
    const proxy = await slowProxy({ host, port: Number(port) }, AWAY_MS);
    try {
      const through = urls.map((url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(proxy.port) }).href);
      return [...here, ...(await compared(through, `${String(AWAY_MS)} ms away`, WARM_UP_AWAY))];
    } finally {
      await proxy.close();
    }
  });
}

async function compared(urls: readonly string[], where: string, warmUp: number): Promise<readonly Figure[]> {
  const signal = new AbortController().signal;
  const dataMap = parseDataMap(typicalDataMap(), 'typical.map.yaml');
  const sessions = await Promise.all(urls.map((url) => openMariadb(url, dataMap, signal)));
  const pools = urls.map((uri) => createPool({ uri, connectionLimit: CONNECTIONS, dateStrings: true }));
  const contestants = [() => search(sessions), () => selectByHand(pools)] as const;
  try {
    for (let round = 0; round < warmUp; round += 1) {
      const [found, byHand] = [await contestants[0](), await contestants[1]()];
      if (found !== byHand) throw new Error(`the two found ${String(found)} and ${String(byHand)} records: nothing to compare`);
    }
    const names = { ours: `search, databases ${where}`, theirs: `the same SELECTs by hand, ${where}` };
    return duelFigures(names, await duel(...contestants, RUNS), 0.5);
  } finally {
    await Promise.all([...sessions.map((session) => session.close()), ...pools.map((pool) => pool.end())]);
  }
}

/** Plans, locates to the fixpoint, decides and reads everything, through sessions that stay open as a service keeps them. */
async function search(sessions: readonly Session[]): Promise<number> {
  const sources = sessions.map((session, index) => ({
    description: { id: SOURCES[index] ?? '', title: '', connector: { id: 'mysql', version: '0.1.0' } },
    open: () => Promise.resolve({ ...bound(session), close: () => Promise.resolve() }),
  }));
  const run = openDiscovery({ sources, subject: personWith(EMAIL) });
  const findings = (await run.discover()).read();
  let count = 0;
  for await (const collection of findings.collections()) {
    for await (const records of collection.records()) count += records.length;
  }
  if (!findings.account().complete) throw new Error('the search was not complete');
  return count;
}

function bound(session: Session): Omit<Session, 'close'> {
  return {
    collections: session.collections,
    check: () => session.check(),
    locate: (query) => session.locate(query),
    read: (request) => session.read(request),
  };
}

/** The SELECTs that the search makes, without anything around them: the person by the spellings of their address, by its tagged forms, and by key; what they own by their key. */
async function selectByHand(pools: readonly Pool[]): Promise<number> {
  const counts = await Promise.all(
    pools.map(async (pool) => {
      const select = async (sql: string, values: readonly unknown[]): Promise<readonly RowDataPacket[]> =>
        (await pool.execute<RowDataPacket[]>(sql, [...values] as string[]))[0];
      const [people] = await Promise.all([
        select('SELECT * FROM person WHERE email IN (?, ?, ?, ?, ?, ?) LIMIT 501', SPELLINGS),
        select('SELECT * FROM person WHERE email LIKE ? LIMIT 501', [EMAIL.replace('@', '+%@')]),
      ]);
      const id = Number(people[0]?.['person_id']);
      const rows = await Promise.all([
        select('SELECT * FROM person WHERE person_id = ? ORDER BY person_id', [id]),
        ...CHILDREN.map((table) => select(`SELECT * FROM ${table} WHERE person_id = ? ORDER BY row_id`, [id])),
      ]);
      return rows.reduce((sum, { length }) => sum + length, 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const SPELLINGS = [EMAIL, ` ${EMAIL}`, `${EMAIL} `, ` ${EMAIL} `, `<${EMAIL}>`, `mailto:${EMAIL}`];

/** A table of people and nine of what is theirs, eleven rows each. */
export function typicalSchema(): string {
  const people = `CREATE TABLE person (person_id INT PRIMARY KEY, email VARCHAR(120) NOT NULL, name VARCHAR(80) NOT NULL, KEY (email)) COLLATE utf8mb4_unicode_ci;
    INSERT INTO person SELECT seq, CONCAT('person', seq, '@example.org'), CONCAT('Person ', seq) FROM seq_1_to_${String(PEOPLE)};`;
  const children = CHILDREN.map(
    (
      table,
    ) => `CREATE TABLE ${table} (row_id INT PRIMARY KEY, person_id INT NOT NULL, title VARCHAR(80), amount DECIMAL(10,2), at DATETIME, KEY (person_id));
      INSERT INTO ${table} SELECT seq, 1 + seq % ${String(PEOPLE)}, CONCAT('Row ', seq), seq / 100, '2024-01-01' + INTERVAL seq SECOND FROM seq_1_to_${String(PEOPLE * ROWS_EACH)};`,
  );
  return [people, ...children].join('\n');
}

/** The data map of {@link typicalSchema}. */
export function typicalDataMap(): string {
  const children = CHILDREN.map(
    (table) => `  ${table}: { references: { person: { to: person, on: { person_id: person_id }, as: owned } } }`,
  );
  const person = '  person: { fields: { email: { identifier: email }, name: { identifier: { kind: name, part: full } } } }';
  return ['dataMap: 1', 'collections:', person, ...children].join('\n');
}
