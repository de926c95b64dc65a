import { CarriageNotes, type Item, type ReadRequest, type SourceRecord } from '@habeas/connector-sdk';
import type { Engine } from '../engine.js';
import { FoundRecord } from './found-record.js';
import { doneAfter, ReadAccount } from './read-account.js';
import { planRead } from './passes.js';
import { collectionToRead, type Reading } from './reading.js';
import { RowReader } from './row-reader.js';
import { runPasses } from './run-passes.js';
import { selectionOf } from './selection.js';
import { shapesOf } from './statement-shapes.js';
import { Vias } from './vias.js';

/** Every record of a collection that belongs to the roots, once each, in batches with a checkpoint after each. */
export async function* readRecords(engine: Engine, request: ReadRequest): AsyncIterable<Item> {
  const collection = collectionToRead(engine, request);
  const plan = planRead(collection, request.roots, engine.map);
  const notes = new CarriageNotes();
  const account = new ReadAccount();
  const reading: Reading<SourceRecord> = {
    engine,
    collection,
    plan,
    vias: new Vias(plan),
    withContext: true,
    shapes: shapesOf(engine, collection),
    leftOut: () => {
      account.leftOut += 1;
    },
    columns: (query, contextAliases) => {
      const selection = selectionOf(collection, query.target, contextAliases, engine);
      const reader = new RowReader(selection, { notes, asItIs: query.internal.length === 0 });
      return {
        list: selection.list,
        key: (row) => reader.key(row),
        make: (row, key, via) => new FoundRecord(key, reader.data(row, key), via),
      };
    },
  };
  for await (const { made, cursor } of runPasses(reading, request.resume)) {
    account.count += made.length;
    if (made.length > 0) yield { type: 'records', records: made };
    if (cursor !== undefined) yield { type: 'checkpoint', cursor };
  }
  yield doneAfter(account, { engine, collection, request, notes: notes.list() });
}
