import { type InfiniteData, keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { AcceptedOf } from '../api/service.js';
import { keyOf, useService } from '../api/use-service.js';
import { type InboxFilter, inboxVariables } from './inbox-filter.js';

/** How often the list is looked at again while it is open. */
const EVERY_MS = 15_000;

export type InboxPage = AcceptedOf<'inbox'>;
export type InboxRow = InboxPage['requests']['edges'][number]['node'];

/** The requests that a filter shows, page after page; what was loaded is kept up to date. */
export function useInbox(filter: InboxFilter): UseInfiniteQueryResult<InfiniteData<InboxPage, string | null>> {
  const service = useService();
  const variables = inboxVariables(filter, Date.now());
  return useInfiniteQuery({
    queryKey: keyOf(service.controller, 'inbox', variables),
    queryFn: ({ pageParam }) => service.run('inbox', { ...variables, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ requests: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    // While somebody types, what was there before stays until there is something else
    placeholderData: keepPreviousData,
    // Many pages would all be asked for each time
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 3 ? false : EVERY_MS),
  });
}
