import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mysql } from '@habeas/connector-mysql';
import { postgres } from '@habeas/connector-postgres';
import type { Connector, JsonObject } from '@habeas/connector-sdk';
import { sqlite } from '@habeas/connector-sqlite';
import type { TestServer } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { dataMapFile, type DataMapName } from '../data-maps.js';
import { askOracle, type OracleRecord, type OracleTruth } from '../samples/ask-oracle.js';
import { loadSample } from '../samples/load-sample.js';
import { hasSample, type SampleKind } from '../samples/sample-files.js';
import { openSources, type OpenedSources } from '../testing/open-sources.js';
import { search } from '../testing/search.js';

const CUSTOMERS = { sakila: 599, chinook: 59 } as const;

/** What the search for one customer gets wrong, as texts; empty when it is right. */
async function differences(email: string, truth: OracleTruth, sources: OpenedSources): Promise<readonly string[]> {
  const found = await search(sources.bindings, [{ kind: 'email', value: email }]);
  const expected = new Map<string, OracleRecord>();
  for (const [collection, records] of truth.get(email) ?? [])
    for (const [recordId, fields] of records) expected.set(`sample ${collection} ${recordId}`, fields);
  const missing = [...expected.keys()].filter((text) => !found.records.has(text)).map((text) => `missing ${text}`);
  const foreign = [...found.records.keys()].filter((text) => !expected.has(text)).map((text) => `foreign ${text}`);
  const wrong = [...expected].flatMap(([text, fields]) => wrongValues(text, fields, found.records.get(text) ?? {}));
  return [...missing, ...foreign, ...wrong, ...[...found.queued].map((text) => `queued ${text}`)];
}

function wrongValues(text: string, expected: OracleRecord, data: JsonObject): readonly string[] {
  const print = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.entries(expected)
    .filter(([field, value]) => print(value) !== print(data[field]))
    .map(([field, value]) => `${text}.${field}: ${print(data[field])} instead of ${print(value)}`);
}

/** A place for a sample, and how to read it. */
interface Place {
  readonly url: string;
  readonly connector: Connector;
  readonly config: unknown;
  drop(): Promise<void>;
}

function describeCustomers(kind: SampleKind, makePlace: () => Promise<Place>): void {
  const [sample, product] = kind.split('-') as ['sakila' | 'chinook', 'mysql' | 'postgres' | 'sqlite'];
  if (!hasSample(kind)) {
    process.stderr.write(`SKIPPED: the customers of ${kind} need ../shared/samples, which is not there.\n`);
    it.skip(`finds every customer of ${kind}`, () => undefined);
    return;
  }
  describe(`every customer of ${kind}`, () => {
    let place: Place | undefined;
    let truth: OracleTruth;
    beforeAll(async () => {
      place = await makePlace();
      await loadSample(kind, place.url);
      truth = await askOracle(kind, place.url);
    }, 60_000);
    afterAll(() => place?.drop());

    const withSources = async <Result>(dataMap: string, body: (sources: OpenedSources) => Promise<Result>): Promise<Result> => {
      const { connector, config } = place!;
      const sources = await openSources([{ id: 'sample', connector, config, dataMap }]);
      return body(sources).finally(() => sources.close());
    };

    it('is found as hand-written SQL finds them, record for record and value for value', async () => {
      const wrong = await withSources(dataMapFile(`${sample}.${product}` as DataMapName), async (sources) => {
        const all: string[] = [];
        for (const email of truth.keys()) all.push(...(await differences(email, truth, sources)));
        return all;
      });
      const records = [...truth.values()]
        .flatMap((collections) => [...collections.values()])
        .reduce((sum, { size }) => sum + size, 0);
      process.stdout.write(`${kind}: ${truth.size} customers, ${records} records, ${wrong.length} differences\n`);
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(truth.size).toBe(CUSTOMERS[sample]);
    }, 300_000);

    if (kind === 'sakila-postgres')
      it('would not go unnoticed with a data map that trusts the rental of a payment', async () => {
        const map = await readFile(dataMapFile('sakila.postgres'), 'utf8');
        const owner = 'customer: { to: customer, on: { customer_id: customer_id }, as: owned }\n';
        const rental = `      rental: { to: rental, on: { rental_id: rental_id }, as: owned }\n`;
        const at = map.indexOf(owner, map.indexOf('\n  payment:')) + owner.length;
        const folder = await mkdtemp(join(tmpdir(), 'habeas-'));
        try {
          const file = join(folder, 'trusting.map.yaml');
          await writeFile(file, map.slice(0, at) + rental + map.slice(at));
          const [email] = [...truth].find(([, collections]) => collections.get('customer')?.has('130'))!;
          const wrong = await withSources(file, (sources) => differences(email, truth, sources));
          expect([...wrong].sort()).toEqual([10840, 14675, 424, 7011].map((payment) => `foreign sample payment ${payment}`));
        } finally {
          await rm(folder, { recursive: true });
        }
      });
  });
}

async function onServer(server: TestServer, sample: string, connector: Connector): Promise<Place> {
  const database = await server.createDatabase(sample);
  const { hostname: host, port, username: user, password } = new URL(database.url);
  const config = { host, port: Number(port), user, password, database: database.name };
  return { url: database.url, connector, config, drop: () => database.drop() };
}

describeWithServer('mariadb', 'in MariaDB', (server) => {
  for (const sample of ['sakila', 'chinook'] as const)
    describeCustomers(`${sample}-mysql`, () => onServer(server, sample, mysql));
});

describeWithServer('postgres', 'in PostgreSQL', (server) => {
  for (const sample of ['sakila', 'chinook'] as const)
    describeCustomers(`${sample}-postgres`, () => onServer(server, sample, postgres));
});

describe('in SQLite', () => {
  describeCustomers('chinook-sqlite', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    const file = join(folder, 'chinook.sqlite');
    return { url: file, connector: sqlite, config: { file }, drop: () => rm(folder, { recursive: true }) };
  });
});
