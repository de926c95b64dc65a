import { calendarPeriod, periodInWords } from '@habeas/core/law';
import type { Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import type { ReportVoice } from './voice.js';

/** The file of the request itself is processing too, and stands in every report (INT-09). */
export function caseSection({ register }: SubjectReport, voice: ReportVoice): Section {
  return {
    kind: 'section',
    id: 'request-file',
    title: voice.say('case.title'),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { term: voice.say('activity.purposes'), value: voice.say('case.basis') },
          { term: voice.say('activity.categories'), value: voice.say('case.what') },
          { term: voice.say('activity.recipients'), value: voice.say('case.recipients') },
          { term: voice.say('activity.retention'), value: caseRetention(register, voice) },
          { term: voice.say('activity.origin'), value: voice.say('case.origin') },
          { term: voice.say('activity.decisions'), value: voice.say('case.decisions') },
        ],
      },
    ],
  };
}

/** How long that file is kept, and the answer. */
export function caseRetention(
  { caseRetention: file, archiveRetention: archive }: SubjectReport['register'],
  voice: ReportVoice,
): string {
  const inWords = (length: string): string => periodInWords(calendarPeriod(length), voice.core);
  return voice.say('case.retention', { period: inWords(file.length), archive: inWords(archive.length) });
}
