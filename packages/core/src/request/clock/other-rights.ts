import type { LocalDate } from '../../calendar/local-date.js';
import { computeDeadlines } from '../../deadline/deadlines.js';
import { startClock } from '../../deadline/request-clock.js';
import type { CaseFile } from '../case-file.js';
import { keepChange, lockRequest } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import type { Desk, Viewer } from '../desk.js';
import { Refused } from '../refused.js';
import { keyOf, openCaseFile, sealFile } from '../sealed-files.js';
import { isDecided } from '../transitions.js';
import { factsOf, type OtherRight, type OtherRightOutcome, type OtherRightTask } from './clock-facts.js';
import type { Timed } from './clock-of.js';
import { noteOnClock } from './note-on-clock.js';
import { type ClockLook, said } from './view-clock.js';
import { withWords } from './words.js';

/** What else the same message asks for. */
export interface OtherRightsInMessage {
  readonly rights: readonly OtherRight[];
  /** What it says of them, in words. */
  readonly text?: string;
}

/** How one of them came to its end, outside this service. */
export interface OtherRightEnd {
  readonly right: OtherRight;
  readonly outcome: OtherRightOutcome;
  /** The subject's word that it may be erased before the answer goes out. */
  readonly isWishedFirst?: boolean;
  /** In words. */
  readonly text?: string;
}

/** One of them as it stands. */
export interface OtherRightView extends OtherRightTask {
  /** The last safe day for it: a month after the receipt. What extends or pauses the request does not move it (Art. 12(3)). */
  readonly dueOn: LocalDate;
  readonly text?: string;
  readonly endText?: string;
}

/**
 * Notes that the same message exercises other rights (INT-11): each is a task of its own, with the receipt of the request, that people do
 * outside this service. Throws `Refused` with `INVALID_INPUT` where none is named, or one that was noted before.
 */
export function noteOtherRights(desk: Desk, viewer: Viewer, id: string, noted: OtherRightsInMessage): Promise<DataRequest> {
  const rights = [...new Set(noted.rights)];
  return noteOnClock(desk, viewer, id, (request, { now }) => {
    if (rights.length === 0) throw new Refused('INVALID_INPUT', 'No right is named.');
    const clock = factsOf(request);
    const { otherRights = [] } = clock;
    const again = rights.find((right) => otherRights.some((task) => task.right === right));
    if (again !== undefined) throw new Refused('INVALID_INPUT', `The ${words(again)} of this message is noted already.`);
    const at = now.toISOString();
    const by = viewer.actor.id;
    const added = rights.map((right): OtherRightTask => ({ right, notedAt: at, notedBy: by }));
    const text = noted.text ?? '';
    return {
      verb: 'note-other-rights',
      fields: { clock: { ...clock, otherRights: [...otherRights, ...added] } },
      words: (file) => rights.reduce((kept, about) => withWords({ about, event: 'other-right', text, by, at })(kept), file),
      details: { rights },
    };
  });
}

/**
 * Notes how a task ended. It may be after everything personal of the request was destroyed, then without words. Throws `Refused`:
 * `WRONG_STATE` where it is not open, and for an erasure that was done before the request is decided, unless the subject wished it so: what
 * is erased is missing in the answer.
 */
export function endOtherRight(desk: Desk, viewer: Viewer, id: string, end: OtherRightEnd): Promise<DataRequest> {
  const { right, outcome, isWishedFirst = false, text = '' } = end;
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const tasks = tasksWithOpen(request, right);
    requireAnswerFirst(request, end);
    const at = transaction.now.toISOString();
    const by = viewer.actor.id;
    const wished = isWishedFirst ? { isWishedFirst } : {};
    const otherRights = tasks.map((task) =>
      task.right === right ? { ...task, outcome, endedAt: at, endedBy: by, ...wished } : task,
    );
    const sealed = await withSealed(desk, request, withWords({ about: right, event: 'other-right-end', text, by, at }), text);
    const changed = { ...request, ...sealed, clock: { ...factsOf(request), otherRights } };
    return keepChange(transaction, changed, {
      ...{ desk, viewer, action: 'request.end-other-right' },
      details: { right, outcome, isWishedFirst },
    });
  });
}

/** The other rights of a request, with what people wrote of them (INT-11). */
export function viewOtherRights(
  request: Timed,
  { clockWords = [] }: Pick<CaseFile, 'clockWords'>,
  { settings, at }: ClockLook,
): readonly OtherRightView[] {
  const { workBy } = computeDeadlines(startClock(request.receivedAt), settings, at);
  return (factsOf(request).otherRights ?? []).map((task) => ({
    ...task,
    dueOn: workBy,
    ...said('text', clockWords, task.right, 'other-right'),
    ...said('endText', clockWords, task.right, 'other-right-end'),
  }));
}

/** All of them, among which this one is open. */
function tasksWithOpen(request: DataRequest, right: OtherRight): readonly OtherRightTask[] {
  const tasks = factsOf(request).otherRights ?? [];
  if (tasks.some((task) => task.right === right && task.outcome === undefined)) return tasks;
  throw new Refused('WRONG_STATE', `No ${words(right)} of this request is open.`, 'Look at `request { otherRights }`.');
}

function requireAnswerFirst(request: DataRequest, { right, outcome, isWishedFirst = false }: OtherRightEnd): void {
  if (right !== 'erasure' || outcome !== 'done' || isWishedFirst || isDecided(request)) return;
  throw new Refused(
    'WRONG_STATE',
    'Nothing is erased before the answer went out: it would be missing in it.',
    'Release the answer first, or say that the subject wishes it so.',
  );
}

async function withSealed(
  { vault }: Desk,
  request: DataRequest,
  change: (file: CaseFile) => CaseFile,
  text: string,
): Promise<Pick<DataRequest, 'caseFile'>> {
  if (text.trim() === '') return {};
  const key = keyOf(request);
  return { caseFile: await sealFile(vault, key, 'case', change(await openCaseFile(vault, request))) };
}

function words(right: OtherRight): string {
  return right.replaceAll('_', ' ');
}
