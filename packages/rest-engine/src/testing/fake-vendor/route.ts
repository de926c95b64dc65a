import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Manifest } from '../../manifest/manifest.js';
import type { JobSpec } from '../../manifest/job-schema.js';
import type { Pagination } from '../../manifest/pagination-schema.js';
import { paginationOf, placedStepsOf, type PlacedStep } from '../../manifest/request-faults.js';
import type { QueryValue } from '../../manifest/question-schema.js';
import type { RequestSpec } from '../../manifest/request-schema.js';
import type { Language } from '../../template/encoders.js';
import { holesOf, parseTemplate, type Scope } from '../../template/template.js';
import { joined, type Captures } from './captures.js';
import { matchBody } from './match-body.js';
import { pathPattern, textPattern, type Pattern } from './pattern.js';

/** What a request of the manifest is for. `index` tells the finds of a collection apart. */
export type Purpose =
  | { readonly kind: 'check' }
  | { readonly kind: 'listing'; readonly listing: string }
  | { readonly kind: 'shared'; readonly shared: string }
  | { readonly kind: 'properties' | 'read'; readonly collection: string }
  | { readonly kind: 'find'; readonly collection: string; readonly index: number }
  | { readonly kind: 'owned' | 'fetch'; readonly collection: string; readonly owner: string }
  | { readonly kind: 'file'; readonly collection: string; readonly field: string };

/** A request as it arrived, read. */
export interface ArrivedRequest {
  readonly method: string;
  /** As it was sent, percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: JsonValue | undefined;
}

/** A request of a manifest, as a vendor serves it. */
export interface Route {
  /** Where it stands in the manifest: `collections.customer.find.0`. */
  readonly name: string;
  readonly purpose: Purpose;
  readonly spec: RequestSpec;
  readonly pagination: Pagination | 'none';
  /** Where in a job it stands; nothing where it is none. */
  readonly step: JobStepRoute | undefined;
  /** How closely it describes what it serves: of two that match, the closer one is meant. */
  readonly closeness: number;
  /** What stood in the holes; nothing where the request is another. */
  match(request: ArrivedRequest): Captures | undefined;
}

/** A step of a job, as a vendor serves it. */
export interface JobStepRoute {
  readonly kind: 'submission' | 'poll' | 'result';
  readonly job: JobSpec;
  /** Where the request that it is a step of stands. */
  readonly of: string;
}

/** What beside the manifest's own parameters may stand in a query. */
export interface RouteContext {
  readonly config: JsonObject;
  /** The path of the base, without a slash at its end. */
  readonly prefix: string;
  readonly furtherParameters: readonly string[];
}

/** The parameter that the vendor's own addresses of next pages carry. */
export const PAGE_PARAMETER = 'page_token';

/** How much less a hole in a path says than a word in its place. */
const LOOSE = 10_000;

/** Every request of a manifest as a route, those about jobs among them. */
export function routesOf(manifest: Manifest, context: RouteContext): readonly Route[] {
  return placedStepsOf(manifest).map((placed) => {
    const { path, spec, of, isAddressed } = placed;
    const purpose = purposeOf(of.path.map(String));
    const pagination = spec.paginate ?? paginationOf(manifest, of);
    const step = stepIn(placed);
    const served = isAddressed && step !== undefined ? { ...spec, get: jobAddress(step, '${job}') } : spec;
    return routeOf({ name: path.join('.'), purpose, spec: served, pagination, step }, context);
  });
}

function stepIn({ kind, of }: PlacedStep): JobStepRoute | undefined {
  const { job } = of.spec;
  return kind === 'whole' || job === undefined ? undefined : { kind, job, of: of.path.join('.') };
}

/** The path below the base that a vendor of a test gives a step whose address it tells. */
export function jobAddress({ of, kind }: Pick<JobStepRoute, 'of' | 'kind'>, id: string): string {
  return `/jobs/${of}/${id}/${kind}`;
}

function purposeOf([section, name = '', ...rest]: readonly string[]): Purpose {
  if (section === 'check') return { kind: 'check' };
  if (section === 'shared') return { kind: 'shared', shared: name };
  return section === 'listings' ? { kind: 'listing', listing: name } : purposeIn(name, rest);
}

function purposeIn(collection: string, [part = '', detail = '', more]: readonly string[]): Purpose {
  switch (part) {
    case 'find':
      return { kind: 'find', collection, index: Number(detail) };
    case 'of':
      return { kind: more === undefined ? 'owned' : 'fetch', collection, owner: detail };
    case 'files':
      return { kind: 'file', collection, field: detail };
    default:
      return { kind: part === 'properties' ? 'properties' : 'read', collection };
  }
}

function routeOf(
  parts: Pick<Route, 'name' | 'purpose' | 'spec' | 'pagination' | 'step'>,
  { config, prefix, furtherParameters }: RouteContext,
): Route {
  const { spec, pagination } = parts;
  const address = spec.get ?? spec.post ?? '';
  const path = pathPattern(address, config);
  const query = Object.entries(spec.query).map(([name, value]) => [name, queryPattern(value, config)] as const);
  const known = new Set([...Object.keys(spec.query), ...pageParameters(pagination), ...furtherParameters]);
  return {
    ...parts,
    closeness: query.length + JSON.stringify(spec.body ?? '').length - LOOSE * holesOf(parseTemplate(address)).length,
    match(request) {
      const isExpected = request.method === (spec.get === undefined ? 'POST' : 'GET');
      if (!isExpected || !request.path.startsWith(prefix) || [...request.query.keys()].some((name) => !known.has(name))) {
        return undefined;
      }
      return joined([
        path(request.path.slice(prefix.length)),
        ...query.map(([name, read]) => read(request.query.get(name) ?? '')),
        spec.body === undefined ? new Map() : matchBody(spec.body, request.body, config),
      ]);
    },
  };
}

function pageParameters(pagination: Pagination | 'none'): readonly string[] {
  if (pagination === 'none') return [];
  const to = pagination.type === 'next' ? PAGE_PARAMETER : pagination.to;
  return [to, ...(pagination.size === undefined ? [] : [pagination.size.to])];
}

function queryPattern(value: QueryValue, config: Scope): Pattern {
  if (typeof value !== 'object') return textPattern(String(value), config);
  const [[language, text] = ['sql', ''] as const] = Object.entries(value) as [Language, string][];
  return textPattern(text, config, language);
}
