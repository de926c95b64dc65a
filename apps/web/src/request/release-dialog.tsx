import { type ReactElement, useState } from 'react';
import { ServiceRefusal } from '../api/service.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ReleaseDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

const USUAL_DAYS = '7';
const MOST_DAYS = 30;

/** The release: for how many days, and why where something is missing. The service asks for a fresh proof. */
export function ReleaseDialog({ request, onClose }: ReleaseDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [days, setDays] = useState(USUAL_DAYS);
  const [reason, setReason] = useState('');
  // The service knows more that can be missing than the request tells: how sure it is who asks
  const [isWanted, setWanted] = useState(false);
  const isIncomplete = request.complete === false || isWanted;
  const hasNoReason = isIncomplete && reason.trim() === '';
  const hasNoDays = !isDays(days);
  return (
    <DecisionForm
      title={say('act.release')}
      submit={say('act.release')}
      request={request}
      isWhole={!hasNoReason && !hasNoDays}
      decide={(seen) =>
        act('release', {
          id: request.id,
          release: { days: Number(days), ...(isIncomplete ? { reason: reason.trim() } : {}) },
          seen,
        }).catch((error: unknown) => {
          if (error instanceof ServiceRefusal && error.code === 'INCOMPLETE') setWanted(true);
          throw error;
        })
      }
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.releaseText')}</p>
          <TextField
            label={say('act.releaseDays')}
            value={days}
            onChange={setDays}
            inputMode="numeric"
            autoFocus
            fault={isAsked && hasNoDays ? say('act.days') : undefined}
          />
          {request.complete === false ? <p className="fault">{say('act.releaseMissing')}</p> : null}
          {isIncomplete ? <ReasonField reason={reason} onChange={setReason} isFaulty={isAsked && hasNoReason} /> : null}
        </>
      )}
    </DecisionForm>
  );
}

function isDays(text: string): boolean {
  return /^\d{1,2}$/u.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_DAYS;
}

interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly isFaulty: boolean;
}

function ReasonField({ reason, onChange, isFaulty }: ReasonFieldProps): ReactElement {
  const { say } = useSpeech();
  const fault = isFaulty ? say('act.required') : undefined;
  return <TextField label={say('act.releaseReason')} value={reason} onChange={onChange} isLong fault={fault} />;
}
