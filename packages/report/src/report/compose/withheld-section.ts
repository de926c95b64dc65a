import { explainRedaction, explainScope, type Holding, type RedactionCount, type ScopeDecision } from '@habeas/core/law';
import type { Block, Section, Text } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { COMPLAINT_ID } from './section-ids.js';
import { paragraph, type ReportVoice } from './voice.js';

/** What the copy does not show and why, with the remedies of a refusal in part (TPD-03; Art. 12(4)). Nothing where all is shown. */
export function withheldSection({ holdings, isComplete, request }: SubjectReport, voice: ReportVoice): readonly Section[] {
  const rows = holdings.flatMap((holding) => rowsOf(holding, voice));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'section',
      id: 'withheld',
      title: voice.say('withheld.title'),
      blocks: [
        ...leadOf(isComplete && request.forHeir === undefined, voice),
        {
          kind: 'table',
          caption: voice.say('withheld.table'),
          columns: [
            { title: voice.say('withheld.where') },
            { title: voice.say('withheld.what') },
            { title: voice.say('withheld.why') },
          ],
          rows,
        },
      ],
    },
  ];
}

/** Nothing says that all the rest is there where the search is not complete, and where an heir has a part of it. */
function leadOf(isAllElse: boolean, voice: ReportVoice): readonly Block[] {
  return [
    ...(isAllElse ? [paragraph(voice.say('withheld.rest'))] : []),
    paragraph([
      voice.say('withheld.remedies'),
      { text: voice.say('rights.complaint.title'), href: `#${COMPLAINT_ID}` },
      voice.say('withheld.remedies.end'),
    ]),
  ];
}

function rowsOf(holding: Holding, voice: ReportVoice): readonly (readonly Text[])[] {
  const { source, collection, scope, filled, hidden, redacted } = holding;
  const where = voice.say('withheld.place', { source: voice.source(source), collection: voice.collection(collection) });
  const titles = new Map(collection.fields.map((field) => [field.name, voice.field(field)]));
  const byReason = new Map<string, string[]>();
  const told = new Set(filled);
  for (const { field, access } of scope.fields.filter(({ field, access }) => told.has(field) && isHidden(access))) {
    const reason = explainScope(access, voice.core);
    byReason.set(reason, [...(byReason.get(reason) ?? []), titles.get(field) ?? field]);
  }
  const isAll = scope.access.verdict === 'exclude';
  const decided = [...byReason].map(([reason, fields]) => [
    where,
    isAll ? voice.say('withheld.all') : voice.list(fields),
    reason,
  ]);
  const secrets =
    collection.withheld.length === 0 ? [] : [[where, voice.list(collection.withheld), voice.say('withheld.secret')]];
  const inTexts = hidden.map(({ field, count }) => [
    where,
    voice.say('withheld.inText', { field: titles.get(field) ?? field, records: count }),
    voice.say('withheld.others'),
  ]);
  const byHand = redacted.map((each) => [where, redactedIn(each, titles, voice), explainRedaction(each, voice.core)]);
  return [...decided, ...inTexts, ...byHand, ...secrets];
}

/** What of single records a person hid. */
function redactedIn(
  { field, extent, count: records }: RedactionCount,
  titles: ReadonlyMap<string, string>,
  voice: ReportVoice,
): string {
  if (field === undefined) return voice.say('withheld.records', { records });
  return voice.say(extent === 'text' ? 'withheld.inText' : 'withheld.values', { field: titles.get(field) ?? field, records });
}

/** What stands behind a mark, or is not there at all: what may be somebody else's is hidden until a DPO has ruled. */
export function isHidden({ verdict, reason }: ScopeDecision): boolean {
  return verdict === 'exclude' || verdict === 'mask' || (verdict === 'review' && reason === 'third-party-data');
}
