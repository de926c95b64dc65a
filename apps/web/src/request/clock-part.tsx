import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Part } from '../parts/part.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { OtherRights } from './other-rights.js';
import { ReceiptDialog } from './receipt-dialog.js';
import { ReminderDialog } from './reminder-dialog.js';
import type { ShownRequest } from './shown-request.js';

type Clock = NonNullable<AcceptedOf<'clock'>['request']>;

/** What is to be done and when, what was asked of the subject, and what they asked again (DLN-04, DLN-07, INT-05). */
export function ClockPart({ request: shown }: { readonly request: ShownRequest }): ReactElement {
  const { id } = shown;
  const { say } = useSpeech();
  const words = usePermissions().has('request.ask');
  const query = useDocument('clock', { id, words });
  return (
    <Part title={say('clock.title')} query={query}>
      {({ request }) => (request === null ? null : <Dates request={shown} clock={request} />)}
    </Part>
  );
}

interface DatesProps {
  readonly request: ShownRequest;
  readonly clock: Clock;
}

function Dates({ request, clock: { agenda, questions, reminders, otherRights, extension } }: DatesProps): ReactElement {
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
      <ClockActs request={request} />
      <OtherRights request={request} tasks={otherRights} />
    </>
  );
}

/** Nobody is reminded of what was taken back. */
const OVER: ReadonlySet<ShownRequest['state']> = new Set(['cancelled', 'shredded']);

/** What moves the dates, and what does not. */
function ClockActs({ request }: { readonly request: ShownRequest }): ReactElement | null {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const mayRemind = permissions.has('request.ask') && !OVER.has(request.state);
  const mayCorrect = permissions.has('request.correct') && request.state !== 'shredded';
  if (!mayRemind && !mayCorrect) return null;
  return (
    <div className="actions">
      {mayRemind ? (
        <DialogButton dialog={(onClose) => <ReminderDialog request={request} onClose={onClose} />}>
          {say('remind.note')}
        </DialogButton>
      ) : null}
      {mayCorrect ? (
        <DialogButton dialog={(onClose) => <ReceiptDialog request={request} onClose={onClose} />}>
          {say('receipt.correct')}
        </DialogButton>
      ) : null}
    </div>
  );
}
