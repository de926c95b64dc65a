import { type ReactElement, useId, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

const VERDICTS = ['confirmed', 'rejected'] as const;
type Verdict = (typeof VERDICTS)[number];

/** A decision about one match, with its reason. Nothing is chosen beforehand. */
export function ReviewForm({ match, request }: { readonly match: string; readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { isPending, error, run } = useFormStep();
  const hasNoReason = reason.trim() === '';
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (verdict === null || hasNoReason) return;
        run(async () => {
          await act('review', { id: request.id, review: { match, verdict, reason: reason.trim() } });
        });
      }}
    >
      <Verdicts verdict={verdict} isFaulty={isAsked && verdict === null} onChange={setVerdict} />
      <TextField
        label={say('matches.reason')}
        hint={say('matches.reasonHint')}
        value={reason}
        onChange={setReason}
        fault={isAsked && hasNoReason ? say('act.required') : undefined}
      />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('matches.save')}
      </Button>
    </Form>
  );
}

interface VerdictsProps {
  readonly verdict: Verdict | null;
  readonly isFaulty: boolean;
  readonly onChange: (verdict: Verdict) => void;
}

function Verdicts({ verdict, isFaulty, onChange }: VerdictsProps): ReactElement {
  const { say } = useSpeech();
  const name = useId();
  return (
    <fieldset className={isFaulty ? 'faulty' : undefined}>
      <legend>{say('matches.verdict')}</legend>
      {VERDICTS.map((value) => (
        <label key={value} className="tick">
          <input
            type="radio"
            name={name}
            checked={verdict === value}
            onChange={() => {
              onChange(value);
            }}
          />
          {say(`matches.${value}`)}
        </label>
      ))}
      {isFaulty ? (
        <p className="fault" role="alert">
          {say('matches.choose')}
        </p>
      ) : null}
    </fieldset>
  );
}
