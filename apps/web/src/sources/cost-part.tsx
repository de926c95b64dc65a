import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import type { RequestState } from '../api/operations.generated.js';
import { useDocument } from '../api/use-service.js';
import { Cards } from '../parts/cards.js';
import { Choice } from '../parts/choice.js';
import { Loaded } from '../parts/loaded.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

type Planned = AcceptedOf<'cost'>['plan'][number];

/** While a request is searched or may be searched again. */
const STATES: readonly RequestState[] = [
  'ready',
  'searching',
  'in_review',
  'gathering',
  'awaiting_release',
  'paused',
  'needs_attention',
];
const MOST = 50;

/** What the search of a request would do in each collection, before anything is fetched. */
export function CostPart(): ReactElement {
  const { say } = useSpeech();
  const requests = useDocument('references', { first: MOST, states: STATES });
  const [chosen, choose] = useState('');
  const plan = useDocument('cost', { request: chosen }, { enabled: chosen !== '' });
  const options = (requests.data?.requests.edges ?? []).map(({ node }) => ({ value: node.id, text: node.reference }));
  return (
    <section className="part">
      <h2>{say('cost.title')}</h2>
      <p className="soft">{say('cost.text')}</p>
      {options.length === 0 ? (
        <p>{say('cost.noRequest')}</p>
      ) : (
        <Choice
          label={say('cost.request')}
          value={chosen}
          options={[{ value: '', text: say('cost.choose') }, ...options]}
          onChange={choose}
        />
      )}
      {chosen === '' ? null : <Loaded query={plan}>{({ plan: planned }) => <Plan planned={planned} />}</Loaded>}
    </section>
  );
}

function Plan({ planned }: { readonly planned: readonly Planned[] }): ReactElement {
  const { say, number } = useSpeech();
  const sum = (of: (each: Planned) => number | null): number => planned.reduce((total, each) => total + (of(each) ?? 0), 0);
  return (
    <>
      <p role="status">
        {say('cost.calls', { count: sum(({ calls }) => calls) })} ·{' '}
        {say('cost.scans', { count: sum(({ rowsToScan }) => rowsToScan) })}
      </p>
      <Cards
        label={say('cost.title')}
        rows={planned}
        keyOf={({ source, collection }) => `${source}.${collection}`}
        markOf={({ reach, rowsToScan }) => (reach === 'unreachable' || (rowsToScan ?? 0) > 0 ? 'blocking' : undefined)}
        columns={[
          { title: say('sources.source'), cell: ({ source }) => source },
          { title: say('search.collection'), cell: ({ collection }) => collection },
          { title: say('cost.reach'), cell: ({ reach, message }) => <Reach reach={reach} message={message} /> },
          { title: say('cost.queries'), isNumber: true, cell: ({ calls }) => (calls === null ? '–' : number(calls)) },
          { title: say('cost.rows'), isNumber: true, cell: ({ rowsToScan }) => (rowsToScan === null ? '–' : number(rowsToScan)) },
        ]}
      />
    </>
  );
}

function Reach({ reach, message }: Pick<Planned, 'reach' | 'message'>): ReactElement {
  const { say } = useSpeech();
  const word = knownWord('reach', reach);
  return (
    <>
      {word === undefined ? reach : say(word)}
      {message === null ? null : (
        <p lang="en" className="soft">
          {message}
        </p>
      )}
    </>
  );
}
