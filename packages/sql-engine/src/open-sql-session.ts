import {
  InvalidInputError,
  type DataMapFile,
  type Item,
  type ReadRequest,
  type Session,
  type SessionContext,
} from '@habeas/connector-sdk';
import { bindDataMap } from './binding/bind-data-map.js';
import type { BoundMap, MappedCollection } from './binding/bound-map.js';
import { deniedTables } from './binding/denied-tables.js';
import { schemasIn, TableCatalogue } from './binding/find-table.js';
import { namingCollection } from './binding/require-bound.js';
import { collectionSpecs } from './collection-specs.js';
import type { SqlDatabase } from './database.js';
import { dialectOf } from './dialect/dialect-of.js';
import { engineFor, throwIfAborted, type Engine } from './engine.js';
import { check } from './health/check.js';
import { describe } from './health/describe.js';
import { plan } from './health/plan.js';
import { fieldLookups } from './locate/field-lookup.js';
import { locate } from './locate/locate.js';
import { readFiles } from './read/read-files.js';
import { readRecords } from './read/read-records.js';
import { retold } from './retold.js';
import type { OpenSqlSession } from './sql-connector.js';

const NOTHING_MAPPED: BoundMap = { collections: new Map(), faults: [], unmapped: [] };

/** See {@link OpenSqlSession}. Without a data map the session can only describe. */
export const openSqlSession: OpenSqlSession = async (database, context, limits) => {
  const { dataMap } = context;
  const map = dataMap === undefined ? NOTHING_MAPPED : await boundTo(database, dataMap);
  const engine = engineFor(database, map, context, limits);
  if (map.faults.length > 0 && !canSearch(engine)) throw new InvalidInputError(map.faults);
  return sessionOf(engine, dataMap, context);
};

async function boundTo(database: SqlDatabase, dataMap: DataMapFile): Promise<BoundMap> {
  const names = tableNames(dataMap);
  const tables = await database.tables(schemasIn(names, database.defaultSchema));
  const catalogue = new TableCatalogue(tables, database.defaultSchema);
  const hidden = await deniedTables(database, names, catalogue, dialectOf(database.product));
  return bindDataMap({ file: dataMap, catalogue, hidden });
}

function tableNames({ map }: DataMapFile): readonly string[] {
  return Object.entries(map.collections).map(([name, { table }]) => table ?? name);
}

/** Whether anybody can be found. A collection the account may not read could be, if it were let: that is no fault of the map. */
function canSearch({ map, dialect }: Engine): boolean {
  return [...map.collections.values()].some((collection) =>
    collection.state === 'bound' ? fieldLookups(collection, dialect).length > 0 : collection.health === 'denied',
  );
}

function sessionOf(engine: Engine, dataMap: DataMapFile | undefined, context: SessionContext): Session {
  const { database } = engine;
  return {
    collections: collectionSpecs(engine),
    async check() {
      throwIfAborted(engine);
      // The schema may have changed since the session was opened.
      const map = dataMap === undefined ? NOTHING_MAPPED : await boundTo(database, dataMap);
      return check(engineFor(database, map, context, engine.limits));
    },
    describe: () => describe(database, schemasIn(dataMap === undefined ? [] : tableNames(dataMap), database.defaultSchema)),
    plan: (query) => Promise.resolve(plan(query, engine)),
    locate: (query) => locate(query, engine),
    read: (request) => read(request, engine),
    close: () => database.close(),
  };
}

/** What it runs into names the collection. */
function read(request: ReadRequest, engine: Engine): AsyncIterable<Item> {
  return retold(itemsOf(request, engine), (error) => namingCollection(error, request.collection));
}

/** Looks at nothing before the first item is asked for. */
function itemsOf(request: ReadRequest, engine: Engine): AsyncIterable<Item> {
  if (holdsNothingPersonal(engine.map.collections.get(request.collection))) return notRead(request.collection);
  return request.want === 'records' ? readRecords(engine, request) : readFiles(engine, request);
}

function holdsNothingPersonal(collection: MappedCollection | undefined): boolean {
  return collection?.state === 'bound' && collection.spec.personal === 'none';
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one, which waits for nothing
async function* notRead(collection: string): AsyncIterable<Item> {
  const message = `The data map says that "${collection}" holds nothing personal: it is not read.`;
  yield { type: 'done', outcome: 'unsupported', count: 0, notes: [], problem: { errorClass: 'contract', message } };
}
