import { type ReactElement, useState } from 'react';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ReminderDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** The subject wrote again: that is no new request, and no date moves (INT-05). */
export function ReminderDialog({ request, onClose }: ReminderDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [text, setText] = useState('');
  const [time, setTime] = useState('');
  const reminder = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(time === '' ? {} : { receivedAt: new Date(time).toISOString() }),
  };
  return (
    <DecisionForm
      title={say('remind.note')}
      submit={say('otherRights.noteSubmit')}
      request={request}
      decide={() => act('linkReminder', { id: request.id, reminder })}
      onClose={onClose}
    >
      <p>{say('remind.text')}</p>
      <TextField label={say('answer.text')} value={text} onChange={setText} isLong />
      <TextField label={say('remind.at')} hint={say('breach.atHint')} type="datetime-local" value={time} onChange={setTime} />
    </DecisionForm>
  );
}
