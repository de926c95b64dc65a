import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Cards } from '../parts/cards.js';
import { useNameOf } from '../request/use-people.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

type Entry = AcceptedOf<'audit'>['auditTrail']['edges'][number]['node'];

/** Entries of the trail in words; what else was noted is folded away. */
export function AuditRows({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const { say, moment } = useSpeech();
  const nameOf = useNameOf();
  return (
    <Cards
      label={say('room.audit')}
      rows={entries}
      keyOf={({ id }) => id}
      markOf={({ outcome }) => (outcome === 'refused' ? 'blocking' : undefined)}
      columns={[
        { title: say('audit.when'), cell: ({ at }) => <time dateTime={at}>{moment(at)}</time> },
        { title: say('audit.what'), cell: (entry) => <What entry={entry} /> },
        { title: say('audit.who'), cell: ({ actor, actorKind }) => <bdi>{nameOf(actorKind, actor)}</bdi> },
        { title: say('audit.object'), cell: (entry) => <Thing entry={entry} /> },
        { title: say('audit.details'), cell: ({ details, sequence }) => <Details details={details} sequence={sequence} /> },
      ]}
    />
  );
}

function What({ entry: { action, outcome } }: { readonly entry: Entry }): ReactElement {
  const { say } = useSpeech();
  const word = knownWord('action', action);
  return (
    <>
      {word === undefined ? <code>{action}</code> : say(word)}
      {outcome === 'refused' ? <strong> ({say('trail.refused')})</strong> : null}
    </>
  );
}

function Thing({ entry: { objectType, object } }: { readonly entry: Entry }): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  const word = knownWord('object', objectType);
  const name = word === undefined ? objectType : say(word);
  if (objectType !== 'request' || object === '*' || object === '-')
    return (
      <>
        {name} {object === '*' || object === objectType ? null : <code>{object}</code>}
      </>
    );
  return (
    <>
      {permissions.has('request.read') ? <Link href={`/requests/${object}`}>{name}</Link> : name}{' '}
      <Link href={`/audit?request=${object}`} className="soft">
        {say('audit.onlyThis')}
      </Link>
    </>
  );
}

function Details({ details, sequence }: Pick<Entry, 'details' | 'sequence'>): ReactElement {
  const { say } = useSpeech();
  const noted = Object.entries(JSON.parse(details) as Readonly<Record<string, unknown>>);
  return (
    <details>
      <summary>{sequence === null ? say('audit.waiting') : say('audit.number', { number: sequence })}</summary>
      <dl className="pairs">
        {noted.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
