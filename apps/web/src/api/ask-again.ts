import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './service.js';

const LONGEST_WAIT_MS = 15_000;

/** What is asked is asked again while the service is away, for as long as the page is open; what it refuses is not. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (_count, error) => error instanceof Unreachable,
        retryDelay: (count) => Math.min(1_000 * 2 ** count, LONGEST_WAIT_MS),
        staleTime: 2_000,
        // A browser that thinks it is offline may still reach a service on its own machine
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
