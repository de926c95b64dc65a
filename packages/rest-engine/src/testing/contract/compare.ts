import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Manifest } from '../../manifest/manifest.js';
import type { Pagination } from '../../manifest/pagination-schema.js';
import { paginationOf, placedStepsOf, type PlacedStep } from '../../manifest/request-faults.js';
import type { RequestSpec } from '../../manifest/request-schema.js';
import { isForEach } from '../../request/build-request.js';
import { operationOf, type Operation } from './operations.js';
import { bodySchemas, recordSchemas, replySchemas, shapeAt, shapeOf } from './shape.js';
import type { Specification } from './specification.js';

/** A manifest against the vendor's own description. */
export interface Comparison {
  /** What the manifest uses and the specification does not have: `collections.contact.find.0: there is no parameter "q"`. */
  readonly faults: readonly string[];
  /** What the specification has and the manifest does not describe, by collection. */
  readonly gaps: Readonly<Record<string, readonly string[]>>;
}

interface Fields {
  readonly described: Set<string>;
  isOpen: boolean;
}

/** Looks for every path, method, parameter and field that a manifest uses. */
export function compare(manifest: Manifest, specifications: readonly Specification[]): Comparison {
  const faults: string[] = [];
  const fields = new Map<string, Fields>();
  for (const step of placedStepsOf(manifest).filter(({ isAddressed }) => !isAddressed)) {
    const { path, spec } = step;
    const name = path.map(String).join('.');
    const { isPathKnown, found } = operationOf(specifications, manifest, spec);
    if (found === undefined) {
      faults.push(`${name}: ${isPathKnown ? 'the path has no such method' : 'there is no such path'}`);
      continue;
    }
    const pagination = spec.paginate ?? paginationOf(manifest, step.of);
    faults.push(...requestFaults(spec, pagination, found).map((fault) => `${name}: ${fault}`));
    faults.push(...replyFaults(step, pagination, found).map((fault) => `${name}: ${fault}`));
    const [section, kind = ''] = path.map(String);
    const record = section === 'shared' ? manifest.shared[kind] : manifest.collections[kind];
    if (record !== undefined && listsRecords(manifest, step)) {
      note(fields, section === 'shared' ? sharedName(kind) : kind, fieldsOf(record, { spec, found }));
    }
  }
  return {
    faults: [...faults, ...fieldFaults(manifest, fields), ...sharedFaults(manifest, fields)],
    gaps: gapsOf(manifest, fields),
  };
}

/** A list that is fetched from holds keys, and no records; of a job, its last step has them. */
function listsRecords({ collections }: Manifest, { hasRecords, of: { path } }: PlacedStep): boolean {
  const [section, name = '', part = '', ...owned] = path.map(String);
  if (!hasRecords || section !== 'collections') return hasRecords && section === 'shared';
  if (part !== 'of' || owned.length > 1) return ['find', 'read', 'of'].includes(part);
  return collections[name]?.of[owned.join()]?.fetch === undefined;
}

function requestFaults(spec: RequestSpec, pagination: Pagination | 'none', found: Operation): readonly string[] {
  const ofPages =
    pagination === 'none'
      ? []
      : [...('to' in pagination ? [pagination.to] : []), ...(pagination.size === undefined ? [] : [pagination.size.to])];
  const inQuery = [...Object.keys(spec.query), ...(spec.get === undefined ? [] : ofPages)];
  const unknown = inQuery.filter((name) => !found.hasParameter(name)).map((name) => `there is no parameter "${name}"`);
  const schemas = bodySchemas(found.specification, found.operation);
  const body = spec.get === undefined ? [...membersOf(spec.body ?? {}, ''), ...ofPages] : [];
  const missing = body.filter((path) => shapeAt(found.specification, schemas, path) === undefined);
  return [...unknown, ...missing.map((path) => `the body has no "${path}"`)];
}

/** The paths of a body's members; a list's are those of its items. */
function membersOf(value: JsonValue, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return at === '' ? [] : [at];
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((inner) => membersOf(inner, `${at}[]`));
  const group = value as JsonObject;
  if (isForEach(group)) return membersOf(group['as'] ?? null, `${at}[]`);
  return Object.entries(group).flatMap(([name, inner]) => membersOf(inner, at === '' ? name : `${at}.${name}`));
}

