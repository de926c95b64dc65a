import type { ReactElement } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useSpeech } from '../words/use-speech.js';

/** What should be known before an excess is claimed. */
export type Outlook = NonNullable<AcceptedOf<'refusalOutlook'>['request']>['refusalOutlook'];

/** When the same person asked before, and why this request cannot be excessive, where it cannot (OUT-03, OUT-04). */
export function OutlookPart({ outlook }: { readonly outlook: Outlook }): ReactElement {
  const { say, day } = useSpeech();
  const { notExcessive, earlier, holdsSpecialCategories, compared, isAll } = outlook;
  return (
    <section aria-label={say('outlook.title')}>
      {notExcessive === null ? null : (
        <p>
          <strong>{say('outlook.closed')}</strong> {say(`notExcessive.${notExcessive}`)}
        </p>
      )}
      <ul>
        {earlier.map(({ id, reference, receivedOn, days, isSameScope, moreRecords }) => (
          <li key={id}>
            {say('outlook.earlier', { reference, day: day(receivedOn), days })}{' '}
            {say(isSameScope ? 'outlook.sameScope' : 'outlook.otherScope')}
            {moreRecords === null ? null : <> {say('outlook.more', { count: moreRecords })}</>}
          </li>
        ))}
      </ul>
      {holdsSpecialCategories === true ? <p>{say('outlook.special')}</p> : null}
      <p className="soft">{say(isAll ? 'outlook.compared' : 'outlook.notAll', { count: compared })}</p>
    </section>
  );
}
