import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ReadingNews, type RequestNews, Unreachable } from '../api/service.js';
import { useService } from '../api/use-service.js';

const AGAIN_AFTER_MS = 2_000;
/** Each look at these is in the trail: nobody looks because something has changed. */
const LOOKS: ReadonlySet<unknown> = new Set(['asked', 'doubtful', 'identifierValues', 'records', 'task']);

/** What is heard of a request while its page is open. */
export interface News {
  /** Whether news come in; nothing is said before the first. */
  readonly isLive: boolean | undefined;
  readonly readings: readonly ReadingNews[];
}

/** Follows a request: whenever it has changed, what the page shows of it is asked for anew (ADR 0009). */
export function useNews(request: string): News {
  const service = useService();
  const client = useQueryClient();
  const [news, setNews] = useState<News>({ isLive: undefined, readings: [] });
  useEffect(() => {
    const over = new AbortController();
    const follow = async (): Promise<void> => {
      let seen: number | undefined;
      for await (const told of service.news(request, over.signal)) {
        setNews({ isLive: true, readings: readingsOf(told) });
        if (told.version !== seen) await refresh(client, service.controller, request);
        seen = told.version;
      }
    };
    void keepFollowing(follow, over.signal, () => {
      setNews(({ readings }) => ({ isLive: false, readings }));
    });
    return () => {
      over.abort();
    };
  }, [service, client, request]);
  return news;
}

/** Asks anew for everything of a request that is shown. */
export async function refresh(client: QueryClient, controller: string, request: string): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [owner, name, variables] }) =>
      owner === controller && !LOOKS.has(name) && JSON.stringify(variables ?? '').includes(JSON.stringify(request)),
  });
}

function readingsOf({ work }: RequestNews): readonly ReadingNews[] {
  return work.flatMap(({ progress }) => progress?.collections ?? []);
}

/** News end when the service does, and are followed again when it is back. What is refused is told by the page itself. */
async function keepFollowing(follow: () => Promise<void>, over: AbortSignal, onAway: () => void): Promise<void> {
  while (!isOver(over)) {
    try {
      await follow();
    } catch (error) {
      if (isOver(over) || !(error instanceof Unreachable || error instanceof TypeError)) return;
    }
    if (isOver(over)) return;
    onAway();
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

/** Asked by a call: it may have changed while something was awaited. */
function isOver({ aborted }: AbortSignal): boolean {
  return aborted;
}
