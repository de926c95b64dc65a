import type { JsonObject } from '@habeas/connector-sdk';
import type { LocalDate } from '../../calendar/local-date.js';
import type { MessageContent, MessageFacts } from '../../mail/message.js';
import { followLink, tellSubject, type Telling } from '../../mail/tell-subject.js';
import type { ClockSettings } from '../../deadline/request-clock.js';
import type { Transaction } from '../../ports/store.js';
import type { CaseFile } from '../case-file.js';
import { keepChange, lockRequest } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import type { Desk, Viewer } from '../desk.js';
import { Refused } from '../refused.js';
import { keyOf, openCaseFile, sealFile } from '../sealed-files.js';
import { isDecided } from '../transitions.js';
import { dueAtOf, type Timed } from './clock-of.js';

/** Who acts, and whether they are the data protection officer. */
export type ClockViewer = Viewer & { readonly isDpo: boolean };

/** What is noted on the clock of a request. */
export interface ClockNote {
  /** For the trail: `ask`, `extend` … */
  readonly verb: string;
  readonly fields: Partial<Timed>;
  /** What people wrote, for the sealed case file. */
  readonly words?: (file: CaseFile) => CaseFile;
  /** For the trail: no personal data. */
  readonly details: JsonObject;
  /** What the subject is told of it. */
  readonly tells?: NoteMessage;
}

/** A message about a note; its reference, and where the request is followed, are added. */
export type NoteMessage =
  | { readonly kind: 'question'; readonly facts: Pick<MessageFacts, 'until'> }
  | { readonly kind: 'extended'; readonly facts: { readonly dueOn: LocalDate } };

/** What a note is made from. */
export interface NoteTerms {
  readonly settings: ClockSettings;
  /** The store's. */
  readonly now: Date;
}

/**
 * Notes something on the clock of a request in one transaction: its facts, the due date that follows from them, what people wrote, and an
 * entry in the trail. The state stays. Throws `Refused` with `NOT_FOUND`, and with `WRONG_STATE` where its personal data was destroyed.
 */
export async function noteOnClock(
  desk: Desk,
  viewer: Viewer,
  id: string,
  make: (request: DataRequest, terms: NoteTerms) => ClockNote,
): Promise<DataRequest> {
  const settings = desk.clocks.settingsOf(viewer.controller);
  const noted = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const key = keyOf(request);
    const { now } = transaction;
    const { verb, fields, words, details, tells } = make(request, { settings, now });
    const changed = { ...request, ...fields };
    const dueAt = dueAtOf(changed, settings, now);
    const file = words === undefined ? undefined : words(await openCaseFile(desk.vault, request));
    const sealed = file === undefined ? {} : { caseFile: await sealFile(desk.vault, key, 'case', file) };
    const trace = { desk, viewer, action: `request.${verb}`, details: { ...details, dueAt: dueAt.toISOString() } };
    const kept = await keepChange(transaction, { ...changed, ...sealed, dueAt }, trace);
    if (tells !== undefined) await tell(transaction, kept, tells, { desk, viewer });
    return kept;
  });
  desk.wake();
  return noted;
}

async function tell(
  transaction: Transaction,
  request: DataRequest,
  { kind, facts }: NoteMessage,
  telling: Telling,
): Promise<void> {
  const known = { reference: request.reference, ...facts, ...(await followLink(transaction, request, telling.desk)) };
  // The facts belong to the kind, which TypeScript does not follow through the spread
  await tellSubject(transaction, request, { kind, facts: known } as MessageContent, telling);
}

/** Throws `Refused` with `WRONG_STATE` where a request is decided: its clock has stopped. */
export function requireUndecided(request: DataRequest): void {
  if (!isDecided(request)) return;
  throw new Refused('WRONG_STATE', `A request that is ${request.state} has no clock that runs.`, 'Open a new request.');
}

/** When something happened, now where it is not said. Throws `Refused` with `INVALID_INPUT` for the future. */
export function happenedAt(given: Date | undefined, now: Date): Date {
  const at = given ?? now;
  if (at > now) throw new Refused('INVALID_INPUT', 'This time lies in the future.', 'Note what happens once it has happened.');
  return at;
}
