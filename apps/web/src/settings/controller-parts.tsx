import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Cards } from '../parts/cards.js';
import { Facts } from '../parts/facts.js';
import { Part } from '../parts/part.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

type Settings = AcceptedOf<'settings'>;
type Endpoint = Settings['webhookEndpoints'][number];

/** How the controller introduces itself, and where it is told what happens. Both stand in files, which whoever runs the service changes. */
export function ControllerParts(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('settings', {});
  return (
    <>
      <Part title={say('settings.controller')} query={query}>
        {({ settings }) => <Introduction settings={settings} />}
      </Part>
      <Part title={say('settings.webhooks')} query={query}>
        {({ webhookEndpoints }) =>
          webhookEndpoints.length === 0 ? (
            <p className="soft">{say('settings.noWebhooks')}</p>
          ) : (
            <Endpoints endpoints={webhookEndpoints} />
          )
        }
      </Part>
    </>
  );
}

function Introduction({ settings }: { readonly settings: Settings['settings'] }): ReactElement {
  const { say } = useSpeech();
  const { id, name, contact, officer, phoneRegion, signs } = settings;
  const facts = [
    [say('settings.name'), name],
    [say('settings.contact'), contact],
    [say('settings.officer'), officer],
    [say('settings.region'), phoneRegion],
    [say('settings.signs'), say(signs ? 'settings.yes' : 'settings.no')],
  ] as const;
  return (
    <>
      <Facts facts={facts} />
      <p className="soft">{say('settings.where', { id })}</p>
    </>
  );
}

function Endpoints({ endpoints }: { readonly endpoints: readonly Endpoint[] }): ReactElement {
  const { say, moment, number } = useSpeech();
  const when = (at: string | null): string => (at === null ? say('sources.never') : moment(at));
  return (
    <Cards
      label={say('settings.webhooks')}
      rows={endpoints}
      keyOf={({ id }) => id}
      markOf={({ failed }) => (failed > 0 ? 'blocking' : undefined)}
      columns={[
        { title: say('settings.endpoint'), cell: (endpoint) => <EndpointName endpoint={endpoint} /> },
        { title: say('settings.sent'), isNumber: true, cell: ({ sent }) => number(sent) },
        { title: say('settings.waiting'), isNumber: true, cell: ({ waiting }) => number(waiting) },
        { title: say('settings.failed'), isNumber: true, cell: ({ failed }) => number(failed) },
        { title: say('settings.lastSent'), cell: ({ lastSentAt }) => when(lastSentAt) },
        { title: say('settings.lastFailed'), cell: ({ lastFailedAt }) => when(lastFailedAt) },
      ]}
    />
  );
}

function EndpointName({ endpoint: { id, events, isConfigured } }: { readonly endpoint: Endpoint }): ReactElement {
  const { say } = useSpeech();
  const words = events.map((event) => {
    const word = knownWord('action', event);
    return word === undefined ? event : say(word);
  });
  return (
    <>
      {id}
      {isConfigured ? null : <p className="fault">{say('settings.gone')}</p>}
      <p className="soft">{words.join(', ')}</p>
    </>
  );
}
