import { withDuty } from '../duty/duty.js';
import { proofStanding } from '../proof/proof-standing.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { isDecided } from '../request/transitions.js';
import { type AnswerChannel, channelOf } from './channel.js';
import { deliver } from './deliver.js';
import type { LinkIssue } from './issue-link.js';

/**
 * Notes how the subject wants the answer (DEL-02). What a person has to hand out never goes out by itself. Throws `Refused`: `NOT_FOUND`, and
 * `WRONG_STATE` once the request is decided.
 */
export function chooseChannel(desk: Desk, viewer: Viewer, id: string, channel: AnswerChannel): Promise<DataRequest> {
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    if (isDecided(request)) {
      const remedy = 'Note what came of it under what has to be done elsewhere, or send a link.';
      throw new Refused('WRONG_STATE', 'The answer to this request was given already, or there is none.', remedy);
    }
    const trace = { desk, viewer, action: 'delivery.choose', details: { channel } };
    return keepChange(transaction, { ...request, channel }, trace);
  });
}

/**
 * Throws `Refused` with `WRONG_STATE` where an answer is to be told orally to somebody who has not proved who they are as surely as this answer
 * wants it: no reason helps (Art. 12(1): "provided that the identity of the data subject is proven by other means").
 */
export function requireProofForChannel(request: DataRequest): void {
  if (channelOf(request) !== 'orally' || proofStanding(request).isEnough) return;
  const remedy = 'Have them prove it by other means, or choose another way.';
  throw new Refused('WRONG_STATE', 'Nothing is told orally to somebody who has not proved who they are (Art. 12(1)).', remedy);
}

/** What a release notes where no link goes out: a duty of whoever hands the answer out, until it reached its subject or has come back. */
export function handOut(request: DataRequest, noted: { readonly at: Date; readonly by: string }): Pick<DataRequest, 'duties'> {
  const channel = channelOf(request);
  return channel === 'download' ? {} : { duties: withDuty(request.duties ?? [], { kind: 'hand_out', channel }, noted) };
}

/** Gives out what was released by a link, where it goes by one. */
export async function giveOut(transaction: Transaction, released: DataRequest, issue: LinkIssue): Promise<void> {
  if (channelOf(released) === 'download') await deliver(transaction, released, issue);
}
