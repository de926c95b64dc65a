import type { Outcome } from '@habeas/connector-sdk';
import type { LedgerEntry } from '@habeas/core';
import type { Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { paragraph, type ReportVoice, withinSentence } from './voice.js';

/** The ledger in plain words: every place, also those with nothing, and those that failed with the reason (SCP-09). */
export function searchSection({ account, view }: SubjectReport, voice: ReportVoice): Section {
  const from = voice.book.moment(account.startedAt, view.timeZone);
  const to = voice.book.moment(account.finishedAt, view.timeZone);
  return {
    kind: 'section',
    id: 'search',
    title: voice.say('search.title'),
    blocks: [
      paragraph(voice.say('search.lead', { from, to })),
      {
        kind: 'table',
        caption: voice.say('search.table'),
        columns: [
          { title: voice.say('search.system') },
          { title: voice.say('search.part') },
          { title: voice.say('search.result') },
        ],
        rows: account.ledger.map((entry) => [entry.source.title, entry.collection, resultOf(entry, voice)]),
        isNamed: true,
      },
    ],
  };
}

function resultOf(entry: LedgerEntry, voice: ReportVoice): string {
  const { outcome, records, problem, reason, queued, gaps } = entry;
  const result = voice.say(KEYS[outcome], { records });
  const because = problem?.message ?? reason?.message;
  return [
    because === undefined ? result : voice.say('search.because', { result, reason: withinSentence(because) }),
    ...(queued === 0 ? [] : [voice.say('search.queued', { count: queued })]),
    ...(gaps.length === 0 ? [] : [voice.say('search.gaps', { gaps: gaps.map(withinSentence).join(' ; ') })]),
  ].join(' ; ');
}

const KEYS: Readonly<Record<Outcome, 'search.found' | 'search.partly' | 'search.skipped' | 'search.not'>> = {
  complete: 'search.found',
  empty: 'search.found',
  partial: 'search.partly',
  skipped: 'search.skipped',
  denied: 'search.not',
  throttled: 'search.not',
  failed: 'search.not',
  unsupported: 'search.not',
};
