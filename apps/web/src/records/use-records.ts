import { useCallback, useEffect, useRef, useState } from 'react';
import { type AcceptedOf, Cancelled } from '../api/service.js';
import { useService } from '../api/use-service.js';

/** Records that come at once: a page costs the service what is in it. */
export const PAGE = 50;
/** Pages that are kept while others are looked at. */
const KEPT = 20;
/** While somebody scrolls past, nothing is asked for. */
const SETTLED_MS = 90;

export type FoundRecord = AcceptedOf<'records'>['findings']['edges'][number]['node'];

/** Which records are looked at. */
export interface RecordsQuery {
  readonly request: string;
  readonly source: string;
  readonly collection: string;
  readonly unmask: boolean;
}

/** The records of a collection as far as they are looked at. Each page is in the trail; all is forgotten with the page. */
export interface Records {
  /** Unknown before the first page. */
  readonly total: number | undefined;
  readonly recordAt: (index: number) => FoundRecord | undefined;
  /** Has what lies in these places asked for, once nobody scrolls. */
  readonly see: (first: number, last: number) => void;
  readonly error: unknown;
  readonly again: () => void;
}

interface Loaded {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly FoundRecord[]>;
}

/** See {@link Records}. Made anew for another query: what was unmasked does not stay. */
export function useRecords({ request, source, collection, unmask }: RecordsQuery): Records {
  const service = useService();
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<unknown>();
  const underWay = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const load = useCallback(
    async (page: number): Promise<void> => {
      if (underWay.current.has(page)) return;
      underWay.current.add(page);
      try {
        const place = { request, source, collection, unmask, first: PAGE };
        const { findings } = await service.run('records', { ...place, after: page === 0 ? null : String(page * PAGE) });
        setLoaded((earlier) => withPage(earlier, page, findings));
      } catch (failure) {
        setError(failure instanceof Cancelled ? new NotShown() : failure);
      } finally {
        underWay.current.delete(page);
      }
    },
    [service, request, source, collection, unmask],
  );
  useEffect(() => {
    void load(0);
    return () => {
      clearTimeout(timer.current);
    };
  }, [load]);
  const see = useCallback(
    (first: number, last: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
          if (loaded?.pages.has(page) !== true) void load(page);
        }
      }, SETTLED_MS);
    },
    [load, loaded],
  );
  return {
    total: loaded?.total,
    recordAt: (index) => loaded?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    see,
    error,
    again: () => {
      setError(undefined);
      void load(0);
    },
  };
}

/** Whoever looks would rather not prove that it is them. */
export class NotShown extends Error {
  override readonly name = 'NotShown';
}

function withPage(earlier: Loaded | undefined, page: number, { edges, totalCount }: AcceptedOf<'records'>['findings']): Loaded {
  const all = [...(earlier?.pages ?? []), [page, edges.map(({ node }) => node)] as const];
  const near = all.sort(([left], [right]) => Math.abs(left - page) - Math.abs(right - page)).slice(0, KEPT);
  return { total: totalCount, pages: new Map(near) };
}
