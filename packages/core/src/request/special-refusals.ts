import type { IdentifierKind } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { isSearchable } from '../subject/identifier-key.js';
import { REFUSAL_KINDS, type RefusalKind } from './case-file.js';
import type { DataRequest } from './data-request.js';
import { endRequest, type RefusalBasis } from './decide-request.js';
import type { Desk, Viewer } from './desk.js';
import { Refused } from './refused.js';
import { saidWords } from './said-words.js';

/** The answer to a request that is meant for another controller. */
export interface WrongControllerAnswer {
  /** Whose data these are, as far as is known. It is told to the subject. */
  readonly explanation: string;
  /** The other organisation, where it is known. */
  readonly meantFor?: string;
}

/** The demonstration that nobody can be identified. */
export interface UnidentifiableRefusal {
  /** What shows it (Art. 11(2)). It is told to the subject. */
  readonly demonstration: string;
  /** What the subject could send, so that they are found. One at least by which a source can be asked. */
  readonly wouldHelp: readonly IdentifierKind[];
}

/**
 * Answers a request that is meant for another controller (INT-10). Nothing of it is passed on to anybody. Throws `Refused` with
 * `INVALID_INPUT` where it is not said whose data these are.
 */
export function answerWrongController(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { explanation, meantFor = '' }: WrongControllerAnswer,
): Promise<DataRequest> {
  const named = meantFor.trim() === '' ? {} : { meantFor: meantFor.trim() };
  const basis = (): RefusalBasis => {
    saidWords(explanation, 'whose data these are');
    return { as: 'wrong_controller', ...named };
  };
  return endRequest(desk, viewer, id, { event: 'refuse', reason: explanation, basis });
}

/**
 * Refuses a request since nobody can be identified, and tells what would help (Art. 11(2); IDV-07). Throws `Refused`: `INVALID_INPUT`
 * without a demonstration, or where nothing is named that can be searched; `WRONG_STATE` where records of the person were found.
 */
export function refuseUnidentifiable(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { demonstration, wouldHelp }: UnidentifiableRefusal,
): Promise<DataRequest> {
  const kinds = [...new Set(wouldHelp)];
  const basis = ({ included }: DataRequest): RefusalBasis => {
    saidWords(demonstration, 'what shows that nobody can be identified');
    if (!kinds.some((kind) => isSearchable({ kind }))) {
      throw new Refused(
        'INVALID_INPUT',
        'It is not said what would help.',
        'Name an address or a number by which a source can be asked.',
      );
    }
    if (included > 0) {
      throw new Refused(
        'WRONG_STATE',
        'Records of this person were found: they can be identified.',
        'Answer with what was found.',
      );
    }
    return { as: 'unidentifiable', wouldHelp: kinds };
  };
  return endRequest(desk, viewer, id, { event: 'refuse', reason: demonstration, basis });
}

/** As what a request was refused, from its trail: it outlives the case. `undefined` for every other. */
export async function refusalOf(
  { audit }: Pick<Transaction, 'audit'>,
  { id, controller, state }: Pick<DataRequest, 'id' | 'controller' | 'state'>,
): Promise<RefusalKind | undefined> {
  if (state !== 'refused' && state !== 'shredded') return undefined;
  const filter = { object: { type: 'request', id }, action: 'request.refuse' };
  const { items } = await audit.page(controller, filter, { first: 1 });
  const as = items[0]?.item.details['as'];
  return REFUSAL_KINDS.find((kind) => kind === as);
}
