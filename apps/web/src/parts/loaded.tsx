import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.js';
import { Failed, Loading } from './states.js';

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** What a page is about: there, on its way, forbidden, or not to be had just now. */
export function Loaded<T>({ query: { data, error, refetch }, children }: LoadedProps<T>): ReactNode {
  const { say } = useSpeech();
  if (data !== undefined) return children(data);
  if (error === null) return <Loading />;
  return <Failed title={say('room.failed')} error={error} onRetry={() => void refetch()} />;
}
