import { type ReactElement, useState } from 'react';
import type { IdentityDoubt, QuestionInput, QuestionKind } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { useSpeech } from '../words/use-speech.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface AskDialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

const KINDS: readonly QuestionKind[] = ['identity', 'scope'];
const DOUBTS: readonly IdentityDoubt[] = ['details_differ', 'sent_by_another', 'several_people', 'unknown_sender'];

/** A question as it is filled in. */
interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly doubt: IdentityDoubt;
  readonly text: string;
  readonly isLate: boolean;
}

const EMPTY: QuestionDraft = { kind: 'identity', doubt: 'details_differ', text: '', isLate: false };

/** A question to the subject: the clock stands still while it is open, where the law lets it (Art. 12(6), recital 63). */
export function AskDialog({ request, onClose }: AskDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [draft, setDraft] = useState(EMPTY);
  const isMissing = draft.text.trim() === '';
  return (
    <DecisionForm
      title={say('act.ask')}
      submit={say('act.ask')}
      request={request}
      isWhole={!isMissing}
      decide={() => act('ask', { id: request.id, question: questionOf(draft) })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('act.askText')}</p>
          <QuestionFields
            draft={draft}
            change={(changes) => {
              setDraft((earlier) => ({ ...earlier, ...changes }));
            }}
            fault={isAsked && isMissing ? say('act.required') : undefined}
          />
        </>
      )}
    </DecisionForm>
  );
}

function questionOf({ kind, doubt, text, isLate }: QuestionDraft): QuestionInput {
  return { kind, text: text.trim(), ...(kind === 'identity' ? { doubt } : {}), ...(isLate ? { confirmsLate: true } : {}) };
}

interface QuestionFieldsProps {
  readonly draft: QuestionDraft;
  readonly change: (changes: Partial<QuestionDraft>) => void;
  readonly fault: string | undefined;
}

function QuestionFields({ draft: { kind, doubt, text, isLate }, change, fault }: QuestionFieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Choice
        label={say('ask.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, text: say(`question.${value}`) }))}
        onChange={(chosen) => {
          change({ kind: chosen });
        }}
      />
      {kind === 'identity' ? (
        <Choice
          label={say('ask.doubt')}
          value={doubt}
          options={DOUBTS.map((value) => ({ value, text: say(`doubt.${value}`) }))}
          onChange={(chosen) => {
            change({ doubt: chosen });
          }}
        />
      ) : null}
      <TextField
        label={say('ask.text')}
        value={text}
        onChange={(typed) => {
          change({ text: typed });
        }}
        isLong
        fault={fault}
      />
      <Tick
        isTicked={isLate}
        onChange={(ticked) => {
          change({ isLate: ticked });
        }}
      >
        {say('ask.late')}
      </Tick>
    </>
  );
}
