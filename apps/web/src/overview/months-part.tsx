import type { ReactElement } from 'react';
import { Cards, type Column } from '../parts/cards.js';
import { useSpeech } from '../words/use-speech.js';
import { Columns } from './columns.js';
import type { Month } from './figures.js';

/** Whether what comes in is answered: each month's requests, by what became of them. The table says the same. */
export function MonthsPart({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say, month: named } = useSpeech();
  return (
    <section className="part">
      <h2>{say('overview.keepUp')}</h2>
      <Columns
        label={say('overview.keepUpPicture')}
        kinds={[
          { kind: 'decided', text: say('overview.decided') },
          { kind: 'open', text: say('overview.open') },
          { kind: 'late', text: say('overview.overdue') },
        ]}
        columns={months.map(({ month, received, open, overdue }) => ({
          key: month,
          name: named(month),
          parts: [
            ['decided', received - open],
            ['open', open - overdue],
            ['late', overdue],
          ],
        }))}
      />
      <MonthsTable months={months} />
    </section>
  );
}

function MonthsTable({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say, number, month: named } = useSpeech();
  const count = (title: string, of: (month: Month) => number): Column<Month> => ({
    title,
    isNumber: true,
    cell: (month) => number(of(month)),
  });
  return (
    <details>
      <summary>{say('overview.table')}</summary>
      <Cards
        label={say('overview.keepUp')}
        rows={months}
        keyOf={({ month }) => month}
        markOf={({ overdue }) => (overdue > 0 ? 'blocking' : undefined)}
        columns={[
          { title: say('overview.month'), cell: ({ month }) => named(month) },
          count(say('overview.received'), ({ received }) => received),
          count(say('overview.answered'), ({ answered }) => answered),
          count(say('overview.refused'), ({ refused }) => refused),
          count(say('overview.cancelled'), ({ cancelled }) => cancelled),
          count(say('overview.open'), ({ open }) => open),
          count(say('overview.overdue'), ({ overdue }) => overdue),
          count(say('overview.extended'), ({ extended }) => extended),
          count(say('overview.paused'), ({ paused }) => paused),
          count(say('overview.automaticCount'), ({ automatic }) => automatic),
          count(say('overview.incomplete'), ({ incomplete }) => incomplete),
        ]}
      />
    </details>
  );
}
