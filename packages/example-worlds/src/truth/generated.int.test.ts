import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mysql } from '@habeas/connector-mysql';
import { postgres } from '@habeas/connector-postgres';
import { sqlite } from '@habeas/connector-sqlite';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { dataMapFile } from '../data-maps.js';
import type { WorldTarget } from '../database/write-world.js';
import {
  createGeneratedWorld,
  GENERATED_SOURCES,
  type GeneratedSource,
  type GeneratedWorld,
} from '../generated/create-generated-world.js';
import { openSources, type OpenedSources, type TestSource } from '../testing/open-sources.js';
import { search } from '../testing/search.js';
import { measureAgainstTruth } from '../testing/measure.js';

/** How many people there are, and how many of those who collide with nobody are searched for. */
const FULL = { people: 10_000, ordinary: 1_000 };
const SMALL = { people: 1_000, ordinary: 100 };
const MINUTES = 60_000;

/** Where a source is written to, and what a connector needs to read it. */
interface Place {
  readonly target: WorldTarget;
  readonly connector: TestSource['connector'];
  readonly config: unknown;
}

function describeWorld(
  title: string,
  { people, ordinary }: typeof FULL,
  placeOf: (source: GeneratedSource) => Promise<Place>,
): void {
  describe(title, () => {
    let world: GeneratedWorld;
    let sources: OpenedSources | undefined;
    beforeAll(async () => {
      world = createGeneratedWorld({ people });
      const opened: TestSource[] = [];
      for (const id of GENERATED_SOURCES) {
        const { target, connector, config } = await placeOf(id);
        await world.write(id, target);
        opened.push({ id, connector, config, dataMap: dataMapFile(`generated-${id}`) });
      }
      sources = await openSources(opened);
    }, 2 * MINUTES);
    afterAll(() => sources?.close());

    it(
      'finds what is linked, nothing of anybody else, and queues what is ambiguous',
      async () => {
        const step = Math.max(1, Math.floor(world.ordinary.length / ordinary));
        const sample = world.ordinary.filter((_, index) => index % step === 0);
        const figures = await measureAgainstTruth(sources!.bindings, [...world.collisions, ...sample]);
        process.stdout.write(`${title}: ${world.people} people, ${JSON.stringify(world.rows)} rows\n${figures.report}\n`);
        expect(figures.wrong.slice(0, 20)).toEqual([]);
        expect(figures.searches).toBeGreaterThanOrEqual(ordinary + world.collisions.length);
      },
      15 * MINUTES,
    );

    it('shows the path from the address that was given to the records under the third one', async () => {
      const person = world.collisions.find(({ id }) => id.startsWith('three-hops/'))!;
      const { account } = await search(sources!.bindings, person.given);
      const path = account.identifiers.map(({ kind, round, learntFrom }) => {
        const match = account.matches.find(({ id }) => id === learntFrom?.match);
        return [round, kind, match && `${match.source}.${match.collection}`, learntFrom?.field];
      });
      expect(path.filter(([, kind]) => kind !== 'id')).toEqual([
        [1, 'email', undefined, undefined],
        [2, 'email', 'shop.account', 'account_email.email'],
        [3, 'phone', 'events.attendee', 'attendee.phone'],
        [4, 'email', 'shop.guest_purchase', 'guest_purchase.email'],
      ]);
    });
  });
}

let hasServers = false;
describeWithServer('mariadb', 'a generated world over three products', (mariadb) => {
  describeWithServer('postgres', 'with PostgreSQL', (postgresql) => {
    hasServers = !mariadb.url.startsWith('unavailable') && !postgresql.url.startsWith('unavailable');
    const databases: TestDatabase[] = [];
    let folder = '';
    afterAll(async () => {
      await Promise.all(databases.map((database) => database.drop()));
      await rm(folder, { recursive: true, force: true });
    });

    describeWorld('MariaDB, PostgreSQL and SQLite', FULL, async (source) => {
      if (source === 'mailing') {
        folder = await mkdtemp(join(tmpdir(), 'habeas-'));
        return inSqlite(join(folder, 'mailing.sqlite'));
      }
      const database = await (source === 'shop' ? mariadb : postgresql).createDatabase(source);
      databases.push(database);
      const { hostname: host, port, username: user, password } = new URL(database.url);
      const config = { host, port: Number(port), user, password, database: database.name };
      return source === 'shop'
        ? { target: { product: 'mariadb', url: database.url }, connector: mysql, config }
        : { target: { product: 'postgres', url: database.url }, connector: postgres, config };
    });
  });
});

describe('a generated world without servers', () => {
  let folder = '';
  afterAll(() => rm(folder, { recursive: true, force: true }));
  if (!hasServers) process.stderr.write('NO SERVERS: the world of 10,000 people is searched in three SQLite databases only.\n');

  describeWorld('three SQLite databases', hasServers ? SMALL : FULL, async (source) => {
    if (folder === '') folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    return inSqlite(join(folder, `${source}.sqlite`));
  });
});

function inSqlite(file: string): Place {
  return { target: { product: 'sqlite', url: file }, connector: sqlite, config: { file } };
}
