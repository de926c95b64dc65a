import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface EndDialogProps {
  readonly name: 'refuse' | 'cancel';
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** A refusal has a reason, and a letter that tells it with the ways to complain (Art. 12(4)); a withdrawal has one too. */
export function EndDialog({ name, request, onClose }: EndDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <DecisionForm
      title={say(`act.${name}`)}
      submit={say(`act.${name}`)}
      isGrave
      request={request}
      isReady={() => {
        setAsked(true);
        return !isMissing;
      }}
      decide={(seen) => act(name, { id: request.id, reason: reason.trim(), seen })}
      onClose={onClose}
    >
      <p>{say(`act.${name}Text`)}</p>
      <TextField
        label={say(`act.${name}Reason`)}
        value={reason}
        onChange={setReason}
        isLong
        autoFocus
        fault={isAsked && isMissing ? say('act.required') : undefined}
      />
    </DecisionForm>
  );
}
