import type { ReactElement } from 'react';
import { useSpeech } from '../words/use-speech.js';

/** What is set, and what is not. */
export function Facts({ facts }: { readonly facts: readonly (readonly [what: string, value: string | null])[] }): ReactElement {
  const { say } = useSpeech();
  return (
    <dl className="pairs">
      {facts.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value === null ? <span className="fault">{say('settings.unset')}</span> : <bdi>{value}</bdi>}</dd>
        </div>
      ))}
    </dl>
  );
}
