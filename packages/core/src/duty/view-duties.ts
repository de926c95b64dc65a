import type { CaseFile, NotedWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Duty } from './duty.js';

/** A duty as it stands. */
export interface DutyView extends Duty {
  /** What was written when it was noted, and when it ended. Gone once the request is shredded. */
  readonly words?: string;
  readonly endWords?: string;
}

/** The duties of a request, in the order they were noted (INT-07, PER-06). */
export function viewDuties(
  { duties = [] }: Pick<DataRequest, 'duties'>,
  { dutyWords = [] }: Pick<CaseFile, 'dutyWords'>,
): readonly DutyView[] {
  return duties.map((duty) => ({
    ...duty,
    ...saidAs('words', dutyWords, duty, 'note'),
    ...saidAs('endWords', dutyWords, duty, 'end'),
  }));
}

function saidAs<Name extends 'words' | 'endWords'>(
  name: Name,
  words: readonly NotedWords[],
  { id }: Duty,
  event: NotedWords['event'],
): Partial<Record<Name, string>> {
  const said = words.find(({ about, event: on }) => about === id && on === event);
  return said === undefined ? {} : ({ [name]: said.text } as Partial<Record<Name, string>>);
}
