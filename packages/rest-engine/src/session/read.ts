import { CarriageNotes, ConnectorError, recordId, type Item, type Problem, type ReadRequest } from '@habeas/connector-sdk';
import { recordData } from '../value/record-data.js';
import { EmptyHole } from '../template/template.js';
import { collectionOf, throwIfAborted, type Engine, type NamedCollection } from './engine.js';
import { contextsOf } from './contexts.js';
import { checkpointAt, doneWith, placeOf } from './read-end.js';
import { holeFault } from './hole-fault.js';
import { readFiles } from './read-files.js';
import { PlaceLost, routesTo, type RouteTask } from './routes.js';
import { waysOf } from './ways.js';

/** Records of one item, at most. */
const BATCH = 500;

/** Reads what belongs to the roots in one collection: records, or the files of records. */
export async function* read(request: ReadRequest, engine: Engine): AsyncGenerator<Item, void, undefined> {
  throwIfAborted(engine);
  const collection = collectionOf(engine, request.collection);
  try {
    yield* request.want === 'records' ? readRecords(request, collection, engine) : readFiles(request, collection, engine);
  } catch (error) {
    if (error instanceof PlaceLost) throw lostPlace(collection.name);
    if (error instanceof EmptyHole) throw holeFault(collection.name, error);
    throw error;
  }
}

function lostPlace(name: string): ConnectorError {
  return new ConnectorError('contract', `The read of "${name}" cannot go on: the record that it stopped behind is gone.`, {
    collection: name,
    remedy: 'Search again.',
  });
}

async function* readRecords(
  request: ReadRequest,
  collection: NamedCollection,
  engine: Engine,
): AsyncGenerator<Item, void, undefined> {
  const problems: Problem[] = [];
  const notes = new CarriageNotes();
  const missing = (problem: Problem): void => {
    if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
  };
  const task: RouteTask = { collection, roots: request.roots, missing, from: placeOf(request.resume) };
  const ways = await waysOf(engine, task);
  const contexts = contextsOf(engine, collection, missing);
  let count = 0;
  for await (const page of routesTo(engine, task)) {
    const first = ways.first(page);
    // Batch by batch, so that a long page is not held twice
    for (let from = 0; from < first.length; from += BATCH) {
      const batch = first.slice(from, from + BATCH);
      const shown = await contexts.shown(batch, notes);
      const records = batch.map(({ key, members }, index) => ({
        key,
        data: recordData(collection, { key, members }, notes, shown[index]),
        via: ways.of(recordId(key), page.via),
      }));
      count += records.length;
      yield { type: 'records', records };
    }
    yield checkpointAt(page.place);
  }
  yield doneWith({ count, notes, problems, resumed: request.resume !== undefined });
}
