import { type ReactElement, type ReactNode, useState } from 'react';
import type { BreachOutcome } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface DialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** What people write, and when it was; nothing of it where it is now, or nothing can be sealed any more. */
interface Told {
  readonly words?: string;
  readonly at?: string;
}

interface TellingProps extends DialogProps {
  readonly name: 'begin' | 'end';
  readonly children?: ReactNode;
  readonly decide: (told: Told) => Promise<boolean>;
}

/** A decision about a breach: words, and the time where that was earlier. */
function Telling({ name, request, onClose, children, decide }: TellingProps): ReactElement {
  const { say } = useSpeech();
  const [words, setWords] = useState('');
  const [time, setTime] = useState('');
  const isSealed = request.state !== 'shredded';
  const isMissing = isSealed && words.trim() === '';
  const told = { ...(isSealed ? { words: words.trim() } : {}), ...(time === '' ? {} : { at: new Date(time).toISOString() }) };
  return (
    <DecisionForm
      title={say(`breach.${name}`)}
      submit={say(`breach.${name}`)}
      isGrave={name === 'begin'}
      request={request}
      isWhole={!isMissing}
      decide={() => decide(told)}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say(`breach.${name}Text`)}</p>
          {children}
          {isSealed ? (
            <TextField
              label={say(`breach.${name}Words`)}
              value={words}
              onChange={setWords}
              isLong
              fault={isAsked && isMissing ? say('breach.required') : undefined}
            />
          ) : (
            <p className="soft">{say('breach.noWords')}</p>
          )}
          <TextField
            label={say(`breach.${name}At`)}
            hint={say('breach.atHint')}
            type="datetime-local"
            value={time}
            onChange={setTime}
          />
        </>
      )}
    </DecisionForm>
  );
}

/** The answer reached somebody else, or may have: nobody fetches it any more from here on (DEL-03). */
export function BeginBreachDialog({ request, onClose }: DialogProps): ReactElement {
  const act = useAct(request.id);
  return (
    <Telling
      name="begin"
      request={request}
      onClose={onClose}
      decide={({ at, ...words }) =>
        act('noteBreach', { id: request.id, noted: { ...words, ...(at === undefined ? {} : { knownAt: at }) } })
      }
    />
  );
}

const OUTCOMES: readonly BreachOutcome[] = ['authority_notified', 'subject_notified_too', 'risk_unlikely', 'not_a_breach'];

/** What came of it: whom the officer has told, or why nobody had to be (Art. 33, 34). */
export function EndBreachDialog({ request, breach, onClose }: DialogProps & { readonly breach: string }): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [outcome, setOutcome] = useState<BreachOutcome>('authority_notified');
  return (
    <Telling
      name="end"
      request={request}
      onClose={onClose}
      decide={(told) => act('endBreach', { id: request.id, breach, end: { outcome, ...told } })}
    >
      <Choice
        label={say('breach.outcome')}
        value={outcome}
        options={OUTCOMES.map((value) => ({ value, text: say(`breachOutcome.${value}`) }))}
        onChange={setOutcome}
      />
    </Telling>
  );
}
