import type { ReactElement } from 'react';
import { useChange } from '../api/use-change.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Cards } from '../parts/cards.js';
import { Part } from '../parts/part.js';
import { Fault } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';

/** One's own passkeys. Removing one ends one's other sessions, too. */
export function PasskeysPart(): ReactElement {
  const { say, moment } = useSpeech();
  const query = useDocument('access', {});
  const { mutate, error, isPending, variables } = useChange('removePasskey', ['access']);
  return (
    <Part title={say('settings.passkeys')} query={query}>
      {({ passkeys }) => (
        <>
          <p className="soft">{say('settings.passkeysText')}</p>
          {error === null ? null : <Fault error={error} />}
          {passkeys.length === 0 ? (
            <p>{say('settings.noPasskeys')}</p>
          ) : (
            <Cards
              label={say('settings.passkeys')}
              rows={passkeys}
              keyOf={({ id }) => id}
              columns={[
                { title: say('tokens.name'), cell: ({ name }) => <bdi>{name}</bdi> },
                { title: say('settings.made'), cell: ({ createdAt }) => moment(createdAt) },
                {
                  title: say('tokens.used'),
                  cell: ({ lastUsedAt }) => (lastUsedAt === null ? say('tokens.neverUsed') : moment(lastUsedAt)),
                },
                {
                  title: say('people.acts'),
                  cell: ({ id, name }) => (
                    <Button
                      weight="grave"
                      isPending={isPending && variables.id === id}
                      aria-label={say('settings.removeOf', { name })}
                      onPress={() => {
                        mutate({ id });
                      }}
                    >
                      {say('settings.remove')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </Part>
  );
}
