import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { Choice } from '../parts/choice.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { FailingPart } from './failing-part.js';
import { everyMonth, lastMonths, type Month, percentOf, sumOf } from './figures.js';
import { MonthsPart } from './months-part.js';
import { TimePart } from './time-part.js';

const PERIODS = ['3', '12', '36'] as const;

/** How requests are handled: what is open and late, how long answers take, what goes by itself, and what stands in the way. */
export function OverviewPage(): ReactElement {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const period = PERIODS.find((each) => each === search.get('months')) ?? '12';
  const time = lastMonths(Number(period), new Date());
  const query = useDocument('figures', time);
  return (
    <Room
      title={say('room.overview')}
      lead={say('overview.lead')}
      actions={
        <Choice
          label={say('overview.period')}
          value={period}
          options={PERIODS.map((value) => ({ value, text: say('overview.months', { count: Number(value) }) }))}
          onChange={(value) => {
            setSearch(value === '12' ? {} : { months: value });
          }}
        />
      }
    >
      <Loaded query={query}>{({ figures: { months } }) => <Figures months={everyMonth(months, time)} />}</Loaded>
    </Room>
  );
}

function Figures({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say } = useSpeech();
  const sum = sumOf(months);
  if (sum.received === 0)
    return (
      <Empty title={say('overview.none')}>
        <p>{say('inbox.emptyText')}</p>
      </Empty>
    );
  return (
    <>
      <Tiles months={months} />
      <MonthsPart months={months} />
      <TimePart months={months} />
      <FailingPart months={months} />
    </>
  );
}

function Tiles({ months }: { readonly months: readonly Month[] }): ReactElement {
  const { say, number } = useSpeech();
  const maySee = usePermissions().has('request.read');
  const { open, overdue, extended, received, decided, answered, automatic, inTime } = sumOf(months);
  const share = (part: number, whole: number): string => {
    const percent = percentOf(part, whole);
    return percent === undefined ? '–' : say('overview.percent', { percent });
  };
  const linked = (count: number, to: string): ReactElement =>
    maySee ? <Link href={to}>{number(count)}</Link> : <>{number(count)}</>;
  const tiles = [
    [say('overview.open'), linked(open, '/requests'), undefined],
    [say('overview.overdue'), linked(overdue, '/requests?due=over'), overdue > 0 ? 'alert' : undefined],
    [say('overview.extended'), number(extended), say('overview.of', { count: received })],
    [say('overview.inTime'), share(inTime, decided), say('overview.of', { count: decided })],
    [say('overview.automatic'), share(automatic, answered), say('overview.of', { count: answered })],
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(([what, value, more]) => (
        <div key={what} className={more === 'alert' ? 'tile alert' : 'tile'}>
          <dt>{what}</dt>
          <dd>
            {value}
            {more === undefined || more === 'alert' ? null : <p>{more}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
