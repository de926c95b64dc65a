import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { EndDutyDialog, NoteDeathDialog } from './duty-dialogs.js';
import type { ShownRequest } from './shown-request.js';

type Duty = NonNullable<AcceptedOf<'duties'>['request']>['duties'][number];

/** What the request makes necessary outside this service: to pass it on (INT-07), to decide what becomes of the data of the dead (PER-06). */
export function DutiesPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const words = usePermissions().has('duty.note');
  const query = useDocument('duties', { id: request.id, words });
  return (
    <Part title={say('duty.title')} query={query}>
      {(data) => <Duties request={request} duties={data.request?.duties ?? []} />}
    </Part>
  );
}

function Duties({ request, duties }: { readonly request: ShownRequest; readonly duties: readonly Duty[] }): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const [open, setOpen] = useState<Duty | 'death'>();
  const close = (): void => {
    setOpen(undefined);
  };
  const isDead = duties.some(({ kind, outcome }) => kind === 'after_death' && outcome === null);
  return (
    <>
      {duties.length === 0 ? <p className="soft">{say('duty.none')}</p> : null}
      {duties.map((duty) => (
        <div key={duty.id} className="exchange">
          <Facts duty={duty} />
          {duty.outcome === null && permissions.has('duty.end') ? (
            <Button
              onPress={() => {
                setOpen(duty);
              }}
            >
              {say('duty.end')}
            </Button>
          ) : null}
        </div>
      ))}
      {permissions.has('duty.note') && !isDead ? (
        <Button
          onPress={() => {
            setOpen('death');
          }}
        >
          {say('duty.death')}
        </Button>
      ) : null}
      {open === undefined ? null : open === 'death' ? (
        <NoteDeathDialog request={request} onClose={close} />
      ) : (
        <EndDutyDialog request={request} duty={open.id} kind={open.kind} onClose={close} />
      )}
    </>
  );
}

function Facts({ duty }: { readonly duty: Duty }): ReactElement {
  const { say, day } = useSpeech();
  const word = useWord();
  const { kind, forWhom, records, channel, notedAt, outcome, endedAt, words, endWords } = duty;
  return (
    <>
      <p>
        <strong>{say(`duty.${kind}`)}</strong> {forWhom === null ? null : <bdi>{forWhom}</bdi>}
        {channel === null ? null : word('channel', channel)}{' '}
        <span className="soft">{say('duty.noted', { at: day(notedAt) })}</span>
      </p>
      {records === null ? null : <p className="soft">{say('duty.records', { count: records })}</p>}
      {kind === 'after_death' && outcome === null ? <Policy duty={duty} /> : null}
      {words == null ? null : (
        <p>
          <bdi>{words}</bdi>
        </p>
      )}
      {outcome === null || endedAt === null ? null : (
        <p>
          {word('dutyOutcome', outcome)} <span className="soft">{day(endedAt)}</span> <bdi>{endWords}</bdi>
        </p>
      )}
    </>
  );
}

/** What the policy promises of the data of the dead. Nothing is deleted by it. */
function Policy({ duty: { promisesDestruction, directives } }: { readonly duty: Duty }): ReactElement {
  const { say } = useSpeech();
  return (
    <p className="soft">
      {directives.length === 0 ? null : say('duty.directives')} {promisesDestruction ? say('duty.promised') : null}{' '}
      {say('duty.nothingDeleted')}
    </p>
  );
}
