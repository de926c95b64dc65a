import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { Fault } from '../parts/states.js';
import { keyText } from '../records/key-text.js';
import { useSpeech } from '../words/use-speech.js';
import { ReviewForm } from './review-form.js';
import type { ShownRequest } from './shown-request.js';
import { useLook } from './use-look.js';

type Doubtful = AcceptedOf<'doubtful'>['doubtfulMatch'];
type Mark = Doubtful['given'][number] & { readonly field?: string | null | undefined };

type Waiting = Readonly<Record<'id' | 'place' | 'record', string>>;

/** The matches that wait for a human (IDV-06): both sides beside each other, a decision, and its reason. */
export function MatchesPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('matches', { id: request.id });
  return (
    <Part title={say('matches.title')} query={query}>
      {(data) => {
        const waiting = (data.request?.matches ?? []).filter(({ decision, review }) => decision === 'queued' && review === null);
        if (waiting.length === 0) return <p className="soft">{say('matches.none')}</p>;
        return (
          <>
            <p>{say('matches.text')}</p>
            {waiting.map(({ id, source, collection, recordId }) => (
              <DoubtfulMatch
                key={id}
                match={{ id, place: `${source}.${collection}`, record: keyText(recordId) }}
                request={request}
              />
            ))}
          </>
        );
      }}
    </Part>
  );
}

function DoubtfulMatch({ match, request }: { readonly match: Waiting; readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const look = useLook('doubtful', { request: request.id, match: match.id });
  const title = say('matches.record', match);
  return (
    <article className="match" aria-label={title}>
      <h3>{title}</h3>
      {look.found === undefined ? (
        <Button isPending={look.isPending} onPress={look.look}>
          {say('matches.compare')}
        </Button>
      ) : (
        <>
          <Sides doubtful={look.found.doubtfulMatch} />
          <ReviewForm match={match.id} request={request} />
        </>
      )}
      {look.error === undefined ? null : <Fault error={look.error} />}
    </article>
  );
}

function Sides({ doubtful: { given, found } }: { readonly doubtful: Doubtful }): ReactElement {
  const { say } = useSpeech();
  return (
    <div className="sides">
      <Side title={say('matches.given')} marks={given} other={found} />
      <Side title={say('matches.found')} marks={found} other={given} />
    </div>
  );
}

/** What is the same on both sides is marked so, by a word of the page's own: colour alone would not do. */
function Side({
  title,
  marks,
  other,
}: {
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly other: readonly Mark[];
}): ReactElement {
  const { say } = useSpeech();
  const isOnBoth = ({ kind, value }: Mark): boolean =>
    other.some((mark) => mark.kind === kind && mark.value.toLowerCase() === value.toLowerCase());
  return (
    <div>
      <h4>{title}</h4>
      {marks.length === 0 ? <p className="soft">{say('matches.nothing')}</p> : null}
      <dl className="given">
        {marks.map((mark, index) => (
          <div key={`${String(index)}.${mark.value}`} className={isOnBoth(mark) ? 'same' : undefined}>
            <dt>
              {say(`kind.${mark.kind}`)} {mark.field === null || mark.field === undefined ? null : <code>{mark.field}</code>}
            </dt>
            <dd>
              <bdi>{mark.value}</bdi>
              {isOnBoth(mark) ? <span className="soft"> · {say('matches.same')}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
