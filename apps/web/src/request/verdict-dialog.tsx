import { type ReactElement, useState } from 'react';
import type { DocumentKind, DocumentOutcome } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const KINDS: readonly DocumentKind[] = ['identity_card', 'passport', 'residence_permit'];
const OUTCOMES: readonly DocumentOutcome[] = ['accepted', 'rejected'];

interface VerdictDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Decides about the copy that was looked at, which deletes it: that it was checked is all that stays (IDV-04). */
export function VerdictDialog({ request, onClose }: VerdictDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [kind, setKind] = useState<DocumentKind>('identity_card');
  const [outcome, setOutcome] = useState<DocumentOutcome>('accepted');
  return (
    <DecisionForm
      title={say('document.decide')}
      submit={say('document.submit')}
      request={request}
      isGrave
      decide={() => act('decideDocument', { id: request.id, verdict: { kind, outcome } })}
      onClose={onClose}
    >
      <p>{say('document.decideText')}</p>
      <Choice
        label={say('document.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, text: say(`documentKind.${value}`) }))}
        onChange={setKind}
      />
      <Choice
        label={say('document.outcome')}
        value={outcome}
        options={OUTCOMES.map((value) => ({ value, text: say(`document.${value}`) }))}
        onChange={setOutcome}
      />
    </DecisionForm>
  );
}
