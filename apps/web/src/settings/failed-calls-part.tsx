import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useChange } from '../api/use-change.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Cards, type Column } from '../parts/cards.js';
import { Part } from '../parts/part.js';
import { Fault } from '../parts/states.js';
import { useWord } from '../words/use-word.js';
import { useSpeech } from '../words/use-speech.js';

type Failed = AcceptedOf<'failedCalls'>['failedWebhookCalls'][number];

/** Calls to the controller’s own systems that were given up, with why, and a way to make each again. */
export function FailedCallsPart(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('failedCalls', {});
  return (
    <Part title={say('calls.title')} query={query}>
      {({ failedWebhookCalls }) =>
        failedWebhookCalls.length === 0 ? <p className="soft">{say('calls.none')}</p> : <Calls calls={failedWebhookCalls} />
      }
    </Part>
  );
}

function Calls({ calls }: { readonly calls: readonly Failed[] }): ReactElement {
  const { say, moment, number } = useSpeech();
  const maySend = usePermissions().has('webhook.send');
  const { mutate, error, isPending, variables } = useChange('sendCallAgain', ['failedCalls', 'settings']);
  const again: Column<Failed> = {
    title: say('people.acts'),
    cell: ({ request, reference, call: { id, endpoint } }) => (
      <Button
        isPending={isPending && variables.call === id}
        aria-label={say('calls.againOf', { reference, endpoint })}
        onPress={() => {
          mutate({ id: request, call: id });
        }}
      >
        {say('calls.again')}
      </Button>
    ),
  };
  return (
    <>
      {error === null ? null : <Fault error={error} />}
      <Cards
        label={say('calls.title')}
        rows={calls}
        keyOf={({ call }) => call.id}
        columns={[
          { title: say('calls.event'), cell: (failed) => <What failed={failed} /> },
          { title: say('settings.endpoint'), cell: ({ call: { endpoint } }) => endpoint },
          { title: say('calls.failedAt'), cell: ({ call: { failedAt, happenedAt } }) => moment(failedAt ?? happenedAt) },
          { title: say('calls.tries'), isNumber: true, cell: ({ call: { tries } }) => number(tries) },
          { title: say('calls.why'), cell: ({ call }) => <Why problem={call.problem} /> },
          ...(maySend ? [again] : []),
        ]}
      />
    </>
  );
}

function What({ failed: { request, reference, call } }: { readonly failed: Failed }): ReactElement {
  const word = useWord();
  return (
    <>
      {word('action', call.event)}
      <p>
        <Link href={`/requests/${request}`}>{reference}</Link>
      </p>
    </>
  );
}

/** What the endpoint answered last, or why nothing came. */
function Why({ problem }: { readonly problem: Failed['call']['problem'] }): ReactElement {
  return (
    <div lang="en">
      {problem?.message}
      <p className="soft">{problem?.remedy}</p>
    </div>
  );
}
