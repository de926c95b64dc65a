import type { CaseDecision, CaseLetter } from './case-file.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { openCaseFile, openSubjectFile } from './sealed-files.js';

/** What a subject reads of what was decided. */
export interface OwnAnswer extends Pick<CaseDecision, 'as' | 'wouldHelp'> {
  /** Why their request was refused, in the words of whoever decided it. */
  readonly reason?: string;
  /** The letters that were written to them, in order. */
  readonly letters: readonly CaseLetter[];
}

/**
 * What the subject of a request reads on the page on which they follow it (Art. 12(4); OUT-02, IDV-08): the reason of a refusal always, and
 * letters where something of theirs was proved, for a letter can tell what is held. Nothing once its personal data is destroyed.
 */
export async function viewAnswer({ vault }: Pick<Desk, 'vault'>, request: DataRequest): Promise<OwnAnswer> {
  if (request.dataKey === undefined) return { letters: [] };
  const { decisions, letters = [] } = await openCaseFile(vault, request);
  const { identifiers } = await openSubjectFile(vault, request);
  const isProved = identifiers.some(({ provedBy }) => provedBy !== undefined);
  const told = request.state === 'refused' ? decisions.findLast(({ event }) => event === 'refuse') : undefined;
  return { letters: isProved ? letters : [], ...(told === undefined ? {} : ownReason(told)) };
}

function ownReason({ reason, as, wouldHelp }: CaseDecision): Omit<OwnAnswer, 'letters'> {
  return { reason, ...(as === undefined ? {} : { as }), ...(wouldHelp === undefined ? {} : { wouldHelp }) };
}
