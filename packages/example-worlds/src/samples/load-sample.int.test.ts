import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { askOracle, type OracleTruth } from './ask-oracle.js';
import { loadSample } from './load-sample.js';
import { hasSample, type SampleKind } from './sample-files.js';

const COUNTS: Readonly<Record<SampleKind, Readonly<Record<string, number>>>> = {
  'sakila-mysql': { customer: 599, rental: 16_044, payment: 16_049 },
  'sakila-postgres': { customer: 599, rental: 16_044, payment: 16_049 },
  'chinook-mysql': { Customer: 59, Invoice: 412, InvoiceLine: 2240 },
  'chinook-postgres': { customer: 59, invoice: 412, invoice_line: 2240 },
  'chinook-sqlite': { Customer: 59, Invoice: 412, InvoiceLine: 2240 },
};

function countsOf(truth: OracleTruth): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const collections of truth.values())
    for (const [collection, records] of collections) counts[collection] = (counts[collection] ?? 0) + records.size;
  return counts;
}

/** A test that needs a sample, skipped with notice where it is not at hand. */
function itWithSample(kind: SampleKind, title: string, body: () => Promise<void>): void {
  if (hasSample(kind)) it(title, body, 60_000);
  else {
    process.stderr.write(`SKIPPED: "${title}" needs ../shared/samples, which is not there.\n`);
    it.skip(title, body);
  }
}

for (const server of ['mariadb', 'postgres'] as const)
  describeWithServer(server, `samples in ${server}`, (testServer) => {
    const databases: TestDatabase[] = [];
    afterAll(async () => {
      await Promise.all(databases.map((database) => database.drop()));
    });

    for (const sample of ['sakila', 'chinook'] as const) {
      const kind: SampleKind = `${sample}-${server === 'mariadb' ? 'mysql' : 'postgres'}`;
      itWithSample(kind, `loads ${kind} and knows every customer’s records`, async () => {
        const database = await testServer.createDatabase(sample);
        databases.push(database);
        const truth = await askOracle(kind, await loadSample(kind, database.url));
        expect(countsOf(truth)).toEqual(COUNTS[kind]);
        expect(truth.size).toBe(sample === 'sakila' ? 599 : 59);
      });
    }
  });

describe('samples in SQLite', () => {
  itWithSample('chinook-sqlite', 'loads chinook-sqlite and knows every customer’s records', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    try {
      const truth = await askOracle('chinook-sqlite', await loadSample('chinook-sqlite', join(folder, 'chinook.sqlite')));
      expect(countsOf(truth)).toEqual(COUNTS['chinook-sqlite']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  itWithSample('chinook-mysql', 'refuses a URL that names no database', async () => {
    await expect(loadSample('chinook-mysql', 'mysql://nobody@127.0.0.1:1/')).rejects.toThrow(
      'the URL must end in the name of a database',
    );
  });
});
