import { type ReactElement, useId } from 'react';
import { Link } from 'wouter';
import { useChange } from '../api/use-change.js';
import { usePermissions } from '../app/use-permissions.js';
import { Button } from '../parts/button.js';
import { Share } from '../parts/share.js';
import { Fault } from '../parts/states.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import { CheckResult } from './check-result.js';
import { type Source, standingOf } from './standing.js';

const TONES = { failing: 'alert', warning: 'act', sound: 'work', unknown: 'over' } as const;

/** One source: how it stands and since when, and what can be done about it. */
export function SourceCard({ source }: { readonly source: Source }): ReactElement {
  const { say } = useSpeech();
  const id = useId();
  const permissions = usePermissions();
  const check = useChange('checkSource', ['sources']);
  const standing = standingOf(source);
  return (
    <li className={`card ${standing}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          <bdi>{source.title}</bdi>
        </h2>
        <span className={`pill ${TONES[standing]}`}>{say(`standing.${standing}`)}</span>
        <span className="soft">
          {source.connector} {source.connectorVersion}
        </span>
      </div>
      <Facts source={source} />
      {check.data === undefined ? null : <CheckResult check={check.data.checkSource} />}
      {check.error === null ? null : <Fault error={check.error} />}
      <div className="actions">
        {permissions.has('source.check') ? (
          <Button
            isPending={check.isPending}
            aria-describedby={id}
            onPress={() => {
              check.mutate({ id: source.id });
            }}
          >
            {say('sources.check')}
          </Button>
        ) : null}
        {permissions.has('settings.read') ? (
          <Link href={`/sources/${source.id}`} className="button plain" aria-describedby={id}>
            {say('sources.map')}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function Facts({ source: { lastCheck, lastSearch, coverage } }: { readonly source: Source }): ReactElement {
  const { say, moment } = useSpeech();
  return (
    <dl className="dates">
      <div>
        <dt>{say('sources.searched')}</dt>
        <dd>
          {lastSearch === null ? say('sources.never') : moment(lastSearch.at)}
          {lastSearch === null ? null : <SearchEnd search={lastSearch} />}
        </dd>
      </div>
      <div>
        <dt>{say('sources.looked')}</dt>
        <dd>
          {lastCheck === null ? say('sources.never') : moment(lastCheck.at)}
          {lastCheck === null ? null : <p>{say(lastCheck.sound ? 'sources.wasSound' : 'sources.wasUnsound')}</p>}
        </dd>
      </div>
      <div>
        <dt>{say('sources.drift')}</dt>
        <dd>{driftIn(lastCheck?.drifted, say)}</dd>
      </div>
      <div>
        <dt>{say('sources.coverage')}</dt>
        <dd>
          {coverage === null ? (
            say('sources.noMap')
          ) : (
            <>
              {say('sources.covered', { share: coverage.categorised, count: coverage.fields })}
              <Share part={coverage.categorised} whole={coverage.fields} />
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function driftIn(drifted: number | null | undefined, say: ReturnType<typeof useSpeech>['say']): string {
  if (drifted === null || drifted === undefined) return say('sources.driftUnknown');
  return drifted === 0 ? say('sources.driftNone') : say('sources.drifted', { count: drifted });
}

function SearchEnd({ search: { troubles, collections } }: { readonly search: NonNullable<Source['lastSearch']> }): ReactElement {
  const { say } = useSpeech();
  if (troubles.length === 0) return <p>{say('sources.whole', { count: collections })}</p>;
  return (
    <ul className="plain-list">
      {troubles.map(({ collection, outcome, message }) => {
        const word = knownWord('outcome', outcome);
        return (
          <li key={collection} className="fault">
            {collection}: {word === undefined ? outcome : say(word)}
            {message === null ? null : (
              <span lang="en" className="soft">
                {' '}
                {message}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
