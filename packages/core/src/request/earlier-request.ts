import { addMonths, type LocalDate } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import type { Transaction } from '../ports/store.js';
import { identifierKey } from '../subject/identifier-key.js';
import { mayBeSearched } from '../subject/subject.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { subjectOf } from './given-subject.js';
import { isProved } from './open-request.js';
import { notFound, Refused } from './refused.js';
import { openSubjectFile } from './sealed-files.js';

/** Months after which a repeated request is never excessive (OUT-04). */
const NEVER_EXCESSIVE_AFTER = 12;

/** Who can be compared: the vault opens what was given, and the sources say how telephone numbers are read. */
export type ComparingDesk = Pick<Desk, 'vault' | 'sources' | 'clocks'>;

/**
 * The request that another one repeats. Throws `Refused` with `NOT_FOUND`, and with `INVALID_INPUT` where it did not come before.
 */
export async function earlierRequest(
  { requests }: Pick<Transaction, 'requests'>,
  request: DataRequest,
  id: string,
): Promise<DataRequest> {
  const earlier = await requests.get(request.controller, id);
  if (earlier === undefined) throw notFound('earlier request');
  if (earlier.id !== request.id && earlier.receivedAt <= request.receivedAt) return earlier;
  throw new Refused('INVALID_INPUT', 'What is repeated came before.', 'Name the earlier request.');
}

/**
 * The day of an earlier request that another one may excessively repeat (OUT-04). Throws `Refused` with `WRONG_STATE` where that is a
 * year old, of another scope or of another person, or where that can no longer be shown.
 */
export async function repeatedOn(desk: ComparingDesk, earlier: DataRequest, request: DataRequest): Promise<LocalDate> {
  const { zone } = desk.clocks.settingsOf(request.controller);
  const lastRequestOn = dateIn(earlier.receivedAt, zone);
  if (!isWithinYear(lastRequestOn, dateIn(request.receivedAt, zone))) {
    throw new Refused('WRONG_STATE', `The earlier request is of ${lastRequestOn}: after a year none is excessive.`, 'Answer it.');
  }
  await requireSameAsked(desk, earlier, request);
  return lastRequestOn;
}

/** Throws `Refused` with `WRONG_STATE` where two requests are of other rights or of other people, or where that cannot be shown. */
export async function requireSameAsked(desk: ComparingDesk, earlier: DataRequest, request: DataRequest): Promise<void> {
  if (!hasSameScope(earlier, request)) {
    throw new Refused('WRONG_STATE', 'The earlier request has another scope: this one does not repeat it.', 'Answer it.');
  }
  if (!(await isOfSamePerson(desk, earlier, request))) {
    throw new Refused('WRONG_STATE', 'That both requests are of one person is not proved.', 'Answer it.');
  }
}

/** Whether a request came less than a year after another, to the day (OUT-04). */
export function isWithinYear(earlierOn: LocalDate, laterOn: LocalDate): boolean {
  return laterOn < addMonths(earlierOn, NEVER_EXCESSIVE_AFTER);
}

/** Whether the same rights are exercised. */
export function hasSameScope(one: Pick<DataRequest, 'rights'>, other: Pick<DataRequest, 'rights'>): boolean {
  return [...one.rights].sort().join() === [...other.rights].sort().join();
}

/** Whether something is proved in both by which a source can be asked. What was destroyed of the earlier one shows nothing any more. */
async function isOfSamePerson(desk: ComparingDesk, earlier: DataRequest, request: DataRequest): Promise<boolean> {
  const [before, now] = [await provedKeys(desk, earlier), await provedKeys(desk, request)];
  return before.some((key) => now.includes(key));
}

/** By what a source can be asked for the person of a request, as far as that is proved. None once its personal data was destroyed. */
export async function provedKeys({ vault, sources }: ComparingDesk, request: DataRequest): Promise<readonly string[]> {
  if (request.subjectFile === undefined) return [];
  const { identifiers } = await openSubjectFile(vault, request);
  if (!isProved(identifiers)) return [];
  const subject = subjectOf(identifiers, sources.phoneRegionOf(request.controller));
  return subject.identifiers.filter(mayBeSearched).map(({ identifier }) => identifierKey(identifier));
}
