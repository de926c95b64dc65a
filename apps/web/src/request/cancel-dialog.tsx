import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface CancelDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** The person took the request back: how is noted. */
export function CancelDialog({ request, onClose }: CancelDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [reason, setReason] = useState('');
  const isMissing = reason.trim() === '';
  return (
    <DecisionForm
      title={say('act.cancel')}
      submit={say('act.cancel')}
      isGrave
      request={request}
      isWhole={!isMissing}
      decide={(seen) => act('cancel', { id: request.id, reason: reason.trim(), seen })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.cancelText')}</p>
          <TextField
            label={say('act.cancelReason')}
            value={reason}
            onChange={setReason}
            isLong
            autoFocus
            fault={isAsked && isMissing ? say('act.required') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}
