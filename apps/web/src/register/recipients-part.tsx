import type { ReactElement } from 'react';
import { Cards } from '../parts/cards.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { FlowPicture } from './flow-picture.js';
import type { Register } from './shown-register.js';

type Recipient = Register['recipients'][number];

/** Who receives what (Art. 15(1)(c)): as a picture, and the same as a table. */
export function RecipientsPart({ register: { activities, recipients } }: { readonly register: Register }): ReactElement {
  const { say } = useSpeech();
  const unstated = activities.filter((activity) => activity.recipients === null);
  const receivedBy = (recipient: Recipient): readonly string[] =>
    activities.filter((activity) => activity.recipients?.includes(recipient.id) === true).map(({ title }) => title);
  return (
    <section className="part">
      <h2>{say('recipients.title')}</h2>
      {recipients.length === 0 ? (
        <p>{say('recipients.none')}</p>
      ) : (
        <>
          <FlowPicture
            label={say('recipients.picture')}
            from={activities}
            to={recipients.map(({ id, title, name }) => ({ id, title: name ?? title }))}
          />
          <Cards
            label={say('recipients.title')}
            rows={recipients}
            keyOf={({ id }) => id}
            columns={[
              { title: say('recipients.recipient'), cell: (recipient) => <Name recipient={recipient} /> },
              { title: say('recipients.role'), cell: ({ role }) => <Word family="recipient" name={role} /> },
              {
                title: say('recipients.receives'),
                cell: (recipient) => receivedBy(recipient).join(', ') || say('recipients.nothing'),
              },
              { title: say('recipients.where'), cell: (recipient) => <Where recipient={recipient} /> },
            ]}
          />
        </>
      )}
      {unstated.length === 0 ? null : (
        <p className="fault">{say('recipients.unstated', { activities: unstated.map(({ title }) => title).join(', ') })}</p>
      )}
    </section>
  );
}

function Name({ recipient: { title, name } }: { readonly recipient: Recipient }): ReactElement {
  return (
    <>
      <bdi>{name ?? title}</bdi>
      {name === null ? null : <p className="soft">{title}</p>}
    </>
  );
}

function Word({ family, name }: { readonly family: 'recipient' | 'safeguard'; readonly name: string }): ReactElement {
  const { say } = useSpeech();
  const word = family === 'recipient' ? knownWord('recipient', name) : knownWord('safeguard', name);
  return <>{word === undefined ? name : say(word)}</>;
}

function Where({ recipient: { countries, safeguard } }: { readonly recipient: Recipient }): ReactElement {
  const { say, language } = useSpeech();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  if (countries === null) return <span className="fault">{say('register.unstated')}</span>;
  const told = countries.map((country) => (country === 'worldwide' ? say('recipients.worldwide') : names.of(country)));
  return (
    <>
      {told.join(', ')}
      {safeguard === null ? null : (
        <p className="soft">
          <Word family="safeguard" name={safeguard} />
        </p>
      )}
    </>
  );
}
