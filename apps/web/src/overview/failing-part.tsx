import type { ReactElement } from 'react';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Cards } from '../parts/cards.js';
import { Share } from '../parts/share.js';
import { useSpeech } from '../words/use-speech.js';
import { failingIn, type Month } from './figures.js';

/** Which sources stand in the way of complete answers, in how many requests. */
export function FailingPart({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say, number } = useSpeech();
  const maySee = usePermissions().has('source.read');
  const { data } = useDocument('sources', {}, { enabled: maySee });
  const failing = failingIn(months);
  const titleOf = (id: string): string => data?.sources.find((source) => source.id === id)?.title ?? id;
  const most = failing[0]?.[1] ?? 0;
  return (
    <section className="part">
      <h2>{say('overview.failing')}</h2>
      {failing.length === 0 ? (
        <p>{say('overview.noneFailing')}</p>
      ) : (
        <Cards
          label={say('overview.failing')}
          rows={failing}
          keyOf={([source]) => source}
          columns={[
            { title: say('sources.source'), cell: ([source]) => <bdi>{titleOf(source)}</bdi> },
            {
              title: say('overview.inRequests'),
              cell: ([, requests]) => (
                <>
                  {number(requests)}
                  <Share part={requests} whole={most} />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
