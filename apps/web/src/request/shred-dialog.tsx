import { type ReactElement, useState } from 'react';
import { Tick } from '../parts/tick.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ShredDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Destroys the personal data of a decided request before its time is over: what goes, and what stays, is said first. */
export function ShredDialog({ request, onClose }: ShredDialogProps): ReactElement {
  const { say, day } = useSpeech();
  const act = useAct(request.id);
  const [isSure, setSure] = useState(false);
  const { state, expiresAt } = request;
  return (
    <DecisionForm
      title={say('act.shred')}
      submit={say('act.shred')}
      isGrave
      request={request}
      isWhole={isSure}
      decide={() => act('shred', { id: request.id })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          {expiresAt === null ? null : (
            <p>
              {say('shred.byItself', { day: day(expiresAt) })} {state === 'released' ? say('shred.fetched') : null}
            </p>
          )}
          <p>
            <strong>{say('shred.goes')}</strong> {say('shred.goesText')}
          </p>
          <p>
            <strong>{say('shred.stays')}</strong> {say('shred.staysText')}
          </p>
          <p>{say('shred.first')}</p>
          <Tick isTicked={isSure} onChange={setSure}>
            {say('shred.sure')}
          </Tick>
          {isAsked && !isSure ? (
            <p className="fault" role="alert">
              {say('shred.notSure')}
            </p>
          ) : null}
        </>
      )}
    </DecisionForm>
  );
}
