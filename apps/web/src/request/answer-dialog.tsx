import { type ReactElement, useState } from 'react';
import type { ScopeAnswer } from '../api/operations.generated.js';
import { useDocument } from '../api/use-service.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface AnswerDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

const SCOPES: readonly ScopeAnswer[] = ['everything', 'narrowed', 'none'];

/** The answer of the subject to the open question: the clock goes on. */
export function AnswerDialog({ request, onClose }: AnswerDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const { data } = useDocument('clock', { id: request.id, words: true });
  const [scope, setScope] = useState<ScopeAnswer>('everything');
  const [text, setText] = useState('');
  const open = data?.request?.questions.find(({ isOpen }) => isOpen);
  const words = text.trim() === '' ? {} : { text: text.trim() };
  return (
    <DecisionForm
      title={say('act.answer')}
      submit={say('act.answer')}
      request={request}
      decide={() => act('answer', { id: request.id, answer: { ...words, ...(open?.kind === 'scope' ? { scope } : {}) } })}
      onClose={onClose}
    >
      <p>{say('act.answerText')}</p>
      {open?.text === null || open?.text === undefined ? null : (
        <blockquote>
          <bdi>{open.text}</bdi>
        </blockquote>
      )}
      {open?.kind === 'scope' ? (
        <Choice
          label={say('answer.scope')}
          value={scope}
          options={SCOPES.map((value) => ({ value, text: say(`scopeAnswer.${value}`) }))}
          onChange={setScope}
        />
      ) : null}
      <TextField label={say('answer.text')} value={text} onChange={setText} isLong />
    </DecisionForm>
  );
}
