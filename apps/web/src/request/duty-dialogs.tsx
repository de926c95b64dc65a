import { type ReactElement, useState } from 'react';
import type { DutyKind, DutyOutcome } from '../api/operations.generated.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { SayKey } from '../words/words.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface DialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** The person has died: what becomes of their data is to be decided, and nothing is deleted (PER-06). */
export function NoteDeathDialog({ request, onClose }: DialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [words, setWords] = useState('');
  return (
    <DecisionForm
      title={say('duty.death')}
      submit={say('duty.deathSubmit')}
      request={request}
      decide={() => act('noteDeath', { id: request.id, ...saidIn(words) })}
      onClose={onClose}
    >
      <p>{say('duty.deathText')}</p>
      <Words label={say('duty.deathWords')} request={request} words={words} onChange={setWords} />
    </DecisionForm>
  );
}

const OUTCOMES: Readonly<Record<DutyKind, readonly DutyOutcome[]>> = {
  forward: ['forwarded', 'not_reached', 'nothing_to_forward'],
  hand_out: ['handed_out', 'came_back'],
  after_death: ['directives_followed', 'erased', 'kept', 'not_deceased'],
};

const TEXTS = {
  forward: 'duty.forwardText',
  hand_out: 'duty.handOutText',
  after_death: 'duty.nothingDeleted',
} as const satisfies Readonly<Record<DutyKind, SayKey>>;

interface EndDialogProps extends DialogProps {
  readonly duty: string;
  readonly kind: DutyKind;
}

/** What came of a duty that somebody has done elsewhere. */
export function EndDutyDialog({ request, duty, kind, onClose }: EndDialogProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const outcomes = OUTCOMES[kind];
  const [outcome, setOutcome] = useState<DutyOutcome>(outcomes[0] ?? 'forwarded');
  const [words, setWords] = useState('');
  return (
    <DecisionForm
      title={`${say('duty.end')}: ${say(`duty.${kind}`)}`}
      submit={say('duty.endSubmit')}
      request={request}
      decide={() => act('endDuty', { id: request.id, duty, end: { outcome, ...saidIn(words) } })}
      onClose={onClose}
    >
      <p>{say(TEXTS[kind])}</p>
      <Choice
        label={say('duty.outcome')}
        value={outcome}
        options={outcomes.map((value) => ({ value, text: say(`dutyOutcome.${value}`) }))}
        onChange={setOutcome}
      />
      <Words label={say('duty.endWords')} request={request} words={words} onChange={setWords} />
    </DecisionForm>
  );
}

interface WordsProps {
  readonly label: string;
  readonly request: ShownRequest;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Words that are kept sealed with the case; none once nothing can be sealed any more. */
function Words({ label, request, words, onChange }: WordsProps): ReactElement {
  const { say } = useSpeech();
  if (request.state === 'shredded') return <p className="soft">{say('breach.noWords')}</p>;
  return <TextField label={label} value={words} onChange={onChange} isLong />;
}

function saidIn(words: string): { readonly words?: string } {
  return words.trim() === '' ? {} : { words: words.trim() };
}
