import { type ReactElement, useState } from 'react';
import type { OtherRight, OtherRightOutcome } from '../api/operations.generated.js';
import type { AcceptedOf } from '../api/service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { Ticks } from '../parts/ticks.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { DecisionForm } from './decision-form.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

type Task = NonNullable<AcceptedOf<'clock'>['request']>['otherRights'][number];

interface OtherRightsProps {
  readonly request: ShownRequest;
  readonly tasks: readonly Task[];
}

const RIGHTS: readonly OtherRight[] = ['rectification', 'erasure', 'restriction', 'objection', 'withdrawal_of_consent'];
const OUTCOMES: readonly OtherRightOutcome[] = ['done', 'refused', 'withdrawn'];
const DECIDED: ReadonlySet<ShownRequest['state']> = new Set(['released', 'refused', 'cancelled', 'shredded']);

/** What else the same message asks for: people do it elsewhere, by its own day, and say here how it ended (INT-11). */
export function OtherRights({ request, tasks }: OtherRightsProps): ReactElement {
  const { say } = useSpeech();
  const mayNote = usePermissions().has('request.ask');
  const [open, setOpen] = useState<OtherRight | 'new'>();
  const close = (): void => {
    setOpen(undefined);
  };
  const left = RIGHTS.filter((right) => tasks.every((task) => task.right !== right));
  const ending = tasks.find(({ right }) => right === open);
  return (
    <>
      {tasks.map((task) => (
        <OneRight
          key={task.right}
          task={task}
          onEnd={
            mayNote && task.outcome === null
              ? () => {
                  setOpen(task.right);
                }
              : undefined
          }
        />
      ))}
      {mayNote && left.length > 0 && request.state !== 'shredded' ? (
        <Button
          onPress={() => {
            setOpen('new');
          }}
        >
          {say('otherRights.note')}
        </Button>
      ) : null}
      {open === 'new' ? <NoteDialog request={request} left={left} onClose={close} /> : null}
      {ending === undefined ? null : <EndDialog request={request} right={ending.right} onClose={close} />}
    </>
  );
}

interface OneRightProps {
  readonly task: Task;
  readonly onEnd: (() => void) | undefined;
}

function OneRight({ task: { right, dueOn, outcome, endedAt, text, endText }, onEnd }: OneRightProps): ReactElement {
  const { say, day } = useSpeech();
  const word = useWord();
  return (
    <div className="exchange">
      <p>
        <strong>{word('otherRight', right)}</strong> <bdi>{text}</bdi>{' '}
        {outcome === null || endedAt === null ? (
          <strong>{say('clock.otherDue', { day: day(dueOn) })}</strong>
        ) : (
          <span className="soft">
            {word('otherOutcome', outcome)} {day(endedAt)} <bdi>{endText}</bdi>
          </span>
        )}
      </p>
      {onEnd === undefined ? null : (
        <Button aria-label={`${say('otherRights.end')}: ${say(`rightName.${right}`)}`} onPress={onEnd}>
          {say('otherRights.end')}
        </Button>
      )}
    </div>
  );
}

interface DialogProps {
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

function NoteDialog({ request, left, onClose }: DialogProps & { readonly left: readonly OtherRight[] }): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [rights, setRights] = useState<readonly OtherRight[]>([]);
  const [text, setText] = useState('');
  const said = text.trim() === '' ? {} : { text: text.trim() };
  return (
    <DecisionForm
      title={say('otherRights.note')}
      submit={say('otherRights.noteSubmit')}
      request={request}
      isWhole={rights.length > 0}
      decide={() => act('noteOtherRights', { id: request.id, noted: { rights: [...rights], ...said } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('otherRights.noteText')}</p>
          <Ticks
            legend={say('otherRights.which')}
            options={left.map((value) => ({ value, text: say(`rightName.${value}`) }))}
            chosen={rights}
            onChange={setRights}
            fault={isAsked && rights.length === 0 ? say('otherRights.none') : undefined}
          />
          <TextField label={say('otherRights.words')} value={text} onChange={setText} isLong />
        </>
      )}
    </DecisionForm>
  );
}

function EndDialog({ request, right, onClose }: DialogProps & { readonly right: OtherRight }): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [outcome, setOutcome] = useState<OtherRightOutcome>('done');
  const [isWished, setWished] = useState(false);
  const [text, setText] = useState('');
  // What is erased before the answer goes out would be missing in it
  const needsWish = right === 'erasure' && outcome === 'done' && !DECIDED.has(request.state);
  const wish = needsWish && isWished ? { isWishedFirst: true } : {};
  const said = text.trim() === '' ? {} : { text: text.trim() };
  return (
    <DecisionForm
      title={`${say('otherRights.end')}: ${say(`rightName.${right}`)}`}
      submit={say('otherRights.endSubmit')}
      request={request}
      isWhole={!needsWish || isWished}
      decide={() => act('endOtherRight', { id: request.id, end: { right, outcome, ...wish, ...said } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{say('otherRights.endText')}</p>
          <Choice
            label={say('otherRights.outcome')}
            value={outcome}
            options={OUTCOMES.map((value) => ({ value, text: say(`otherOutcome.${value}`) }))}
            onChange={setOutcome}
          />
          {needsWish ? (
            <>
              <Tick isTicked={isWished} onChange={setWished}>
                {say('otherRights.wished')}
              </Tick>
              {isAsked && !isWished ? (
                <p className="fault" role="alert">
                  {say('otherRights.answerFirst')}
                </p>
              ) : null}
            </>
          ) : null}
          {request.state === 'shredded' ? (
            <p className="soft">{say('breach.noWords')}</p>
          ) : (
            <TextField label={say('otherRights.how')} value={text} onChange={setText} isLong />
          )}
        </>
      )}
    </DecisionForm>
  );
}
