import { type ReactElement, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { ActDialog } from './act-dialog.js';
import type { ShownRequest } from './shown-request.js';
import { RefuseDialog } from './refuse-dialog.js';
import { ReleaseDialog } from './release-dialog.js';

/** What a person can do here with a request, the likeliest first, and the permission it takes. */
const ACTS = [
  ['release', 'request.release'],
  ['start', 'request.start'],
  ['resume', 'request.pause'],
  ['retry', 'request.start'],
  ['pause', 'request.pause'],
  ['refuse', 'request.refuse'],
] as const;

/** The name of one of them. */
export type ActName = (typeof ACTS)[number][0];

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
  const possible = ACTS.filter(([name, permission]) => request.possibleEvents.includes(name) && permissions.includes(permission));
  const close = (isDone: boolean): void => {
    setOpen(undefined);
    if (isDone) onDone(say('act.done'));
  };
  return (
    <section className="actions" aria-label={say('act.title')}>
      {data !== undefined && possible.length === 0 ? <p className="soft">{say('act.none')}</p> : null}
      {possible.map(([name], index) => (
        <Button
          key={name}
          weight={name === 'refuse' ? 'grave' : index === 0 ? 'main' : 'plain'}
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

function OpenDialog({ name, ...props }: OpenDialogProps): ReactElement {
  if (name === 'release') return <ReleaseDialog {...props} />;
  if (name === 'refuse') return <RefuseDialog {...props} />;
  return <ActDialog name={name} {...props} />;
}
