import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Loaded } from '../parts/loaded.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

/** Whether the trail is whole, from its first entry on. It is read from end to end, so it is done when it is asked for. */
export function VerdictPart(): ReactElement {
  const { say } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const query = useDocument('verdict', {}, { enabled: isAsked });
  return (
    <section className="part verdict" aria-label={say('verdict.title')}>
      {isAsked ? (
        <Loaded query={query}>{({ trailVerdict }) => <Verdict verdict={trailVerdict} />}</Loaded>
      ) : (
        <>
          <p>{say('verdict.text')}</p>
          <Button
            onPress={() => {
              setAsked(true);
            }}
          >
            {say('verdict.ask')}
          </Button>
        </>
      )}
    </section>
  );
}

function Verdict({ verdict }: { readonly verdict: AcceptedOf<'verdict'>['trailVerdict'] }): ReactElement {
  const { say, moment } = useSpeech();
  const { holds, at, entries, head, fault, line, checkpoints, unsigned } = verdict;
  const why = fault === null ? undefined : knownWord('fault', fault);
  return (
    <div role="status" className={holds ? 'check good' : 'check bad'}>
      <p>
        <strong>{holds ? say('verdict.holds', { count: entries ?? 0 }) : say('verdict.broken', { line: line ?? 0 })}</strong>{' '}
        {why === undefined ? fault : say(why)} <span className="soft">{moment(at)}</span>
      </p>
      <p>{say('verdict.checkpoints', { count: checkpoints })}</p>
      {unsigned === 0 ? null : <p>{say('verdict.unsigned', { count: unsigned })}</p>}
      {head === null ? null : (
        <p className="soft">
          {say('verdict.head')} <code>{head}</code>
        </p>
      )}
    </div>
  );
}
