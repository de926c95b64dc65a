import { type ReactElement, type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { ServiceRefusal, Unreachable } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Fault } from '../parts/states.js';
import { useFormStep } from '../sign-in/use-form-step.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

interface DecisionFormProps {
  readonly title: string;
  readonly submit: string;
  readonly isGrave?: boolean;
  readonly request: ShownRequest;
  /** What is asked for. Once it was to be decided, what lacks is said beside its field: then the function is told so. */
  readonly children: ReactNode | ((isAsked: boolean) => ReactNode);
  /** Whether what was typed will do. */
  readonly isWhole?: boolean;
  /** Decides by the version that was seen. Resolves to whether it was done. */
  readonly decide: (seen: number) => Promise<boolean>;
  readonly onClose: (isDone: boolean) => void;
}

/**
 * A decision about a request, in a dialog. Whoever decides second is told what the first did, before and after: the page
 * hears of it while the dialog is open, and the service refuses what is no longer possible.
 */
export function DecisionForm(props: DecisionFormProps): ReactElement {
  const { title, submit, isGrave = false, request, children, isWhole = true, decide, onClose } = props;
  const { say } = useSpeech();
  const { opened, bySeen } = useSeen(request);
  const [isAsked, setAsked] = useState(false);
  const { isPending, error, run } = useFormStep();
  return (
    <Dialog
      title={title}
      onClose={() => {
        onClose(false);
      }}
    >
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isWhole) return;
          run(async () => {
            if (await bySeen(decide)) onClose(true);
          });
        }}
      >
        {typeof children === 'function' ? children(isAsked) : children}
        {request.version === opened && error === undefined ? null : <Meanwhile request={request} seen={opened} />}
        {error === undefined ? null : <Fault error={error} />}
        {error instanceof Unreachable ? <p>{say('act.unknown')}</p> : null}
        <div className="actions">
          <Button type="submit" weight={isGrave ? 'grave' : 'main'} isPending={isPending}>
            {submit}
          </Button>
          <Button
            onPress={() => {
              onClose(false);
            }}
          >
            {say('app.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface Seen {
  /** The version at which the dialog was opened. */
  readonly opened: number;
  readonly bySeen: (decide: DecisionFormProps['decide']) => Promise<boolean>;
}

/** Whoever was told what happened meanwhile decides by that; who presses at the moment at which it changes does not. */
function useSeen({ version }: ShownRequest): Seen {
  const [opened] = useState(version);
  const [isTold, setTold] = useState(false);
  const bySeen: Seen['bySeen'] = async (decide) => {
    try {
      return await decide(isTold ? version : opened);
    } catch (failure) {
      if (failure instanceof ServiceRefusal && failure.code === 'CHANGED') setTold(true);
      throw failure;
    }
  };
  return { opened, bySeen };
}

/** Among so many of the latest entries it stands; not a page of the timeline, which is kept in another shape. */
const LATEST = 10;

/** What somebody else did to the request since the dialog was opened. */
function Meanwhile({ request, seen }: { readonly request: ShownRequest; readonly seen: number }): ReactElement | null {
  const { say } = useSpeech();
  const nameOf = useNameOf();
  const { data } = useDocument('trail', { first: LATEST, request: request.id }, { enabled: request.version !== seen });
  if (request.version === seen) return null;
  const last = data?.auditTrail.edges.map(({ node }) => node).find(({ action }) => action.startsWith('request.'));
  const word = last === undefined ? undefined : knownWord('action', last.action);
  const state = say(`state.${request.state}`);
  const what =
    last === undefined || word === undefined
      ? state
      : say('request.changedBy', { action: say(word), who: nameOf(last.actorKind, last.actor) });
  return (
    <p role="status" className="meanwhile">
      {say('request.changed', { what })}
    </p>
  );
}
