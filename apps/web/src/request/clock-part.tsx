import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Part } from '../parts/part.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { ShownRequest } from './shown-request.js';

type Clock = NonNullable<AcceptedOf<'clock'>['request']>;

/** What is to be done and when, what was asked of the subject, and what they asked again (DLN-04, DLN-07, INT-05). */
export function ClockPart({ request: { id } }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const words = usePermissions().has('request.ask');
  const query = useDocument('clock', { id, words });
  return (
    <Part title={say('clock.title')} query={query}>
      {({ request }) => (request === null ? null : <Dates clock={request} />)}
    </Part>
  );
}

function Dates({ clock: { agenda, questions, reminders, otherRights, extension } }: { readonly clock: Clock }): ReactElement {
  const { say, day } = useSpeech();
  const word = useWord();
  return (
    <>
      {agenda.length === 0 ? <p className="soft">{say('clock.nothing')}</p> : null}
      <ol className="agenda">
        {agenda.map(({ on, what, isPast }) => (
          <li key={`${on}.${what}`} className={isPast ? 'past' : undefined}>
            <time dateTime={on}>{day(on)}</time> {word('agenda', what)}
          </li>
        ))}
      </ol>
      {extension === null ? null : (
        <p>
          {say('clock.extended', { reason: word('extension', extension.reason) })}{' '}
          {extension.noticeSentAt === null ? <strong>{say('clock.noNotice')}</strong> : null}
        </p>
      )}
      {questions.map(({ id, kind, text, askedAt, isOpen, answer, answeredAt }) => (
        <div key={id} className="exchange">
          <p>
            <strong>{word('question', kind)}</strong> <span className="soft">{day(askedAt)}</span>{' '}
            {isOpen ? say('clock.open') : null}
          </p>
          {text === null || text === undefined ? null : (
            <p>
              <bdi>{text}</bdi>
            </p>
          )}
          {answeredAt === null ? null : (
            <p className="soft">
              {say('clock.answered', { day: day(answeredAt) })} <bdi>{answer}</bdi>
            </p>
          )}
        </div>
      ))}
      {reminders.map(({ id, receivedAt, text }) => (
        <p key={id} className="exchange">
          <strong>{say('clock.reminder')}</strong> <span className="soft">{day(receivedAt)}</span> <bdi>{text}</bdi>
        </p>
      ))}
      {otherRights.map((task) => (
        <OtherRight key={task.right} task={task} />
      ))}
    </>
  );
}

/** What else the same message asks for: people do it elsewhere, by its own day (INT-11). */
function OtherRight({ task }: { readonly task: Clock['otherRights'][number] }): ReactElement {
  const { say, day } = useSpeech();
  const word = useWord();
  const { right, dueOn, outcome, endedAt, text, endText } = task;
  return (
    <p className="exchange">
      <strong>{word('otherRight', right)}</strong> <bdi>{text}</bdi>{' '}
      {outcome === null || endedAt === null ? (
        <strong>{say('clock.otherDue', { day: day(dueOn) })}</strong>
      ) : (
        <span className="soft">
          {word('otherOutcome', outcome)} {day(endedAt)} <bdi>{endText}</bdi>
        </span>
      )}
    </p>
  );
}
