import { ownerOf, type Holding } from '../world/world.js';
import type { Pagination } from '../../manifest/pagination-schema.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { RequestSpec } from '../../manifest/request-schema.js';
import type { Bench } from './bench.js';

/** A list that comes in pages: of an owner's records, or of what a search finds. */
export interface PagedList {
  readonly collection: string;
  /** Of whom; nothing for a search. */
  readonly owner: string | undefined;
  readonly pagination: Pagination;
}

/** The lists of a manifest that come in pages: of those that are alike but for their names, which the engine reads alike, one. */
export function pagedLists(manifest: Manifest): readonly PagedList[] {
  const shapes = new Map<string, PagedList>();
  for (const list of everyPagedList(manifest)) {
    const shape = shapeOf(manifest, list);
    if (!shapes.has(shape)) shapes.set(shape, list);
  }
  return [...shapes.values()];
}

type Asked = RequestSpec & { readonly for: readonly string[] };

function shapeOf({ collections }: Manifest, { collection, owner, pagination }: PagedList): string {
  const spec = collections[collection];
  const owned = spec?.of[owner ?? ''];
  const { records, for: over, post, job }: Partial<Asked> = owned ?? spec?.find[0] ?? {};
  const keyed = [spec?.read, owned?.fetch].map((each) => Object.keys(each ?? {}));
  const request = [records, over, post === undefined, job !== undefined];
  return JSON.stringify([pagination, owner === undefined, request, keyed, sizesOf(spec)]);
}

function sizesOf(spec: Manifest['collections'][string] | undefined): readonly unknown[] {
  return [Object.keys(spec?.set ?? {}).length, Object.keys(spec?.of ?? {}).length, spec?.properties?.chunk];
}

function everyPagedList({ collections, paginate }: Manifest): readonly PagedList[] {
  const paged = (spec: RequestSpec): Pagination | undefined => {
    const own = spec.paginate ?? paginate;
    return own === 'none' ? undefined : own;
  };
  return Object.entries(collections).flatMap(([collection, { find, of }]) => [
    ...Object.entries(of).flatMap(([owner, spec]) => listOf(collection, owner, paged(spec))),
    ...(Object.keys(of).length > 0 ? [] : find.slice(0, 1).flatMap((spec) => listOf(collection, undefined, paged(spec)))),
  ]);
}

function listOf(collection: string, owner: string | undefined, pagination: Pagination | undefined): readonly PagedList[] {
  return pagination === undefined ? [] : [{ collection, owner, pagination }];
}

/** Why there is nothing to look at in lists that come in pages. */
export function withoutPages({ manifest }: { readonly manifest: Manifest }): string | undefined {
  return pagedLists(manifest).length === 0 ? 'no list of the vendor comes in pages' : undefined;
}

/** Records of one page in the lists of a bench. */
export function pageSizeOf({ vendor }: Bench, { pagination }: PagedList): number {
  return Math.min(vendor.quirks.pageSize, pagination.size?.is ?? Number.POSITIVE_INFINITY);
}

/** Somebody of whom a list holds so many. */
export function holdingOf({ collection }: Pick<PagedList, 'collection'>, count: number): Holding {
  return ownerOf(collection, count);
}
