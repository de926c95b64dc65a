import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useId } from 'react';
import { ServiceRefusal } from '../api/service.js';
import { useSpeech } from '../words/use-speech.js';
import { Failed, Loading } from './states.js';

interface PartProps<T> {
  readonly title: string;
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** One part of a page, which loads, fails and is forbidden by itself: the rest of the page is there all the same. */
export function Part<T>({ title, query, children }: PartProps<T>): ReactElement {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Content query={query}>{children}</Content>
    </section>
  );
}

function Content<T>({ query: { data, error, refetch }, children }: Omit<PartProps<T>, 'title'>): ReactNode {
  const { say } = useSpeech();
  if (data !== undefined) return children(data);
  if (error === null) return <Loading />;
  if (error instanceof ServiceRefusal && error.code === 'FORBIDDEN')
    return <p className="soft">{say('request.partForbidden')}</p>;
  return <Failed title={say('request.partFailed')} error={error} onRetry={() => void refetch()} />;
}
