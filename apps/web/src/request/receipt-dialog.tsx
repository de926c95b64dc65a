import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ReceiptDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** It reached the controller before somebody noted it: all dates are computed anew (INT-01). */
export function ReceiptDialog({ request, onClose }: ReceiptDialogProps): ReactElement {
  const { say, moment } = useSpeech();
  const act = useAct(request.id);
  const noted = typedOf(request.receivedAt);
  const [time, setTime] = useState(noted);
  const [reason, setReason] = useState('');
  const isSame = time === '' || time === noted;
  const isMissing = reason.trim() === '';
  const decide = (): Promise<boolean> =>
    act('correctReceipt', { id: request.id, receipt: { receivedAt: new Date(time).toISOString(), reason: reason.trim() } });
  return (
    <DecisionForm
      title={say('receipt.correct')}
      submit={say('receipt.submit')}
      request={request}
      isWhole={!isSame && !isMissing}
      decide={decide}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('receipt.text')}</p>
          <p className="soft">{say('receipt.bounds')}</p>
          <TextField
            label={say('receipt.at')}
            hint={say('receipt.noted', { at: moment(request.receivedAt) })}
            type="datetime-local"
            value={time}
            onChange={setTime}
            fault={isAsked && isSame ? say('receipt.same') : undefined}
          />
          <TextField
            label={say('receipt.reason')}
            value={reason}
            onChange={setReason}
            isLong
            fault={isAsked && isMissing ? say('refuse.needed') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}

/** A time as a field has it: where the browser is, to the minute. */
function typedOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
