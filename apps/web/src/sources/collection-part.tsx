import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { Cards } from '../parts/cards.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

type Collection = AcceptedOf<'dataMap'>['dataMap']['collections'][number];
type Field = Collection['fields'][number];

/** One collection, folded: what it is for, how it belongs to others, and what each of its fields holds. */
export function CollectionPart({ collection }: { readonly collection: Collection }): ReactElement {
  const { say } = useSpeech();
  const { name, title, fields } = collection;
  const without = fields.filter(({ category, isSecret }) => category === null && !isSecret).length;
  return (
    <details className="part collection">
      <summary>
        <h2>
          <bdi>{title}</bdi> {title === name ? null : <code>{name}</code>}
        </h2>{' '}
        <span className="soft">
          {say('map.fields', { count: fields.length })}
          {without === 0 ? null : ` · ${say('map.unnamed', { count: without })}`}
        </span>
      </summary>
      <Notes collection={collection} />
      {fields.length === 0 ? <p className="soft">{say('map.noFields')}</p> : <Fields label={title} fields={fields} />}
    </details>
  );
}

function Notes({ collection }: { readonly collection: Collection }): ReactElement {
  const { say } = useSpeech();
  const { description, activity, isSearched, because, isLog, gaps, references } = collection;
  return (
    <>
      {description === null ? null : <p>{description}</p>}
      <ul className="notes">
        <li>{activity === null ? say('map.noActivity') : say('map.activity', { activity })}</li>
        {isSearched ? null : <li>{say('map.notSearched', { because: because ?? '–' })}</li>}
        {isLog ? <li>{say('map.log')}</li> : null}
        {references.map(({ name, to, isOwned, shows }) => (
          <li key={name}>
            {say(isOwned ? 'map.owned' : 'map.context', { to })}
            {shows.length === 0 ? null : ` ${say('map.shows', { fields: shows.join(', ') })}`}
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={gap} className="fault">
            {gap}
          </li>
        ))}
      </ul>
    </>
  );
}

function Fields({ label, fields }: { readonly label: string; readonly fields: readonly Field[] }): ReactElement {
  const { say } = useSpeech();
  return (
    <Cards
      label={label}
      rows={fields}
      keyOf={(field) => field.name}
      columns={[
        { title: say('map.field'), cell: (field) => <FieldName field={field} /> },
        { title: say('map.category'), cell: (field) => <Category field={field} /> },
        { title: say('map.origin'), cell: ({ origin }) => <Origin origin={origin} /> },
        { title: say('map.marks'), cell: (field) => <Marks field={field} /> },
      ]}
    />
  );
}

function FieldName({ field: { name, title, description } }: { readonly field: Field }): ReactElement {
  return (
    <>
      <bdi>{title}</bdi> {title === name ? null : <code>{name}</code>}
      {description === null ? null : <p className="soft">{description}</p>}
    </>
  );
}

function Category({ field: { category, isSecret } }: { readonly field: Field }): ReactElement | null {
  const { say } = useSpeech();
  if (isSecret) return null;
  // Terms of the vocabulary are English words written together
  return category === null ? (
    <span className="fault">{say('map.noCategory')}</span>
  ) : (
    <span lang="en">{category.replace(/^.*:/u, '').replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')}</span>
  );
}

function Origin({ origin }: Pick<Field, 'origin'>): ReactElement {
  const { say } = useSpeech();
  const word = origin === null ? undefined : knownWord('origin', origin);
  return <>{word === undefined ? (origin ?? say('map.noOrigin')) : say(word)}</>;
}

function Marks({ field }: { readonly field: Field }): ReactElement {
  const { say } = useSpeech();
  const kind = field.identifies === null ? undefined : knownWord('kind', field.identifies);
  const marks = [
    ...(field.isSecret ? [['alert', say('map.secret')]] : []),
    ...(field.isSpecial ? [['alert', say('map.special')]] : []),
    ...(field.isThirdParty ? [['act', say('map.thirdParty')]] : []),
    ...(field.isFreeText ? [['act', say('map.freeText')]] : []),
    ...(kind === undefined ? [] : [['work', say('map.identifies', { kind: say(kind) })]]),
  ];
  return (
    <>
      {marks.map(([tone, text]) => (
        <span key={text} className={`pill ${tone ?? ''}`}>
          {text}
        </span>
      ))}
    </>
  );
}
