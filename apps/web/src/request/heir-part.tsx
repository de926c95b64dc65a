import { type ReactElement, useId, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Part } from '../parts/part.js';
import { ScrollBox } from '../parts/scroll-box.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import { HeirDialog } from './heir-dialog.js';
import type { ShownHeirPart } from './shown-heir-part.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

interface HeirPartProps {
  readonly request: ShownRequest;
}

/** What the purpose of an heir needs of what was found, collection by collection, and who ruled so and why (PER-05). */
export function HeirPart({ request }: HeirPartProps): ReactElement {
  const { say, language } = useSpeech();
  const query = useDocument('heirPart', { id: request.id, language });
  return (
    <Part title={say('heir.title')} query={query}>
      {(data) => {
        const part = data.request?.heirPart ?? undefined;
        return part === undefined ? <p className="soft">{say('heir.none')}</p> : <Standing part={part} request={request} />;
      }}
    </Part>
  );
}

function Standing({ part, request }: HeirPartProps & { readonly part: ShownHeirPart }): ReactElement {
  const { say } = useSpeech();
  const word = useWord();
  const permissions = usePermissions();
  const [isOpen, setOpen] = useState(false);
  const { purpose, isRuled, collections, rulings } = part;
  if (purpose === null) return <p>{say('heir.undecided')}</p>;
  const mayRule = request.state === 'awaiting_release' && permissions.has('match.review');
  return (
    <>
      <p>
        <strong>{word('heirPurpose', purpose)}</strong> {say(isRuled ? 'heir.ruled' : 'heir.unruled')}
      </p>
      {collections.length === 0 ? null : <Collections collections={collections} />}
      <Rulings rulings={rulings} />
      {mayRule ? (
        <Button
          onPress={() => {
            setOpen(true);
          }}
        >
          {say('heir.rule')}
        </Button>
      ) : null}
      {isOpen ? (
        <HeirDialog
          request={request}
          purpose={purpose}
          collections={collections}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function Collections({ collections }: Pick<ShownHeirPart, 'collections'>): ReactElement {
  const { say } = useSpeech();
  const word = useWord();
  const id = useId();
  return (
    <ScrollBox labelledBy={id}>
      <table className="grid">
        <caption id={id} className="unseen">
          {say('heir.title')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('heir.collection')}</th>
            <th scope="col">{say('heir.standing')}</th>
            <th scope="col">{say('heir.needed')}</th>
          </tr>
        </thead>
        <tbody>
          {collections.map(({ source, collection, title, standing, needed, records }) => (
            <tr key={`${source}.${collection}`}>
              <th scope="row">
                {title} <span className="soft">{source}</span>
              </th>
              <td>{word('heirStanding', standing)}</td>
              <td className="number">{say('heir.of', { needed, records })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Rulings({ rulings }: Pick<ShownHeirPart, 'rulings'>): ReactElement | null {
  const { say, moment } = useSpeech();
  const nameOf = useNameOf();
  if (rulings.length === 0) return null;
  return (
    <ul>
      {rulings.map(({ isNeeded, places, reason, by, at }, index) => (
        <li key={index}>
          <strong>{say(isNeeded ? 'heir.isNeeded' : 'heir.isNotNeeded')}</strong>{' '}
          {places.length === 0 ? say('heir.everything') : places.map(nameOfPlace).join(', ')}: <bdi>{reason}</bdi>{' '}
          <span className="soft">
            {nameOf('staff', by)}, {moment(at)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function nameOfPlace({ source, collection, recordId }: ShownHeirPart['rulings'][number]['places'][number]): string {
  const name = `${source}.${collection}`;
  return recordId === null ? name : `${name} ${recordId}`;
}
