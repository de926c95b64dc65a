import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { useSpeech } from '../words/use-speech.js';
import { useWord } from '../words/use-word.js';
import type { ShownRequest } from './shown-request.js';
import { useNameOf } from './use-people.js';

type Decision = NonNullable<AcceptedOf<'decisions'>['request']>['decisions'][number];

/** What was decided and why, for those who may read it: on which ground, who was meant, and what would help. */
export function DecisionsPart({ request: { id } }: { readonly request: ShownRequest }): ReactElement | null {
  const { say } = useSpeech();
  const maySee = usePermissions().has('match.read');
  const { data } = useDocument('decisions', { id }, { enabled: maySee });
  const decisions = data?.request?.decisions ?? [];
  if (decisions.length === 0) return null;
  return (
    <section className="part" aria-label={say('decisions.title')}>
      <h2>{say('decisions.title')}</h2>
      {decisions.map((decision) => (
        <OneDecision key={decision.at + decision.event} decision={decision} />
      ))}
    </section>
  );
}

function OneDecision({ decision }: { readonly decision: Decision }): ReactElement {
  const { say, day, moment } = useSpeech();
  const word = useWord();
  const nameOf = useNameOf();
  const { event, reason, refusedAs, ground, lastRequestOn, meantFor, wouldHelp, by, at } = decision;
  return (
    <div className="exchange">
      <p>
        <strong>{word('action', `request.${event}`)}</strong>
        {refusedAs === null ? null : <>: {word('refusedAs', refusedAs)}</>}
        {ground === null ? null : <>: {word('ground', ground)}</>}{' '}
        <span className="soft">
          {nameOf('staff', by)}, {moment(at)}
        </span>
      </p>
      <p>
        <bdi>{reason}</bdi>
      </p>
      {lastRequestOn === null ? null : (
        <p>
          {say('refuse.lastRequestOn')}: {day(lastRequestOn)}
        </p>
      )}
      {meantFor === null ? null : (
        <p>
          {say('refuse.meantFor')}: <bdi>{meantFor}</bdi>
        </p>
      )}
      {wouldHelp.length === 0 ? null : (
        <p>
          {say('refuse.wouldHelp')}: {wouldHelp.map((kind) => say(`kind.${kind}`)).join(', ')}
        </p>
      )}
    </div>
  );
}
