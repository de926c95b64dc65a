import { parseDataMap, type Session } from '@habeas/connector-sdk';
import { openDiscovery } from '@habeas/core';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { withMariadb } from '../databases.js';
import { openMariadb, personWith } from '../jobs/sources.js';
import { duel } from '../measure.js';
import { duelFigures, type Figure } from '../report.js';

const SOURCES = ['crm', 'events', 'mailing'] as const;
const CHILDREN = Array.from({ length: 9 }, (_, index) => `child_${String(index)}`);
const PEOPLE = 1_000;
const ROWS_EACH = 11;
const EMAIL = 'person500@example.org';
const CONNECTIONS = 4;
const RUNS = 20;

/** Three sources with ten collections each and 300 records of the person: a search beside the same SELECTs, written by hand and issued in parallel. */
export async function typicalSearch(): Promise<readonly Figure[]> {
  return withMariadb(async (server) => {
    const urls: string[] = [];
    for (const source of SOURCES) {
      const database = await server.createDatabase(source);
      await database.run(typicalSchema());
      urls.push(database.url);
    }
    const signal = new AbortController().signal;
    const dataMap = parseDataMap(typicalDataMap(), 'typical.map.yaml');
    const sessions = await Promise.all(urls.map((url) => openMariadb(url, dataMap, signal)));
    const pools = urls.map((uri) => createPool({ uri, connectionLimit: CONNECTIONS, dateStrings: true }));
    try {
      const [found, byHand] = [await search(sessions), await selectByHand(pools)];
      if (found !== byHand)
        throw new Error(`the two found ${String(found)} and ${String(byHand)} records: there is nothing to compare`);
      const result = await duel(
        () => search(sessions),
        () => selectByHand(pools),
        RUNS,
      );
      return duelFigures({ ours: `search, ${String(found)} records`, theirs: 'SELECTs by hand' }, result, 0.5);
    } finally {
      await Promise.all([...sessions.map((session) => session.close()), ...pools.map((pool) => pool.end())]);
    }
  });
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

async function selectByHand(pools: readonly Pool[]): Promise<number> {
  const counts = await Promise.all(
    pools.map(async (pool) => {
      const [people] = await pool.execute<RowDataPacket[]>('SELECT * FROM person WHERE email = ?', [EMAIL]);
      const id = Number(people[0]?.['person_id']);
      const children = await Promise.all(
        CHILDREN.map((table) =>
          pool.execute<RowDataPacket[]>(`SELECT * FROM ${table} WHERE person_id = ? ORDER BY row_id`, [id]),
        ),
      );
      return people.length + children.reduce((sum, [rows]) => sum + rows.length, 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

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
