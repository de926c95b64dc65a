import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { keyOf, useService } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

const PAGE = 20;

type Entry = AcceptedOf<'trail'>['auditTrail']['edges'][number]['node'];

/** What happened to a request, from the trail, the latest first. Reading it is in it too. */
export function TrailPart({ request: { id } }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const service = useService();
  const query = useInfiniteQuery({
    queryKey: keyOf(service.controller, 'trail', { first: PAGE, request: id }),
    queryFn: ({ pageParam }) => service.run('trail', { first: PAGE, request: id, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ auditTrail: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  return (
    <Part title={say('trail.title')} query={query}>
      {({ pages }) => (
        <>
          <Entries entries={pages.flatMap(({ auditTrail }) => auditTrail.edges.map(({ node }) => node))} />
          {query.hasNextPage ? (
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {say('trail.more')}
            </Button>
          ) : null}
        </>
      )}
    </Part>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const { say, moment } = useSpeech();
  const nameOf = useNameOf();
  return (
    <ol className="trail">
      {entries.map(({ id, at, action, actor, actorKind, outcome }) => {
        const word = knownWord('action', action);
        return (
          <li key={id}>
            <time dateTime={at}>{moment(at)}</time>
            <span>
              {word === undefined ? <code>{action}</code> : say(word)}
              {outcome === 'refused' ? <strong> ({say('trail.refused')})</strong> : null}
              <span className="soft"> · {nameOf(actorKind, actor)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
