import { type ReactElement, useState } from 'react';
import type { OnBehalf } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { AuthorityFields, type AuthorityFieldsProps } from './authority-fields.js';
import { DecisionForm } from './decision-form.js';
import { EVIDENCE, lacksOf, newDraft, type RepresentationDraft, representationOf } from './representation-draft.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface RepresentationDialogProps {
  readonly request: ShownRequest;
  readonly onBehalf: OnBehalf;
  readonly onClose: (isDone: boolean) => void;
}

/** Decides whether somebody may act for another, by what was seen of it, and whom the answer goes to (PER-03 to PER-05). */
export function RepresentationDialog({ request, onBehalf, onClose }: RepresentationDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [draft, setDraft] = useState(() => newDraft(onBehalf));
  const lacks = lacksOf(draft, onBehalf);
  return (
    <DecisionForm
      title={say('represent.decide')}
      submit={say('represent.submit')}
      request={request}
      isWhole={lacks.length === 0}
      decide={(seen) => act('decideRepresentation', { id: request.id, representation: representationOf(draft, onBehalf), seen })}
      onClose={onClose}
    >
      {(isAsked) => (
        <Fields
          onBehalf={onBehalf}
          request={request}
          draft={draft}
          change={(typed) => {
            setDraft({ ...draft, ...typed });
          }}
          lacks={isAsked ? lacks : []}
        />
      )}
    </DecisionForm>
  );
}

const OUTCOMES = ['accepted', 'rejected'] as const;

function Fields(props: AuthorityFieldsProps): ReactElement {
  const { onBehalf, draft, change, lacks } = props;
  const { say } = useSpeech();
  return (
    <>
      <p>{say(`represent.text.${onBehalf}`)}</p>
      <Choice
        label={say('represent.outcome')}
        value={draft.outcome}
        options={OUTCOMES.map((value) => ({ value, text: say(`represent.${value}`) }))}
        onChange={(outcome) => {
          change({ outcome });
        }}
      />
      <Choice
        label={say('represent.evidence')}
        value={draft.evidence}
        options={EVIDENCE[onBehalf].map((value) => ({ value, text: say(`authority.${value}`) }))}
        onChange={(evidence) => {
          change({ evidence });
        }}
      />
      {draft.outcome === 'rejected' ? null : (
        <>
          <AuthorityFields {...props} />
          <AnswerFields {...props} />
        </>
      )}
      <TextField
        label={say('represent.reason')}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason });
        }}
        isLong
        fault={lacks.includes('reason') ? say('refuse.needed') : undefined}
      />
    </>
  );
}

const ANSWER_TO: readonly RepresentationDraft['answerTo'][] = ['representative', 'person'];

/** Whom the answer goes to: an heir asks in the name of somebody who has no address any more. */
function AnswerFields({ onBehalf, draft, change, lacks }: AuthorityFieldsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      {onBehalf === 'heir' ? null : (
        <Choice
          label={say('represent.answerTo')}
          value={draft.answerTo}
          options={ANSWER_TO.map((value) => ({ value, text: say(`answerTo.${value}`) }))}
          onChange={(answerTo) => {
            change({ answerTo });
          }}
        />
      )}
      {draft.answerTo === 'person' ? null : (
        <TextField
          label={say('represent.sendTo')}
          type="email"
          value={draft.sendTo}
          onChange={(sendTo) => {
            change({ sendTo });
          }}
          fault={lacks.includes('sendTo') ? say('refuse.needed') : undefined}
        />
      )}
    </>
  );
}
