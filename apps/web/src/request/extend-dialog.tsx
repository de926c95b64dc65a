import { type ReactElement, useState } from 'react';
import type { ExtensionReason } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ExtendDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

const REASONS: readonly ExtensionReason[] = [
  'volume_of_data',
  'scattered_sources',
  'redaction_needed',
  'explanation_work',
  'number_of_requests_of_same_subject',
];

/** Two months more at most, for a reason of the law, and only once the notice was sent in the first month (Art. 12(3)). */
export function ExtendDialog({ request, onClose }: ExtendDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [reason, setReason] = useState<ExtensionReason>('volume_of_data');
  const [explanation, setExplanation] = useState('');
  const [promisedOn, setPromisedOn] = useState('');
  const notice = { explanation: explanation.trim(), promisedOn };
  const isMissing = notice.explanation === '';
  return (
    <DecisionForm
      title={say('act.extend')}
      submit={say('act.extend')}
      request={request}
      isWhole={!isMissing && promisedOn !== ''}
      decide={(seen) => act('extend', { id: request.id, extension: { reason, notice }, seen })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.extendText')}</p>
          <Choice
            label={say('extend.reason')}
            value={reason}
            options={REASONS.map((value) => ({ value, text: say(`extension.${value}`) }))}
            onChange={setReason}
          />
          <TextField
            label={say('extend.explanation')}
            hint={say('extend.explanationHint')}
            value={explanation}
            onChange={setExplanation}
            isLong
            fault={isAsked && isMissing ? say('act.required') : undefined}
          />
          <TextField
            label={say('extend.promisedOn')}
            type="date"
            value={promisedOn}
            onChange={setPromisedOn}
            fault={isAsked && promisedOn === '' ? say('extend.noDay') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}
