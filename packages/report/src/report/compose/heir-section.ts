import type { Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { paragraph, type ReportVoice } from './voice.js';

/** To an heir: for what they have data, and how much of what was found that does not need (PER-05). Nothing where no heir asks. */
export function heirSection({ request: { forHeir } }: SubjectReport, voice: ReportVoice): readonly Section[] {
  if (forHeir === undefined) return [];
  const { purpose, outside } = forHeir;
  const records = outside.reduce((sum, each) => sum + each.records, 0);
  const lines = outside.map(({ source, collection, ...counts }) =>
    voice.say('heir.outside.line', { source: voice.source(source), collection: voice.collection(collection), ...counts }),
  );
  return [
    {
      kind: 'section',
      id: 'heir',
      title: voice.say('heir.title'),
      blocks: [
        paragraph([{ text: voice.say(purpose === undefined ? 'heir.undecided' : `heir.${purpose}`), style: 'strong' }]),
        paragraph(voice.say('heir.you')),
        ...(lines.length === 0
          ? [paragraph(voice.say('heir.outside.none'))]
          : [paragraph(voice.say('heir.outside', { records })), { kind: 'list' as const, items: lines }]),
      ],
    },
  ];
}
