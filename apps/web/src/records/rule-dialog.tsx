import { type ReactElement, useState } from 'react';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { DecisionForm } from '../request/decision-form.js';
import type { ShownRequest } from '../request/shown-request.js';
import { useAct } from '../request/use-act.js';
import { useSpeech } from '../words/use-speech.js';
import { draftOf, gapOf, isProtected, isRebutted, modesOf, type RuleSubject, type RulingDraft, rulingOf } from './ruling.js';
import { textOf } from './value-text.js';

export type { RuleSubject } from './ruling.js';

interface RuleDialogProps {
  readonly subject: RuleSubject;
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

const INVOLVEMENTS = ['mentioned', 'author', 'recipient'] as const;
const REASONS = ['third_party', 'staff_identity', 'secrecy_of_correspondence', 'trade_secret', 'intellectual_property'] as const;

/** A ruling under Art. 15(4) GDPR on what stands in a record: what becomes of it, and the three questions (TPD-01 to TPD-03). */
export function RuleDialog({ subject, request, onClose }: RuleDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [draft, setDraft] = useState(() => draftOf(subject));
  const gap = gapOf(draft);
  const { source, collection, value } = subject;
  const change = (changes: Partial<RulingDraft>): void => {
    setDraft((earlier) => ({ ...earlier, ...changes }));
  };
  const decide = (seen: number): Promise<boolean> => {
    if (draft.mode !== 'show') return act('rule', { id: request.id, ruling: rulingOf(subject, draft), seen });
    const place = { source, collection, field: value?.field ?? '' };
    return act('ruleField', { id: request.id, ruling: { ...place, involvement: draft.involvement, outcome: 'disclose' }, seen });
  };
  return (
    <DecisionForm
      title={value === undefined ? say('records.hideRecord') : say('rule.title', { field: value.field })}
      submit={say('rule.submit')}
      request={request}
      isWhole={gap === undefined}
      decide={decide}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <What subject={subject} draft={draft} change={change} />
          <Choice
            label={say('rule.involvement')}
            value={draft.involvement}
            options={INVOLVEMENTS.map((each) => ({ value: each, text: say(`involvement.${each}`) }))}
            onChange={(involvement) => {
              change({ involvement });
            }}
          />
          {draft.mode === 'show' ? <p>{say('rule.showText')}</p> : <Why draft={draft} change={change} />}
          {isAsked && gap !== undefined ? (
            <p className="fault" role="alert">
              {say(gap)}
            </p>
          ) : null}
        </>
      )}
    </DecisionForm>
  );
}

interface DraftProps {
  readonly draft: RulingDraft;
  readonly change: (changes: Partial<RulingDraft>) => void;
}

/** What becomes of it; a stretch of a text is chosen as any text is: with the pointer or with Shift and the arrows. */
function What({ subject, draft, change }: DraftProps & { readonly subject: RuleSubject }): ReactElement {
  const { say } = useSpeech();
  const modes = modesOf(subject);
  const { value } = subject;
  return (
    <>
      {modes.length < 2 ? (
        <p>{say('rule.record')}</p>
      ) : (
        <Choice
          label={say('rule.what')}
          value={draft.mode}
          options={modes.map((mode) => ({ value: mode, text: say(`rule.${mode}`) }))}
          onChange={(mode) => {
            change({ mode });
          }}
        />
      )}
      {draft.mode === 'chosen' && value?.json != null ? (
        <div className="field">
          <label htmlFor="rule-span">{say('rule.choose')}</label>
          <textarea
            id="rule-span"
            readOnly
            rows={4}
            value={textOf(value.json)}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
              change({ span: selectionStart < selectionEnd ? { start: selectionStart, end: selectionEnd } : undefined });
            }}
          />
          <p className="hint" role="status">
            {draft.span === undefined
              ? say('rule.noneChosen')
              : say('rule.chosenText', { text: textOf(value.json).slice(draft.span.start, draft.span.end) })}
          </p>
        </div>
      ) : null}
    </>
  );
}

/** The three questions, and what else the reason has to have. */
function Why({ draft, change }: DraftProps): ReactElement {
  const { say } = useSpeech();
  const text = (name: 'effect' | 'balance' | 'instead' | 'rebuttal' | 'holder' | 'harm'): ReactElement => (
    <TextField
      key={name}
      label={say(`rule.${name}`)}
      value={draft[name]}
      onChange={(typed) => {
        change({ [name]: typed });
      }}
    />
  );
  return (
    <>
      <Choice
        label={say('rule.reason')}
        value={draft.reason}
        options={REASONS.map((each) => ({ value: each, text: say(`hiding.${each}`) }))}
        onChange={(reason) => {
          change({ reason });
        }}
      />
      {isProtected(draft) ? [text('holder'), text('harm')] : null}
      {text('effect')}
      {text('balance')}
      {draft.mode === 'record' ? text('instead') : null}
      {isRebutted(draft) ? text('rebuttal') : null}
    </>
  );
}
