import { type ReactElement, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { ActDialog } from './act-dialog.js';
import { AnswerDialog } from './answer-dialog.js';
import { AskDialog } from './ask-dialog.js';
import { CancelDialog } from './cancel-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import { FeeDialog } from './fee-dialog.js';
import { RefuseDialog } from './refuse-dialog.js';
import { ReleaseDialog } from './release-dialog.js';
import { ShredDialog } from './shred-dialog.js';
import type { ShownRequest } from './shown-request.js';
import { UnidentifiableDialog, WrongControllerDialog } from './special-refusals.js';

/** Something that can be done with a request, the permission it takes, and when it can be done. */
interface ActRule {
  readonly name: ActName;
  readonly permission: string;
  readonly isPossible: (request: ShownRequest) => boolean;
}

/** The name of one of them. */
type ActName =
  | 'release'
  | 'start'
  | 'resume'
  | 'retry'
  | 'answer'
  | 'pause'
  | 'ask'
  | 'extend'
  | 'announceFee'
  | 'cancel'
  | 'refuse'
  | 'wrongController'
  | 'unidentifiable'
  | 'shred';

const byEvent =
  (event: string) =>
  ({ possibleEvents }: ShownRequest): boolean =>
    possibleEvents.includes(event);
const isWaitedFor = ({ questions }: ShownRequest): boolean => questions.some(({ isOpen }) => isOpen);
/** Nothing can be asked and no time be taken once it is decided. */
const isOpen = ({ possibleEvents }: ShownRequest): boolean => possibleEvents.includes('cancel');

/** What a person can do here with a request, the likeliest first. */
const ACTS: readonly ActRule[] = [
  { name: 'release', permission: 'request.release', isPossible: byEvent('release') },
  { name: 'start', permission: 'request.start', isPossible: byEvent('start') },
  { name: 'resume', permission: 'request.pause', isPossible: byEvent('resume') },
  { name: 'answer', permission: 'request.ask', isPossible: (request) => isOpen(request) && isWaitedFor(request) },
  { name: 'retry', permission: 'request.start', isPossible: byEvent('retry') },
  { name: 'pause', permission: 'request.pause', isPossible: byEvent('pause') },
  { name: 'ask', permission: 'request.ask', isPossible: (request) => isOpen(request) && !isWaitedFor(request) },
  { name: 'extend', permission: 'request.extend', isPossible: isOpen },
  // Once, and not of what completes an answer
  {
    name: 'announceFee',
    permission: 'fee.announce',
    isPossible: (request) => byEvent('refuse')(request) && request.fee === null,
  },
  { name: 'cancel', permission: 'request.cancel', isPossible: byEvent('cancel') },
  { name: 'refuse', permission: 'request.refuse', isPossible: byEvent('refuse') },
  { name: 'wrongController', permission: 'request.refuse', isPossible: byEvent('refuse') },
  // Whose records were found can be identified
  {
    name: 'unidentifiable',
    permission: 'request.refuse',
    isPossible: (request) => byEvent('refuse')(request) && request.included === 0,
  },
  { name: 'shred', permission: 'request.shred', isPossible: byEvent('shred') },
];

const GRAVE: ReadonlySet<ActName> = new Set(['cancel', 'refuse', 'wrongController', 'unidentifiable', 'shred']);

/** What is likely to be wanted next, if anything: not to search anew while a person has to decide something else. */
function mainOf({ state }: ShownRequest, possible: readonly ActRule[]): ActName | undefined {
  const main = (['release', 'start', 'resume', 'answer'] as const).find((name) => possible.some((each) => each.name === name));
  return main ?? (state === 'needs_attention' ? 'retry' : undefined);
}

interface ActionsProps {
  readonly request: ShownRequest;
  readonly onDone: (text: string) => void;
}

/** Everything that can be done with a request now, by whoever looks at it. What cannot be done is not shown. */
export function Actions({ request, onDone }: ActionsProps): ReactElement {
  const { say } = useSpeech();
  const { data } = useDocument('viewer', {});
  const [open, setOpen] = useState<ActName>();
  const permissions = data?.viewer.permissions ?? [];
  const possible = ACTS.filter(({ permission, isPossible }) => permissions.includes(permission) && isPossible(request));
  const main = mainOf(request, possible);
  const close = (isDone: boolean): void => {
    setOpen(undefined);
    if (isDone) onDone(say('act.done'));
  };
  return (
    <section className="actions" aria-label={say('act.title')}>
      {data !== undefined && possible.length === 0 ? <p className="soft">{say('act.none')}</p> : null}
      {possible.map(({ name }) => (
        <Button
          key={name}
          weight={GRAVE.has(name) ? 'grave' : name === main ? 'main' : 'plain'}
          onPress={() => {
            onDone('');
            setOpen(name);
          }}
        >
          {say(`act.${name}`)}
        </Button>
      ))}
      {open === undefined ? null : <OpenDialog name={open} request={request} onClose={close} />}
    </section>
  );
}

interface OpenDialogProps {
  readonly name: ActName;
  readonly request: ShownRequest;
  readonly onClose: (isDone: boolean) => void;
}

/** Acts with a form of their own. */
const FORMS = {
  release: ReleaseDialog,
  extend: ExtendDialog,
  announceFee: FeeDialog,
  ask: AskDialog,
  answer: AnswerDialog,
  cancel: CancelDialog,
  refuse: RefuseDialog,
  wrongController: WrongControllerDialog,
  unidentifiable: UnidentifiableDialog,
  shred: ShredDialog,
} as const;

function OpenDialog({ name, ...props }: OpenDialogProps): ReactElement {
  if (name === 'start' || name === 'pause' || name === 'resume' || name === 'retry') return <ActDialog name={name} {...props} />;
  const Form = FORMS[name];
  return <Form {...props} />;
}
