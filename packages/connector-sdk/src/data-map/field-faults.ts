import type { ValueFault } from '../input/issue-faults.js';
import type { DataMap, DataMapCollection, DataMapField } from './data-map.js';

type Path = readonly string[];
type FieldIdentifier = NonNullable<DataMapField['identifier']>;
const UNFIT = new Set(['json', 'bytes', 'file', 'boolean']);

/** What is wrong with the fields, identifiers and columns of a data map whose format is right. */
export function fieldFaults(map: DataMap): readonly ValueFault[] {
  return Object.entries(map.collections).flatMap(([name, collection]) => {
    const path = ['collections', name];
    return [
      ...Object.entries(collection.fields).flatMap(([field, spec]) => [
        ...identifierFaults(spec, collection, [...path, 'fields', field]),
        ...ownUseFaults(spec, [...path, 'fields', field]),
      ]),
      ...sharedColumns(collection, path),
      ...keyFaults(collection, path),
      ...Object.entries(collection.references).flatMap(([reference, { to, on }]) => {
        const at = [...path, 'references', reference, 'on'];
        return Object.entries(on).flatMap(([own, other]) => [
          ...fieldNotColumn(collection, own, [...at, own]),
          ...fieldNotColumn(map.collections[to], other, [...at, own]),
        ]);
      }),
    ];
  });
}

function* identifierFaults(
  { identifier, secret, type }: DataMapField,
  collection: DataMapCollection,
  field: Path,
): Iterable<ValueFault> {
  if (identifier === undefined) return;
  const path = [...field, 'identifier'];
  if (secret) {
    yield { path, what: 'a secret field is never read, so it cannot identify a person', remedy: 'remove secret or identifier' };
  }
  if (type !== undefined && UNFIT.has(type)) {
    yield { path, what: `a field of type ${type} cannot identify a person`, remedy: 'remove identifier' };
  }
  if (identifier.of === 'owner' && !Object.values(collection.references).some(({ as }) => as === 'owned')) {
    yield {
      path: [...path, 'of'],
      what: 'it identifies the owner of its row, but no reference of this collection is owned',
      remedy: 'add the reference to the owner with as: owned, or remove of',
    };
  }
  yield* kindFaults(identifier, path);
}

function* ownUseFaults({ ownUse, thirdParty }: DataMapField, field: Path): Iterable<ValueFault> {
  if (ownUse === undefined || thirdParty) return;
  const path = [...field, 'ownUse'];
  yield { path, what: "ownUse is said of somebody else's data", remedy: 'add thirdParty: true, or remove it' };
}

function* kindFaults(identifier: FieldIdentifier, path: Path): Iterable<ValueFault> {
  const { kind, namespace, part }: { kind: string; namespace?: string | undefined; part?: string | undefined } = identifier;
  if (kind === 'id' && namespace === undefined) {
    yield {
      path,
      what: 'an id needs the namespace of its issuer: the same number elsewhere is somebody else',
      remedy: 'write { kind: id, namespace: shop.customer }',
    };
  }
  if (kind !== 'id' && namespace !== undefined) {
    yield { path: [...path, 'namespace'], what: `a namespace is for kind id, not for ${kind}`, remedy: 'remove it' };
  }
  if (kind !== 'name' && part !== undefined) {
    yield { path: [...path, 'part'], what: `part is for kind name, not for ${kind}`, remedy: 'remove it' };
  }
}

function* sharedColumns({ fields }: DataMapCollection, path: Path): Iterable<ValueFault> {
  const fieldOf = new Map<string, string>();
  for (const [field, spec] of Object.entries(fields)) {
    const column = spec.column ?? field;
    const first = fieldOf.get(column);
    if (first === undefined) fieldOf.set(column, field);
    else {
      const what = `the column ${column} is already the field "${first}"`;
      yield { path: [...path, 'fields', field], what, remedy: 'describe each column once' };
    }
  }
}

function* keyFaults(collection: DataMapCollection, path: Path): Iterable<ValueFault> {
  for (const [index, column] of (collection.key ?? []).entries()) {
    const at = [...path, 'key', index] as readonly (string | number)[];
    yield* fieldNotColumn(collection, column, at);
    if (collection.key?.indexOf(column) !== index)
      yield { path: at, what: `the column ${column} stands in the key twice`, remedy: 'remove one' };
    const secret = Object.entries(collection.fields).find(([field, spec]) => spec.secret && (spec.column ?? field) === column);
    if (secret !== undefined) {
      yield {
        path: at,
        what: `the column ${column} is secret, and the key of every record is delivered`,
        remedy: 'choose other columns',
      };
    }
  }
}

/** A name that is a field over another column was surely meant as the field; keys and references are about columns. */
function* fieldNotColumn(
  collection: DataMapCollection | undefined,
  name: string,
  path: ValueFault['path'],
): Iterable<ValueFault> {
  if (collection === undefined) return;
  const column = collection.fields[name]?.column;
  if (column === undefined || column === name) return;
  if (Object.entries(collection.fields).some(([field, spec]) => field !== name && spec.column === name)) return;
  yield { path, what: `"${name}" is a field; keys and references name columns`, remedy: `write ${column}` };
}
