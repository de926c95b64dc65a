import type { ReactElement } from 'react';
import { Cards } from '../parts/cards.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import type { Register } from './shown-register.js';

type Activity = Register['activities'][number];

/** What data are used for, on which basis, and whose they are. */
export function ActivitiesPart({ register: { activities } }: { readonly register: Register }): ReactElement {
  const { say } = useSpeech();
  const listed = (items: readonly string[]): string => (items.length === 0 ? say('register.unstated') : items.join(', '));
  return (
    <section className="part">
      <h2>{say('register.activities', { count: activities.length })}</h2>
      <Cards
        label={say('register.activities', { count: activities.length })}
        rows={activities}
        keyOf={({ id }) => id}
        columns={[
          { title: say('register.activity'), cell: (activity) => <Name activity={activity} /> },
          { title: say('register.purposes'), cell: ({ purposes }) => <Purposes purposes={purposes} /> },
          { title: say('register.subjects'), cell: ({ subjects }) => listed(subjects) },
          { title: say('register.systems'), cell: ({ systems }) => listed(systems) },
        ]}
      />
    </section>
  );
}

function Name({ activity: { title, id, role } }: { readonly activity: Activity }): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <bdi>{title}</bdi>
      <p className="soft">
        <code>{id}</code> {role === 'controller' ? null : say(role === 'joint' ? 'register.joint' : 'register.processor')}
      </p>
    </>
  );
}

function Purposes({ purposes }: Pick<Activity, 'purposes'>): ReactElement {
  const { say } = useSpeech();
  if (purposes.length === 0) return <>{say('register.unstated')}</>;
  return (
    <ul className="plain-list">
      {purposes.map(({ id, title, bases }) => (
        <li key={id}>
          {title}{' '}
          <span className={bases.length === 0 ? 'fault' : 'soft'}>
            {bases.length === 0
              ? say('register.noBasis')
              : bases
                  .map((basis) => {
                    const word = knownWord('basis', basis);
                    return word === undefined ? basis : say(word);
                  })
                  .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
