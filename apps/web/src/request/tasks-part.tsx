import { type ReactElement, useId } from 'react';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { usePermissions } from '../app/use-permissions.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { ShownRequest } from './shown-request.js';
import { TaskForm } from './task-form.js';
import { useLook } from './use-look.js';

type Task = ShownRequest['tasks'][number];

/** The searches by hand of a request (SCP-07): what is to be done is shown by a press, with the person's identifiers. */
export function TasksPart({ request }: { readonly request: ShownRequest }): ReactElement {
  const { say } = useSpeech();
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{say('tasks.title')}</h2>
      <p className="soft">{say('tasks.text')}</p>
      {request.tasks.map((task) => (
        <TaskCard key={task.id} task={task} request={request} />
      ))}
    </section>
  );
}

function TaskCard({ task, request }: { readonly task: Task; readonly request: ShownRequest }): ReactElement {
  const { say, day, language } = useSpeech();
  const word = useWord();
  const permissions = usePermissions();
  const look = useLook('task', { request: request.id, task: task.id, language });
  const title = say('tasks.in', { source: task.source });
  const isDone = task.outcome !== null;
  return (
    <article className="match" aria-label={title}>
      <h3>{title}</h3>
      <p className="soft">{isDone ? word('taskOutcome', task.outcome) : say('tasks.due', { day: day(task.dueAt) })}</p>
      {isDone || look.found !== undefined || !permissions.has('task.read') ? null : (
        <Button isPending={look.isPending} onPress={look.look}>
          {say('tasks.show')}
        </Button>
      )}
      {isDone || look.found === undefined ? null : <TaskForm toDo={look.found.task} task={task.id} request={request} />}
      {look.error === undefined ? null : <Fault error={look.error} />}
    </article>
  );
}
