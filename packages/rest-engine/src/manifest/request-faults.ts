import type { ValueFault } from '@habeas/connector-sdk';
import { stepsOf, type Step } from '../request/steps-of.js';
import { templatesOf } from '../request/templates-of.js';
import { jobFaults } from './job-faults.js';
import type { Manifest } from './manifest-schema.js';
import type { Pagination } from './pagination-schema.js';
import type { RequestSpec } from './request-schema.js';
import { type Known, templateFaults } from './template-faults.js';

/** A request of a manifest: where it stands, and what its templates may name. */
export interface PlacedRequest {
  readonly path: readonly PropertyKey[];
  readonly spec: RequestSpec;
  readonly known: Known;
}

/** A request that is sent as it stands: of a job, one of its steps. */
export interface PlacedStep extends PlacedRequest, Pick<Step, 'kind' | 'hasRecords' | 'isAddressed'> {
  /** The request that it is a step of: where it stands, and what it says. */
  readonly of: Pick<PlacedRequest, 'path' | 'spec'>;
}

type Path = readonly PropertyKey[];
const ANYTHING = 'anything' as const;

/** Every request of a manifest. */
export function requestsOf(manifest: Manifest): readonly PlacedRequest[] {
  const config = { config: new Set(Object.keys(manifest.config)) };
  const withListings = (names: readonly string[]): Known => Object.fromEntries(names.map((name) => [name, ANYTHING]));
  return [
    { path: ['check'], spec: manifest.check, known: config },
    ...Object.entries(manifest.listings)
      .filter(([, { periods }]) => periods === undefined)
      .map(([name, spec]) => ({
        path: ['listings', name],
        spec,
        known: { ...config, id: ANYTHING, typed: ANYTHING, md5: ANYTHING, ...withListings(spec.for) },
      })),
    ...Object.entries(manifest.shared).flatMap(([name, { key, read }]) =>
      readRequests(['shared', name, 'read'], read, { ...config, key: new Set(key) }),
    ),
    ...Object.entries(manifest.collections).flatMap(([name, collection]) =>
      collectionRequests(['collections', name], collection, { config, withListings }),
    ),
  ];
}

/** Every request of a manifest that is sent, those about jobs among them. */
export function placedStepsOf(manifest: Manifest): readonly PlacedStep[] {
  return requestsOf(manifest).flatMap((request) => {
    const { path, spec, known } = request;
    const withJob = spec.job?.id === undefined ? known : { ...known, job: ANYTHING };
    return stepsOf(spec).map((step) => ({
      ...step,
      path: [...path, ...step.path],
      known: step.kind === 'poll' || step.kind === 'result' ? withJob : known,
      of: request,
    }));
  });
}

/** How the records of a request come in pages: those of keys and properties do where they say so themselves, and a check never. */
export function paginationOf(manifest: Manifest, { path, spec }: Pick<PlacedRequest, 'path' | 'spec'>): Pagination | 'none' {
  const [section, , part, , more] = path;
  const isOne = section === 'check' || part === 'read' || part === 'properties' || part === 'files' || more === 'fetch';
  return spec.paginate ?? (isOne ? undefined : manifest.paginate) ?? 'none';
}

interface Names {
  readonly config: Known;
  readonly withListings: (names: readonly string[]) => Known;
}

function collectionRequests(at: Path, collection: Manifest['collections'][string], names: Names): readonly PlacedRequest[] {
  const chunk = collection.properties === undefined ? {} : { properties: ANYTHING };
  const config = { ...names.config, now: ANYTHING, ...chunk };
  const key = new Set(collection.key);
  return [
    ...(collection.properties === undefined
      ? []
      : [{ path: [...at, 'properties'], spec: collection.properties, known: names.config }]),
    ...collection.find.map((find, index) => ({
      path: [...at, 'find', index],
      spec: find,
      known: { ...config, id: ANYTHING, typed: ANYTHING, md5: ANYTHING, ...names.withListings(find.for) },
    })),
    ...readRequests([...at, 'read'], collection.read, { ...config, key }),
    ...Object.entries(collection.of).flatMap(([owner, owned]) => {
      const known = { ...config, parent: ANYTHING, ...names.withListings(owned.for) };
      return [
        { path: [...at, 'of', owner], spec: owned, known },
        ...fetchRequests([...at, 'of', owner, 'fetch'], owned.fetch, known),
      ];
    }),
    ...Object.entries(collection.files).map(([field, spec]) => ({
      path: [...at, 'files', field],
      spec,
      known: { ...names.config, record: ANYTHING },
    })),
  ];
}

function readRequests(
  at: Path,
  read: Manifest['collections'][string]['read'],
  known: Known & { key: ReadonlySet<string> },
): readonly PlacedRequest[] {
  if (read === undefined) return [];
  if ('each' in read) return [{ path: [...at, 'each'], spec: read.each, known }];
  return [{ path: [...at, 'batch'], spec: read.batch, known: { ...known, keys: ANYTHING } }];
}

type FetchSpec = Manifest['collections'][string]['of'][string]['fetch'];

function fetchRequests(at: Path, fetch: FetchSpec, known: Known): readonly PlacedRequest[] {
  if (fetch?.each !== undefined) return [{ path: [...at, 'each'], spec: fetch.each, known: { ...known, item: ANYTHING } }];
  return fetch?.batch === undefined ? [] : [{ path: [...at, 'batch'], spec: fetch.batch, known: { ...known, keys: ANYTHING } }];
}

/** What is wrong with the requests of a manifest whose format is right. */
export function requestFaults(manifest: Manifest): readonly ValueFault[] {
  return [
    ...connectionFaults(manifest),
    ...requestsOf(manifest).flatMap((request) => [...jobFaults({ ...request, pagination: paginationOf(manifest, request) })]),
    ...placedStepsOf(manifest)
      .filter(({ isAddressed }) => !isAddressed)
      .flatMap(({ path, spec, known }) => [
        ...verbFaults(path, spec),
        ...templatesOf(spec).flatMap((template) => templateFaults(path, template, known)),
      ]),
  ];
}

/** What every request has in common: only how requests are signed may name a secret. */
function connectionFaults({ config, secrets, base, tokenHost, fileHosts, headers, auth }: Manifest): readonly ValueFault[] {
  const known = { config: new Set(Object.keys(config)) };
  const signing = { ...known, secret: new Set(Object.keys(secrets)) };
  const texts = { base, ...(tokenHost === undefined ? {} : { tokenHost }), fileHosts, headers };
  return [
    ...textsIn(texts).flatMap(({ path, text }) => templateFaults(path, { path: [], text }, known)),
    ...textsIn(auth).flatMap(({ path, text }) => templateFaults(['auth', ...path], { path: [], text }, signing)),
  ];
}

function textsIn(value: unknown): readonly { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path: [], text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const steps: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, inner]) => textsIn(inner).map(({ path, text }) => ({ path: [step, ...path], text })));
}

function* verbFaults(path: Path, { get, post, body }: RequestSpec): Iterable<ValueFault> {
  if (get === undefined && post === undefined) yield { path, what: 'the request has no path', remedy: 'add get: /path' };
  if (get !== undefined && post !== undefined)
    yield { path: [...path, 'post'], what: 'it has both get and post', remedy: 'keep one' };
  if (body !== undefined && post === undefined)
    yield { path: [...path, 'body'], what: 'only a post has a body', remedy: 'remove it' };
}
