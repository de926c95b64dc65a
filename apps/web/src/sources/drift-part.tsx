import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Loaded } from '../parts/loaded.js';
import { useSpeech } from '../words/use-speech.js';

type Drift = NonNullable<AcceptedOf<'drift'>['register']>['drift'][number];

/** Where the register and the sources are not the same (PRF-02). Every source is looked at, so it is done when it is asked for. */
export function DriftPart(): ReactElement {
  const { say, language } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const query = useDocument('drift', { language }, { enabled: isAsked });
  return (
    <section className="part">
      <h2>{say('drift.title')}</h2>
      <p className="soft">{say('drift.text')}</p>
      {isAsked ? (
        <Loaded query={query}>
          {({ register }) =>
            register === null ? <p>{say('drift.noRegister')}</p> : <Findings findings={worstFirst(register.drift)} />
          }
        </Loaded>
      ) : (
        <Button
          onPress={() => {
            setAsked(true);
          }}
        >
          {say('drift.ask')}
        </Button>
      )}
    </section>
  );
}

function worstFirst(drift: readonly Drift[]): readonly Drift[] {
  return [...drift].sort((one, other) => Number(other.severity === 'blocking') - Number(one.severity === 'blocking'));
}

function Findings({ findings }: { readonly findings: readonly Drift[] }): ReactElement {
  const { say } = useSpeech();
  if (findings.length === 0) return <p role="status">{say('drift.none')}</p>;
  return (
    <>
      <p role="status">{say('drift.count', { count: findings.length })}</p>
      <ul className="findings">
        {findings.map(({ code, severity, source, collection, field, activity, what, remedy, article }) => {
          const place = [collection, field].filter((each) => each !== null).join('.');
          return (
            <li key={[code, source, place, activity, what].join(' ')} className={severity}>
              <p>
                <strong>{say(severity === 'blocking' ? 'severity.blocking' : 'severity.warning')}</strong>{' '}
                {source === null ? null : <Link href={`/sources/${source}`}>{source}</Link>} {place}{' '}
                <span className="soft">{article}</span>
              </p>
              <p>{what}</p>
              <p className="soft">{remedy}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
