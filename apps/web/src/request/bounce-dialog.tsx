import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface BounceDialogProps {
  readonly request: ShownRequest;
  readonly message: string;
  readonly onClose: (isDone: boolean) => void;
}

/** A message that was sent has come back by another way: whoever it was for has not read it. */
export function BounceDialog({ request, message, onClose }: BounceDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [time, setTime] = useState('');
  const at = time === '' ? {} : { bouncedAt: new Date(time).toISOString() };
  return (
    <DecisionForm
      title={say('bounce.note')}
      submit={say('channel.submit')}
      request={request}
      decide={() => act('recordBounce', { id: request.id, message, ...at })}
      onClose={onClose}
    >
      <p>{say('bounce.text')}</p>
      <TextField label={say('bounce.at')} hint={say('breach.atHint')} type="datetime-local" value={time} onChange={setTime} />
    </DecisionForm>
  );
}
