import type { ReactElement } from 'react';
import { Cards } from '../parts/cards.js';
import { useSpeech } from '../words/use-speech.js';
import { Columns } from './columns.js';
import type { Month } from './figures.js';

/** About one month: what Art. 12(3) leaves. */
const LIMIT_DAYS = 30;

/** How long an answer takes: half of each month's took so many days at most, beside what the law leaves. */
export function TimePart({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say, number, month: named } = useSpeech();
  const told = months.filter(({ medianDays }) => medianDays !== null);
  if (told.length === 0) return <></>;
  return (
    <section className="part">
      <h2>{say('overview.time')}</h2>
      <Columns
        label={say('overview.timePicture')}
        mark={{ at: LIMIT_DAYS, text: say('overview.limit') }}
        kinds={[
          { kind: 'decided', text: say('overview.within') },
          { kind: 'late', text: say('overview.beyond') },
        ]}
        columns={months.map(({ month, medianDays }) => ({
          key: month,
          name: named(month),
          parts: [[(medianDays ?? 0) > LIMIT_DAYS ? 'late' : 'decided', medianDays ?? 0]],
        }))}
      />
      <details>
        <summary>{say('overview.table')}</summary>
        <Cards
          label={say('overview.time')}
          rows={told}
          keyOf={({ month }) => month}
          columns={[
            { title: say('overview.month'), cell: ({ month }) => named(month) },
            { title: say('overview.median'), isNumber: true, cell: ({ medianDays }) => number(medianDays ?? 0) },
            { title: say('overview.firstMonth'), isNumber: true, cell: ({ inFirstMonth }) => number(inFirstMonth) },
            { title: say('overview.inTime'), isNumber: true, cell: ({ inTime }) => number(inTime) },
          ]}
        />
      </details>
    </section>
  );
}