/** What the reply to a step of a job has to hold, beside records. */
function jobPlaces({ kind, of: { spec } }: PlacedStep): readonly string[] {
  const { job } = spec;
  const named: Readonly<Record<PlacedStep['kind'], readonly unknown[]>> = {
    whole: [],
    submission: [job?.id, job?.poll.at],
    poll: [job?.state, job?.result?.at],
    result: [],
  };
  return named[kind].filter((place) => typeof place === 'string');
}

function replyFaults(
  step: PlacedStep,
  pagination: Pagination | 'none',
  { specification, operation }: Operation,
): readonly string[] {
  const told: Readonly<Record<string, unknown>> = pagination === 'none' ? {} : pagination;
  const places = ['from', 'more', 'total', 'pages'].map((name) => told[name]).filter((place) => typeof place === 'string');
  const schemas = replySchemas(specification, operation);
  return [step.spec.records, ...jobPlaces(step), ...places]
    .filter((path) => schemas.length > 0 && shapeAt(specification, schemas, path) === undefined)
    .map((path) => `the reply has no "${path}"`);
}

function note(all: Map<string, Fields>, name: string, { described, isOpen }: Fields): void {
  const known = all.get(name) ?? { described: new Set<string>(), isOpen: false };
  all.set(name, known);
  for (const field of described) known.described.add(field);
  known.isOpen ||= isOpen;
}

/** The fields that a reply's records have: unwrapped, their groups lifted. */
function fieldsOf(
  { record = '.', lift = [] }: { readonly record?: string | undefined; readonly lift?: readonly string[] },
  { spec, found: { specification, operation } }: { readonly spec: RequestSpec; readonly found: Operation },
): Fields {
  const listed = shapeAt(specification, replySchemas(specification, operation), spec.records);
  const wrapped =
    listed === undefined || listed === 'open' ? listed : shapeAt(specification, recordSchemas(specification, listed), record);
  if (wrapped === undefined || wrapped === 'open') return { described: new Set(), isOpen: true };
  const shape = shapeOf(specification, wrapped);
  const groups = lift.map((group) => shapeOf(specification, shape.members.get(group) ?? []));
  const own = [...shape.members.keys()].filter((field) => !lift.includes(field));
  return {
    described: new Set([...own, ...groups.flatMap(({ members }) => [...members.keys()])]),
    isOpen: shape.isOpen || groups.some(({ isOpen }) => isOpen),
  };
}

function fieldFaults({ collections }: Manifest, fields: ReadonlyMap<string, Fields>): readonly string[] {
  return Object.entries(collections).flatMap(([name, { fields: used, set }]) => {
    const known = fields.get(name);
    if (known === undefined || known.isOpen) return [];
    const missing = Object.keys(used).filter((field) => !known.described.has(field) && !Object.hasOwn(set, field));
    return missing.map((field) => `collections.${name}: a record has no field "${field}"`);
  });
}

/** What stands in a list of gaps for a kind of shared thing: no collection's name holds a dot. */
function sharedName(kind: string): string {
  return `shared.${kind}`;
}

/** The members of a thing that its fields stand in and, where many are asked for at once, its key. */
function sharedMembers({ key, fields, read }: Manifest['shared'][string]): readonly string[] {
  return [
    ...('batch' in read ? key : []),
    ...Object.entries(fields).map(([field, { at = field }]) => at.split(/[.[]/u)[0] ?? at),
  ];
}

function sharedFaults({ shared }: Manifest, fields: ReadonlyMap<string, Fields>): readonly string[] {
  return Object.entries(shared).flatMap(([kind, thing]) => {
    const known = fields.get(sharedName(kind));
    if (known === undefined || known.isOpen) return [];
    const missing = new Set(sharedMembers(thing).filter((member) => !known.described.has(member)));
    return [...missing].map((member) => `shared.${kind}: a thing has no field "${member}"`);
  });
}

function gapsOf({ collections, shared }: Manifest, fields: ReadonlyMap<string, Fields>): Comparison['gaps'] {
  const used = [
    ...Object.entries(collections).map(([name, spec]) => [name, Object.keys(spec.fields)] as const),
    ...Object.entries(shared).map(([kind, thing]) => [sharedName(kind), [...thing.key, ...sharedMembers(thing)]] as const),
  ];
  const gaps = used.map(([name, members]) => {
    const others = [...(fields.get(name)?.described ?? [])].filter((field) => !members.includes(field));
    return [name, others.sort()] as const;
  });
  return Object.fromEntries(gaps.filter(([, others]) => others.length > 0));
}
