import type { ReactElement } from 'react';
import { useChange } from '../api/use-change.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Cards } from '../parts/cards.js';
import { Part } from '../parts/part.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';

/** One's own sessions: what is not known to be one's own can be ended at once. */
export function SessionsPart(): ReactElement {
  const { say, moment } = useSpeech();
  const query = useDocument('access', {});
  const { mutate, error, isPending, variables } = useChange('revokeSession', ['access']);
  return (
    <Part title={say('settings.sessions')} query={query}>
      {({ sessions }) => (
        <>
          {error === null ? null : <Fault error={error} />}
          <Cards
            label={say('settings.sessions')}
            rows={sessions}
            keyOf={({ id }) => id}
            columns={[
              {
                title: say('settings.begun'),
                cell: ({ createdAt, isThis }) => (
                  <>
                    {moment(createdAt)} {isThis ? <span className="pill work">{say('settings.this')}</span> : null}
                  </>
                ),
              },
              { title: say('tokens.used'), cell: ({ lastSeenAt }) => moment(lastSeenAt) },
              { title: say('settings.ends'), cell: ({ expiresAt }) => moment(expiresAt) },
              {
                title: say('people.acts'),
                cell: ({ id, isThis, createdAt }) =>
                  isThis ? null : (
                    <Button
                      weight="grave"
                      isPending={isPending && variables.id === id}
                      aria-label={say('settings.endOf', { when: moment(createdAt) })}
                      onPress={() => {
                        mutate({ id });
                      }}
                    >
                      {say('settings.end')}
                    </Button>
                  ),
              },
            ]}
          />
        </>
      )}
    </Part>
  );
}
