import type { Outcome } from '@habeas/connector-sdk';
import type { LedgerEntry } from '@habeas/core';
import { isStated } from '@habeas/core/law';
import type { Block, Section } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { SEARCH_ID } from './section-ids.js';
import { listOf, paragraph, type ReportVoice, withinSentence } from './voice.js';

/** The collection of a source that could not be opened, so that nobody knows its collections. */
const UNOPENED = '*';

/** The ledger in plain words: every place, also those with nothing, and those that failed with the reason (SCP-09). */
export function searchSection({ account, view, register }: SubjectReport, voice: ReportVoice): Section {
  const from = voice.book.moment(account.startedAt, view.timeZone);
  const to = voice.book.moment(account.finishedAt, view.timeZone);
  return {
    kind: 'section',
    id: SEARCH_ID,
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
        rows: account.ledger.map((entry) => [voice.source(entry.source), titleOf(entry, voice), resultOf(entry, voice)]),
        isNamed: true,
      },
      ...backupsOf(register, voice),
    ],
  };
}

/** Also of a collection with nothing in it, or that could not be searched; its name where nobody has given it a title. */
function titleOf({ collection, title }: LedgerEntry, voice: ReportVoice): string {
  if (collection === UNOPENED) return voice.say('search.whole');
  return title === undefined ? collection : voice.pick(title);
}

/** Copies for emergencies, as far as the controller states what is in them (SCP-04). */
function backupsOf({ backups = [] }: SubjectReport['register'], voice: ReportVoice): readonly Block[] {
  const lines = backups.filter(isStated).map(({ title, holdsMore, limits }) => {
    const name = voice.pick(title);
    if (!holdsMore) return voice.say('search.backup.same', { name });
    return limits === undefined
      ? voice.say('search.backup.more', { name })
      : voice.say('search.backup.limits', { name, limits: voice.pick(limits) });
  });
  return lines.length === 0 ? [] : [paragraph(voice.say('search.backups')), listOf(lines)];
}

function resultOf(entry: LedgerEntry, voice: ReportVoice): string {
  const { outcome, records, queued, gaps } = entry;
  const result = voice.say(KEYS[outcome], { records });
  const because = becauseOf(entry, voice);
  return [
    because === undefined ? result : voice.say('search.because', { result, reason: because }),
    ...(queued === 0 ? [] : [voice.say('search.queued', { count: queued })]),
    ...(gaps.length === 0 ? [] : [voice.say('search.gaps', { gaps: gaps.map(withinSentence).join(voice.say('separator')) })]),
  ].join(voice.say('separator'));
}

/** Why, in the person's words; the exact message is in the ledger's table. */
function becauseOf({ problem, reason }: LedgerEntry, voice: ReportVoice): string | undefined {
  if (problem !== undefined) return voice.say(`problem.${problem.errorClass}`);
  if (reason === undefined) return undefined;
  return reason.code === undefined ? withinSentence(reason.message) : voice.say(`reason.${reason.code}`);
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
