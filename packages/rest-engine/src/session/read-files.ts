import {
  CarriageNotes,
  fileId,
  type FoundFile,
  type Item,
  type JsonValue,
  type Problem,
  type ReadRequest,
} from '@habeas/connector-sdk';
import { valueOf } from '../template/json-path.js';
import { EmptyHole } from '../template/template.js';
import type { FlatRecord } from '../value/flat-record.js';
import { commonScope, type Engine, type NamedCollection } from './engine.js';
import { built, rulesOf } from './ask.js';
import { checkpointAt, doneWith, placeOf } from './read-end.js';
import { routesTo, type RouteTask } from './routes.js';
import { waysOf } from './ways.js';

type FileSpec = NamedCollection['spec']['files'][string];

/** The files of the records that the roots lead to, each once; its bytes are asked for when it is opened. */
export async function* readFiles(
  request: ReadRequest,
  collection: NamedCollection,
  engine: Engine,
): AsyncGenerator<Item, void, undefined> {
  const problems: Problem[] = [];
  const missing = (problem: Problem): number => problems.push(problem);
  const task: RouteTask = { collection, roots: request.roots, missing, from: placeOf(request.resume) };
  const ways = await waysOf(engine, task);
  let count = 0;
  for await (const page of routesTo(engine, task)) {
    for (const record of ways.first(page)) {
      for (const file of filesOf(collection, record, engine)) {
        count += 1;
        yield { type: 'file', file };
      }
    }
    yield checkpointAt(page.place);
  }
  yield doneWith({ count, notes: new CarriageNotes(), problems, resumed: request.resume !== undefined });
}

/** A record whose file field leads nowhere has no file. */
function filesOf(collection: NamedCollection, record: FlatRecord, engine: Engine): readonly FoundFile[] {
  return Object.entries(collection.spec.files).flatMap(([field, spec]) => {
    try {
      const request = built(spec, commonScope(engine, { record: record.members }));
      const rules = rulesOf(`${collection.name}.${field}`, spec);
      return [{ ...describedFile(collection, record, { field, spec }), open: () => opened(engine, request, rules) }];
    } catch (error) {
      if (error instanceof EmptyHole) return [];
      throw error;
    }
  });
}

function describedFile(
  { name }: NamedCollection,
  { key, members }: FlatRecord,
  { field, spec }: { readonly field: string; readonly spec: FileSpec },
): Omit<FoundFile, 'open'> {
  const text = (path: string | undefined): JsonValue | undefined => (path === undefined ? undefined : valueOf(members, path));
  const [called, mediaType, size] = [text(spec.name), text(spec.mediaType), text(spec.size)];
  return {
    id: fileId(name, key, field),
    key,
    field,
    ...(typeof size === 'number' ? { bytes: size } : {}),
    ...(typeof called === 'string' ? { name: called } : {}),
    ...(typeof mediaType === 'string' ? { mediaType } : {}),
  };
}

async function* opened(
  engine: Engine,
  ...[request, rules]: Parameters<Engine['api']['file']>
): AsyncGenerator<Uint8Array, void, undefined> {
  const { bytes } = await engine.api.file(request, rules);
  yield* bytes();
}
