import { dateIn } from '@habeas/core/law';
import type { Block, ReadableDocument } from '../document/document.js';
import type { ReportLanguage } from '../catalogue/report.js';
import { activitySection } from './compose/activity-section.js';
import { answerSection } from './compose/answer-section.js';
import { caseSection } from './compose/case-section.js';
import { type AnnexOf, dataSection } from './compose/data-section.js';
import { heirSection } from './compose/heir-section.js';
import { rightsSection } from './compose/rights-section.js';
import { searchSection } from './compose/search-section.js';
import { summarySection } from './compose/summary-section.js';
import { paragraph, ReportVoice } from './compose/voice.js';
import { withheldSection } from './compose/withheld-section.js';
import type { SubjectReport } from './subject-report.js';

/**
 * The access report in one language: the answer and a summary, what Art. 15(1)(a)-(h) and (2) GDPR want told of each activity, rights
 * and remedies, how it was searched, what is not shown, and the data as tables (FMT-03, PER-01). The same report gives the same document.
 */
export function composeReport(report: SubjectReport, language: ReportLanguage, annexOf: AnnexOf): ReadableDocument {
  const voice = new ReportVoice(language);
  const { register, blocks, view, snapshotAt } = report;
  return {
    language,
    title: voice.say('title', { controller: register.controller.name }),
    author: register.controller.name,
    date: dateIn(snapshotAt, view.timeZone),
    blocks: [
      answerSection(report, voice),
      ...heirSection(report, voice),
      ...summarySection(report, voice),
      {
        kind: 'section',
        id: 'activities',
        title: voice.say('activities.title'),
        blocks: [
          ...blocks.map((block) => activitySection(block, voice)),
          ...unassigned(report, voice),
          caseSection(report, voice),
        ],
      },
      rightsSection(report, voice),
      searchSection(report, voice),
      ...withheldSection(report, voice),
      dataSection(report, annexOf, voice),
    ],
  };
}

function unassigned({ unassigned: holdings }: SubjectReport, voice: ReportVoice): readonly Block[] {
  if (holdings.length === 0) return [];
  return [
    {
      kind: 'section',
      id: 'unassigned-data',
      title: voice.say('unassigned.title'),
      blocks: [
        paragraph(voice.say('unassigned.text')),
        { kind: 'list', items: holdings.map((holding) => unassignedLine(holding, voice)) },
      ],
    },
  ];
}

function unassignedLine({ source, collection, records }: SubjectReport['unassigned'][number], voice: ReportVoice): string {
  return voice.say('unassigned.line', { collection: voice.collection(collection), source: voice.source(source), records });
}
