import { calendarPeriod, periodInWords } from '@habeas/core/law';
import type { Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { paragraph, type ReportVoice } from './voice.js';

/** The file of the request itself is processing too, and stands in every report (INT-09). */
export function caseSection({ register }: SubjectReport, voice: ReportVoice): Section {
  const inWords = (length: string): string => periodInWords(calendarPeriod(length), voice.core);
  const retention = voice.say('case.retention', {
    period: inWords(register.caseRetention.length),
    archive: inWords(register.archiveRetention.length),
  });
  return {
    kind: 'section',
    id: 'activity-request',
    title: voice.say('case.title'),
    blocks: [
      paragraph(voice.say('case.what')),
      {
        kind: 'facts',
        facts: [
          { term: voice.say('activity.purposes'), value: voice.say('case.basis') },
          { term: voice.say('activity.recipients'), value: voice.say('case.recipients') },
          { term: voice.say('activity.retention'), value: retention },
          { term: voice.say('activity.origin'), value: voice.say('case.origin') },
          { term: voice.say('activity.decisions'), value: voice.say('activity.decisions.none') },
        ],
      },
    ],
  };
}
