import { type ReactElement, useState } from 'react';
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
  const [isAsked, setAsked] = useState(false);
  const isIncomplete = request.complete === false;
  const hasNoReason = isIncomplete && reason.trim() === '';
  const hasNoDays = !isDays(days);
  return (
    <DecisionForm
      title={say('act.release')}
      submit={say('act.release')}
      request={request}
      isReady={() => {
        setAsked(true);
        return !hasNoReason && !hasNoDays;
      }}
      decide={() =>
        act('release', { id: request.id, release: { days: Number(days), ...(isIncomplete ? { reason: reason.trim() } : {}) } })
      }
      onClose={onClose}
    >
      <p>{say('act.releaseText')}</p>
      <TextField
        label={say('act.releaseDays')}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        autoFocus
        fault={isAsked && hasNoDays ? say('act.days') : undefined}
      />
      {isIncomplete ? (
        <>
          <p className="fault">{say('act.releaseMissing')}</p>
          <TextField
            label={say('act.releaseReason')}
            value={reason}
            onChange={setReason}
            isLong
            fault={isAsked && hasNoReason ? say('act.required') : undefined}
          />
        </>
      ) : null}
    </DecisionForm>
  );
}

function isDays(text: string): boolean {
  return /^\d{1,2}$/u.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_DAYS;
}
