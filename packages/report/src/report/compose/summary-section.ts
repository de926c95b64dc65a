import type { Holding } from '@habeas/core/law';
import type { Block, Figure, Section, Table } from '../../document/document.js';
import type { ActivityBlock, SubjectReport } from '../subject-report.js';
import type { ToldRetention } from '../told-retention.js';
import { keptShort } from './kept.js';
import { recipientName } from './recipients.js';
import { activityId } from './section-ids.js';
import { paragraph, type ReportVoice } from './voice.js';

/** What it comes to, in numbers and two pictures; nothing where nothing is held. */
export function summarySection(report: SubjectReport, voice: ReportVoice): readonly Section[] {
  const { blocks, unassigned, holdings } = report;
  if (holdings.length === 0) return [];
  const records = holdings.reduce((sum, holding) => sum + holding.records, 0);
  return [
    {
      kind: 'section',
      id: 'summary',
      title: voice.say('summary.title'),
      blocks: [
        paragraph(voice.say('summary.records', { records, activities: blocks.length })),
        tableOf(blocks, unassigned, voice),
        ...flowOf(blocks, voice),
        ...timelineOf(report, voice),
      ],
    },
  ];
}

function tableOf(blocks: readonly ActivityBlock[], rest: readonly Holding[], voice: ReportVoice): Table {
  const count = rest.reduce((sum, { records }) => sum + records, 0);
  const unassigned =
    rest.length === 0
      ? []
      : [[voice.say('summary.unassigned'), systems(rest, voice), voice.book.number(count), voice.say('kept.unknown')]];
  return {
    kind: 'table',
    caption: voice.say('summary.table'),
    columns: [
      { title: voice.say('summary.activity') },
      { title: voice.say('summary.systems') },
      { title: voice.say('summary.count'), align: 'end' },
      { title: voice.say('summary.period') },
    ],
    rows: [
      ...blocks.map((block) => [
        [{ text: voice.pick(block.activity.title), href: `#${activityId(block.id)}` }],
        systems(block.holdings, voice),
        voice.book.number(block.records),
        periodOf(block, voice),
      ]),
      ...unassigned,
    ],
    isNamed: true,
  };
}

/** Of what another controller answers for, that one tells the rest (INT-07). */
function answeredHere(blocks: readonly ActivityBlock[]): readonly ActivityBlock[] {
  return blocks.filter(({ heldFor }) => heldFor === undefined);
}

/** Where they lie, each system once. */
function systems(holdings: readonly Holding[], voice: ReportVoice): string {
  return voice.list([...new Set(holdings.map(({ source }) => voice.source(source)))]);
}

function periodOf({ retention, heldFor }: ActivityBlock, voice: ReportVoice): string {
  if (heldFor !== undefined) return voice.say('summary.heldFor');
  const [first, ...others] = new Set(retention.map((fact) => keptShort(fact, voice)));
  return others.length === 0 ? (first ?? voice.say('kept.unknown')) : voice.say('summary.several');
}

/** Who receives data of which activity; no picture where nobody does. */
function flowOf(blocks: readonly ActivityBlock[], voice: ReportVoice): readonly Figure[] {
  const giving = answeredHere(blocks).filter(({ recipients }) => recipients.length > 0);
  const named = new Map(
    giving.flatMap(({ recipients }) => recipients.map((fact) => [fact.id, recipientName(fact, voice)] as const)),
  );
  if (named.size === 0) return [];
  const lines = giving.map(({ activity, recipients }) =>
    withStop(
      voice.say('summary.flow.line', {
        activity: voice.pick(activity.title),
        recipients: voice.list(recipients.map((fact) => recipientName(fact, voice))),
      }),
    ),
  );
  return [
    {
      kind: 'figure',
      caption: voice.say('summary.flow'),
      description: lines.join(' '),
      picture: {
        kind: 'flow',
        from: giving.map(({ id, activity }) => ({ id, label: voice.pick(activity.title) })),
        to: [...named].map(([id, label]) => ({ id, label })),
        arrows: giving.flatMap(({ id, recipients }) => recipients.map((fact) => ({ from: id, to: fact.id }))),
      },
    },
  ];
}

function timelineOf({ blocks, view }: SubjectReport, voice: ReportVoice): readonly Block[] {
  const bars = answeredHere(blocks).flatMap(({ activity, retention }) => {
    const byNote = new Map(retention.map((fact) => [keptShort(fact, voice), fact]));
    return [...byNote].map(([note, { told }]) => ({ label: voice.pick(activity.title), note, ...barOf(told) }));
  });
  if (!bars.some(({ until }) => until !== undefined)) return [];
  const description = bars.map(({ label, note }) => withStop(voice.say('summary.timeline.line', { label, note }))).join(' ');
  return [
    {
      kind: 'figure',
      caption: voice.say('summary.timeline'),
      description,
      picture: { kind: 'timeline', today: view.today, bars },
    },
  ];
}

/** An archive of no stated period ends on no day. */
function barOf({ evaluation, isArchiveOpen }: ToldRetention): {
  readonly until?: `${number}-${number}-${number}`;
  readonly state: 'running' | 'overdue' | 'open';
} {
  if (isArchiveOpen || !('expiresOn' in evaluation)) return { state: 'open' };
  return { until: evaluation.expiresOn, state: evaluation.status === 'overdue' ? 'overdue' : 'running' };
}

function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
