import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import type { TaskEndInput, TaskOutcome } from '../api/operations.generated.js';
import type { AcceptedOf } from '../api/service.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { Tick } from '../parts/tick.js';
import { usePermissions } from '../app/use-permissions.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAct } from './use-act.js';

interface TaskFormProps {
  readonly toDo: AcceptedOf<'task'>['task'];
  readonly task: string;
  readonly request: ShownRequest;
}

const OUTCOMES: readonly TaskOutcome[] = ['nothing_found', 'found', 'not_done'];

/** What is to be searched and for whom, and the signed statement that ends it. */
export function TaskForm({ toDo, task, request }: TaskFormProps): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  return (
    <>
      <p>{toDo.instructions}</p>
      <dl className="given">
        {toDo.told.map(({ kind, value }) => (
          <div key={`${kind}.${value}`}>
            <dt>{say(`kind.${kind}`)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {permissions.has('task.end') ? <EndForm toDo={toDo} task={task} request={request} /> : null}
    </>
  );
}

/** How it ended, as it is filled in. */
interface EndDraft {
  readonly outcome: TaskOutcome;
  readonly collection: string;
  /** Rows, or a reason. */
  readonly text: string;
  readonly isStated: boolean;
}

/** What is missing in the statement; nothing where it can be made. */
function gapIn({ outcome, isStated, text }: EndDraft): 'tasks.mustState' | 'act.required' | 'tasks.noRows' | undefined {
  if (!isStated) return 'tasks.mustState';
  if (text.trim() !== '' || outcome === 'nothing_found') return undefined;
  return outcome === 'not_done' ? 'act.required' : 'tasks.noRows';
}

function endOf({ outcome, isStated, collection, text }: EndDraft): TaskEndInput {
  const rows = outcome === 'found' ? { rows: [{ collection, format: 'csv' as const, text }] } : {};
  return { outcome, isStated, ...rows, ...(outcome === 'not_done' ? { reason: text.trim() } : {}) };
}

function EndForm({ toDo, task, request }: TaskFormProps): ReactElement {
  const { say } = useSpeech();
  const act = useAct(request.id);
  const [draft, setDraft] = useState<EndDraft>(() => ({
    ...{ outcome: 'nothing_found', text: '', isStated: false },
    collection: toDo.collections[0] ?? '',
  }));
  const [isAsked, setAsked] = useState(false);
  const { isPending, error, run } = useFormStep();
  const gap = gapIn(draft);
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (gap !== undefined) return;
        run(async () => {
          await act('endTask', { id: request.id, task, end: endOf(draft) });
        });
      }}
    >
      <EndFields
        toDo={toDo}
        draft={draft}
        change={(changes) => {
          setDraft((earlier) => ({ ...earlier, ...changes }));
        }}
      />
      {isAsked && gap !== undefined ? (
        <p className="fault" role="alert">
          {say(gap)}
        </p>
      ) : null}
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('tasks.end')}
      </Button>
    </Form>
  );
}

interface EndFieldsProps {
  readonly toDo: TaskFormProps['toDo'];
  readonly draft: EndDraft;
  readonly change: (changes: Partial<EndDraft>) => void;
}

function EndFields({ toDo: { collections, statements }, draft, change }: EndFieldsProps): ReactElement {
  const { say } = useSpeech();
  const { outcome, collection, text, isStated } = draft;
  return (
    <>
      <Choice
        label={say('tasks.outcome')}
        value={outcome}
        options={OUTCOMES.map((value) => ({ value, text: say(`taskOutcome.${value}`) }))}
        onChange={(chosen) => {
          // A statement is of one outcome
          change({ outcome: chosen, isStated: false });
        }}
      />
      {outcome === 'found' ? (
        <Choice
          label={say('search.collection')}
          value={collection}
          options={collections.map((value) => ({ value, text: value }))}
          onChange={(chosen) => {
            change({ collection: chosen });
          }}
        />
      ) : null}
      {outcome === 'nothing_found' ? null : (
        <TextField
          label={say(outcome === 'found' ? 'tasks.rows' : 'tasks.why')}
          {...(outcome === 'found' ? { hint: say('tasks.rowsHint') } : {})}
          value={text}
          onChange={(typed) => {
            change({ text: typed });
          }}
          isLong
        />
      )}
      <Tick
        isTicked={isStated}
        onChange={(ticked) => {
          change({ isStated: ticked });
        }}
      >
        {statements.find((statement) => statement.outcome === outcome)?.text}
      </Tick>
    </>
  );
}
