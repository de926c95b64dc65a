import type { ReactElement } from 'react';
import { Cards } from '../parts/cards.js';
import { Share } from '../parts/share.js';
import { useSpeech } from '../words/use-speech.js';
import type { Register } from './shown-register.js';

type Activity = Register['activities'][number];
type Rule = Activity['retention'][number];

interface Row {
  readonly key: string;
  readonly activity: Activity;
  readonly rule: Rule | undefined;
}

/** How long what is kept (Art. 15(1)(d)): each period as long as it is beside the others, and in words. */
export function RetentionPart({ register: { activities } }: { readonly register: Register }): ReactElement {
  const { say } = useSpeech();
  const rows = activities.flatMap((activity): readonly Row[] =>
    activity.retention.length === 0
      ? [{ key: activity.id, activity, rule: undefined }]
      : activity.retention.map((rule, index) => ({ key: `${activity.id} ${String(index)}`, activity, rule })),
  );
  const longest = Math.max(0, ...rows.map(({ rule }) => rule?.days ?? 0));
  return (
    <section className="part">
      <h2>{say('retention.title')}</h2>
      <p className="soft">{say('retention.text')}</p>
      <Cards
        label={say('retention.title')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { title: say('register.activity'), cell: ({ activity }) => <bdi>{activity.title}</bdi> },
          { title: say('retention.what'), cell: ({ rule }) => rule?.fields?.join(', ') ?? say('retention.all') },
          { title: say('retention.period'), cell: ({ rule }) => <Period rule={rule} longest={longest} /> },
          { title: say('retention.from'), cell: ({ rule }) => rule?.from ?? rule?.criterion ?? '–' },
          { title: say('retention.then'), cell: ({ rule }) => <End rule={rule} /> },
        ]}
      />
    </section>
  );
}

function Period({ rule, longest }: { readonly rule: Rule | undefined; readonly longest: number }): ReactElement {
  const { say } = useSpeech();
  if (rule === undefined) return <span className="fault">{say('register.unstated')}</span>;
  return (
    <>
      {rule.period ?? say('retention.noPeriod')}
      {rule.isAssumed ? <span className="pill act">{say('retention.assumed')}</span> : null}
      {rule.days === null ? null : <Share part={rule.days} whole={longest} />}
    </>
  );
}

const ENDS = { delete: 'retention.delete', anonymise: 'retention.anonymise', archive: 'retention.archive' } as const;

function End({ rule }: { readonly rule: Rule | undefined }): ReactElement {
  const { say } = useSpeech();
  const { then = null, laws = [] } = rule ?? {};
  const word = then === null ? undefined : ENDS[then as keyof typeof ENDS];
  return (
    <>
      {say(word ?? 'retention.unsaid')}
      {laws.map((law) => (
        <p key={law} className="soft">
          {say('retention.law', { law })}
        </p>
      ))}
    </>
  );
}
