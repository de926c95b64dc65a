import type { ReactElement } from 'react';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface ActDialogProps {
  readonly name: 'start' | 'pause' | 'resume' | 'retry';
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Something that can be done without a word, and what it means. */
export function ActDialog({ name, request, onClose }: ActDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  return (
    <DecisionForm
      title={say(`act.${name}`)}
      submit={say(`act.${name}`)}
      request={request}
      decide={() => act(name, { id: request.id })}
      onClose={onClose}
    >
      <p>{say(`act.${name}Text`)}</p>
    </DecisionForm>
  );
}
