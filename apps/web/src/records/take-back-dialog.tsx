import { type ReactElement } from 'react';
import { DecisionForm } from '../request/decision-form.js';
import type { ShownRequest } from '../request/shown-request.js';
import { useAct } from '../request/use-act.js';
import { useSpeech } from '../words/use-speech.js';
import type { HeldRuling } from './record-card.js';

interface TakeBackDialogProps {
  readonly ruling: HeldRuling;
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Shows again what was hidden of a record. */
export function TakeBackDialog({ ruling, request, onClose }: TakeBackDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const { source, collection, recordId, field } = ruling;
  const place = { source, collection, recordId, ...(field === null ? {} : { field }) };
  return (
    <DecisionForm
      title={say('records.takeBack')}
      submit={say('records.takeBack')}
      request={request}
      decide={(seen) =>
        act('rule', {
          id: request.id,
          ruling: { ...place, involvement: 'mentioned', outcome: 'disclose', reason: ruling.reason },
          seen,
        })
      }
      onClose={onClose}
    >
      <p>{say('records.takeBackText')}</p>
    </DecisionForm>
  );
}
