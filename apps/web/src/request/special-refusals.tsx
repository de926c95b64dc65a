import { type ReactElement, useState } from 'react';
import type { IdentifierKind } from '../api/operations.generated.js';
import { TextField } from '../parts/text-field.js';
import { Ticks } from '../parts/ticks.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface DialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Another controller is meant: the subject is told whose data these are, and nothing is passed on (INT-10). */
export function WrongControllerDialog({ request, onClose }: DialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [explanation, setExplanation] = useState('');
  const [meantFor, setMeantFor] = useState('');
  const isMissing = explanation.trim() === '';
  const named = meantFor.trim() === '' ? {} : { meantFor: meantFor.trim() };
  return (
    <DecisionForm
      title={say('act.wrongController')}
      submit={say('act.wrongController')}
      isGrave
      request={request}
      isWhole={!isMissing}
      decide={(seen) =>
        act('answerWrongController', { id: request.id, answer: { explanation: explanation.trim(), ...named }, seen })
      }
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.wrongControllerText')}</p>
          <TextField
            label={say('act.wrongControllerReason')}
            hint={say('refuse.readHint')}
            value={explanation}
            onChange={setExplanation}
            isLong
            autoFocus
            fault={isAsked && isMissing ? say('act.required') : undefined}
          />
          <TextField label={say('refuse.meantFor')} hint={say('refuse.meantForHint')} value={meantFor} onChange={setMeantFor} />
        </>
      )}
    </DecisionForm>
  );
}

/** What a source can be asked by, first; names and birth dates help beside it. */
const KINDS: readonly IdentifierKind[] = ['email', 'phone', 'id', 'name', 'birthDate'];
const SEARCHABLE: ReadonlySet<IdentifierKind> = new Set(['email', 'phone', 'id']);

/** Nobody can be identified: that is demonstrated, and the subject is told what would help (Art. 11(2); IDV-07). */
export function UnidentifiableDialog({ request, onClose }: DialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [demonstration, setDemonstration] = useState('');
  const [wouldHelp, setWouldHelp] = useState<readonly IdentifierKind[]>([]);
  const isMissing = demonstration.trim() === '';
  const helps = wouldHelp.some((kind) => SEARCHABLE.has(kind));
  return (
    <DecisionForm
      title={say('act.unidentifiable')}
      submit={say('act.unidentifiable')}
      isGrave
      request={request}
      isWhole={!isMissing && helps}
      decide={(seen) =>
        act('refuseUnidentifiable', {
          id: request.id,
          refusal: { demonstration: demonstration.trim(), wouldHelp: [...wouldHelp] },
          seen,
        })
      }
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.unidentifiableText')}</p>
          <TextField
            label={say('act.unidentifiableReason')}
            hint={say('refuse.readHint')}
            value={demonstration}
            onChange={setDemonstration}
            isLong
            autoFocus
            fault={isAsked && isMissing ? say('act.required') : undefined}
          />
          <Ticks
            legend={say('refuse.wouldHelp')}
            options={KINDS.map((value) => ({ value, text: say(`kind.${value}`) }))}
            chosen={wouldHelp}
            onChange={setWouldHelp}
            fault={isAsked && !helps ? say('refuse.noHelp') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}
