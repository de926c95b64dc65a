import type { FoundIdentifier } from '@habeas/connector-sdk';
import type { Discovery } from '../../discovery/discovery.js';
import { type DiscoveryRun, openDiscovery } from '../../discovery/open-discovery.js';
import type { ProgressListener } from '../../discovery/progress.js';
import type { LedgerEntry } from '../../findings/findings.js';
import type { RequestVault } from '../../ports/request-vault.js';
import type { WorkDesk } from '../../work/step-context.js';
import type { RecalledSource } from '../../recall/recalled-source.js';
import { SearchRecorder } from '../../recall/recorder.js';
import type { SearchMemory } from '../../recall/search-memory.js';
import { withTimes } from '../../recall/with-times.js';
import type { CaseFile, MatchMark } from '../case-file.js';
import type { DataRequest, GivenText } from '../data-request.js';
import { subjectOf } from '../given-subject.js';
import { reviewsOf } from '../review-match.js';
import { keyOf, openCaseFile, openSubjectFile, sealFile } from '../sealed-files.js';
import { bindTasks } from '../tasks/bind-tasks.js';
import { recallSources } from './recall-sources.js';

/** A search for a request's subject, with what humans have said about earlier ones. */
export interface SubjectSearch {
  readonly run: DiscoveryRun;
  /** What the subject gave. */
  readonly identifiers: readonly GivenText[];
  /** A ledger of it, in which what was recalled has the times and tries of when it was done. */
  timed(ledger: readonly LedgerEntry[]): readonly LedgerEntry[];
  /** What is to be remembered of it, with its ledger. */
  memory(ledger: readonly LedgerEntry[]): SearchMemory;
}

/** Prepares the search for a request's subject in all sources of its controller; all but one answer from memory where only that one is retried. */
export async function searchFor(
  desk: Pick<WorkDesk, 'vault' | 'sources' | 'clock' | 'random'>,
  request: DataRequest,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress?: ProgressListener },
): Promise<SubjectSearch> {
  const { vault, sources, clock, random } = desk;
  const file = await openCaseFile(vault, request);
  const { identifiers } = await openSubjectFile(vault, request);
  const subject = subjectOf(identifiers, sources.phoneRegionOf(request.controller));
  const bound = bindTasks(vault, request, subject, sources.bindingsOf(request.controller));
  const { bindings, recalled, times } = await recallSources(vault, request, bound);
  const recorder = new SearchRecorder();
  const run = openDiscovery({
    sources: bindings.map((binding) => recorder.bind(binding)),
    subject,
    reviews: reviewsOf(file),
    clock,
    random,
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const timed = (ledger: readonly LedgerEntry[]): readonly LedgerEntry[] => withTimes(ledger, untouched(recalled), times);
  return { run, identifiers, timed, memory: (ledger) => recorder.memory(timed(ledger)) };
}

function untouched(recalled: readonly RecalledSource[]): ReadonlySet<string> {
  return new Set(recalled.filter(({ isAsked }) => !isAsked).map(({ id }) => id));
}

/** What a search came to, of what is kept. */
export type FoundCase = Pick<CaseFile, 'matches' | 'identifiers' | 'marks'>;

/** What the search came to, as it is kept. */
export function caseOf(discovery: Discovery): FoundCase {
  const marks = discovery.queued.map(({ id }) => ({ match: id, found: discovery.foundOn(id).map(markOf) }));
  return { matches: discovery.matches, identifiers: discovery.identifiers, marks };
}

/** The case file as it is when the search is over, with what it came to: people may have noted something meanwhile. */
export async function sealFound(vault: RequestVault, current: DataRequest, found: FoundCase): Promise<string> {
  return sealFile(vault, keyOf(current), 'case', { ...(await openCaseFile(vault, current)), ...found });
}

function markOf({ identifier: { kind, namespace, value }, field, part }: FoundIdentifier): MatchMark {
  const mark = { field, kind, value: value.reveal() };
  return { ...mark, ...(namespace === undefined ? {} : { namespace }), ...(part === undefined ? {} : { part }) };
}
