import { type ReactElement, useState } from 'react';
import type { DoubtCause } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const CAUSES: readonly DoubtCause[] = [
  'unknown_sender',
  'several_people',
  'details_differ',
  'sent_by_another',
  'new_address',
  'contact_changed',
];

interface DoubtDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** A doubt about who asks, with its reason: one level more has to be proved (Art. 12(6) GDPR). */
export function DoubtDialog({ request, onClose }: DoubtDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [because, setBecause] = useState<DoubtCause>('unknown_sender');
  const [reason, setReason] = useState('');
  const text = reason.trim();
  return (
    <DecisionForm
      title={say('sure.noteDoubt')}
      submit={say('sure.noteDoubt')}
      request={request}
      isWhole={text !== ''}
      decide={(seen) => act('noteDoubt', { id: request.id, doubt: { because, text }, seen })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('sure.doubtText')}</p>
          <Choice
            label={say('sure.doubtCause')}
            value={because}
            options={CAUSES.map((value) => ({ value, text: say(`doubt.${value}`) }))}
            onChange={setBecause}
          />
          <TextField
            label={say('sure.doubtReason')}
            value={reason}
            onChange={setReason}
            isLong
            fault={isAsked && text === '' ? say('refuse.needed') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}
