import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';

type Check = AcceptedOf<'checkSource'>['checkSource'];

/** What a look at a source has just brought: whether it can be searched, and what to do where it cannot. */
export function CheckResult({ check }: { readonly check: Check }): ReactElement {
  const { say } = useSpeech();
  const { problem, readOnly, system, sound, collections, advice } = check;
  const writes = readOnly === null ? undefined : knownWord('readOnly', readOnly);
  const wrong = collections.filter(({ status, problems }) => status !== 'ok' || problems.length > 0);
  return (
    <div role="status" className={sound ? 'check good' : 'check bad'}>
      <p>
        <strong>{say(sound ? 'sources.nowSound' : 'sources.nowUnsound')}</strong> {system}
      </p>
      {problem === null ? null : <Problem problem={problem} />}
      {writes === undefined ? null : <p>{say(writes)}</p>}
      {wrong.map(({ collection, status, problems }) => {
        const health = knownWord('health', status);
        return (
          <div key={collection}>
            <h3>
              {collection}: {health === undefined ? status : say(health)}
            </h3>
            {problems.map((each) => (
              <Problem key={each.message} problem={each} />
            ))}
          </div>
        );
      })}
      {advice.length === 0 ? null : (
        <details>
          <summary>{say('sources.advice', { count: advice.length })}</summary>
          <ul>
            {advice.map(({ collection, text, ddl }) => (
              <li key={`${collection ?? ''} ${text}`} lang="en">
                {collection === null ? null : <strong>{collection}: </strong>}
                {text}
                {ddl === null ? null : (
                  <pre tabIndex={0}>
                    <code>{ddl}</code>
                  </pre>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Why something is not as it has to be, in the service's own words, and what to do about it. */
export function Problem({
  problem: { message, remedy },
}: {
  readonly problem: { readonly message: string; readonly remedy: string | null };
}): ReactElement {
  return (
    <p lang="en">
      {message} {remedy === null ? null : <em>{remedy}</em>}
    </p>
  );
}
