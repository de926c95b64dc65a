import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { usePermissions } from '../app/use-permissions.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { BeginBreachDialog, EndBreachDialog } from './breach-dialogs.js';
import type { ShownRequest } from './shown-request.js';

type Breach = NonNullable<AcceptedOf<'delivery'>['request']>['breaches'][number];

interface BreachPartProps {
  readonly request: ShownRequest;
  readonly breaches: readonly Breach[];
}

/** Answers that reached somebody else: how long there is to notify the authority, what went out, and what came of it (DEL-03). */
export function BreachPart({ request, breaches }: BreachPartProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [open, setOpen] = useState<string>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <>
      {breaches.length === 0 ? null : <h3>{say('breach.title')}</h3>}
      {breaches.map((breach) => (
        <div key={breach.id} className="exchange">
          <Facts breach={breach} request={request} />
          {breach.outcome === null && permissions.has('breach.end') ? (
            <Button
              onPress={() => {
                setOpen(breach.id);
              }}
            >
              {say('breach.end')}
            </Button>
          ) : null}
        </div>
      ))}
      {permissions.has('breach.note') ? (
        <div className="actions">
          <Button
            weight="grave"
            onPress={() => {
              setOpen('new');
            }}
          >
            {say('breach.begin')}
          </Button>
        </div>
      ) : null}
      {open === undefined ? null : open === 'new' ? (
        <BeginBreachDialog request={request} onClose={close} />
      ) : (
        <EndBreachDialog request={request} breach={open} onClose={close} />
      )}
    </>
  );
}

function Facts({ breach, request }: { readonly breach: Breach; readonly request: ShownRequest }): ReactElement {
  const { say, moment } = useSpeech();
  const word = useWord();
  const { knownAt, releasedAt, sha256, records, files, openings, downloads, outcome, endedAt } = breach;
  return (
    <>
      <p>
        {say('breach.known', { at: moment(knownAt) })} {outcome === null ? <Left breach={breach} /> : null}
      </p>
      <p className="soft">{say('breach.sent', { at: moment(releasedAt), records, files, openings, downloads })}</p>
      <p className="soft">
        SHA-256 <code>{sha256}</code>
      </p>
      {outcome === null || endedAt === null ? null : (
        <p>
          {say('breach.ended', { at: moment(endedAt), outcome: word('breachOutcome', outcome) })}{' '}
          {breach.isLate ? say('breach.late') : null}
        </p>
      )}
      <Words breach={breach.id} request={request} />
    </>
  );
}

function Left({ breach: { notifyBy, minutesLeft, isLate } }: { readonly breach: Breach }): ReactElement {
  const { say, moment } = useSpeech();
  const left = minutesLeft ?? 0;
  return (
    <strong>
      {say('breach.until', { at: moment(notifyBy) })}{' '}
      {isLate ? say('breach.over') : say('breach.left', { hours: Math.floor(left / 60), minutes: left % 60 })}
    </strong>
  );
}

/** What people wrote, for those who note breaches. */
function Words({ breach, request }: { readonly breach: string; readonly request: ShownRequest }): ReactElement | null {
  const permissions = usePermissions();
  const { data } = useDocument('breachWords', { id: request.id }, { enabled: permissions.has('breach.note') });
  const said = data?.request?.breaches.find(({ id }) => id === breach);
  if (said === undefined) return null;
  return (
    <>
      {[said.words, said.endWords]
        .filter((text) => text !== null)
        .map((text) => (
          <p key={text}>
            <bdi>{text}</bdi>
          </p>
        ))}
    </>
  );
}
