import { keptClaim } from '../delivery/claim-code.js';
import { newShortCode } from '../delivery/short-code.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import { happenedAt } from '../request/clock/note-on-clock.js';
import type { DataRequest, GivenAnswer } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { requireFreshProof } from '../staff/principal.js';
import { type Breach, notifyBy, type SentElsewhere } from './breach.js';
import { withBreachWords } from './breach-words.js';

/** What is known of it. */
export interface WrongRecipient {
  /** Whom it reached, and how that is known. Sealed with the case; none once nothing can be sealed any more. */
  readonly words?: string;
  /** When somebody of the controller came to know of it, where that was earlier than now. */
  readonly knownAt?: Date;
}

/** How many one request can have: more are a mistake of a program. */
const MOST = 20;

/**
 * Notes that the last answer reached somebody else, or may have (DEL-03; Art. 33). In the same transaction the link and the claim code are
 * worth nothing any more, and whoever looks at the pages of the request is put out; downloads that run end within seconds. An officer gives
 * the subject a new code once it is known how they are reached. Also of a request that was shredded. Throws `Refused`: `STEP_UP_REQUIRED`
 * without a fresh proof, `WRONG_STATE` where no answer went out, `INVALID_INPUT` for words that are missing and a time that cannot be.
 */
export async function noteWrongRecipient(desk: Desk, viewer: Viewer, id: string, noted: WrongRecipient): Promise<DataRequest> {
  const claim = await keptClaim(desk.delivery.crypto, id, await newShortCode(desk.delivery.crypto));
  const changed = await desk.store.transact(async (transaction) => {
    const { now } = transaction;
    requireFreshProof(viewer, now);
    const request = await lockRequest(transaction, viewer, id);
    const breach = await breachOf(transaction, request, viewer, happenedAt(noted.knownAt, now));
    const said = { about: breach.id, event: 'note', by: viewer.actor.id, at: breach.notedAt } as const;
    const sealed = await withBreachWords(desk, request, { ...said, text: noted.words });
    const isLinkRevoked = await closeAccess(transaction, request, claim);
    const details = {
      breach: breach.id,
      knownAt: breach.knownAt,
      notifyBy: notifyBy(breach).toISOString(),
      ...breach.sent,
      isLinkRevoked,
    };
    const breaches = [...(request.breaches ?? []), breach];
    return keepChange(transaction, { ...request, ...sealed, breaches }, { desk, viewer, action: 'breach.note', details });
  });
  desk.wake();
  return changed;
}

/** The answer that went out last. Before the first one there was nothing to know. */
function answerOf({ answers = [] }: DataRequest, knownAt: Date): GivenAnswer {
  const [first, last] = [answers[0], answers.at(-1)];
  if (first === undefined || last === undefined) {
    throw new Refused(
      'WRONG_STATE',
      'No answer went out that could have reached somebody else.',
      'Cancel or refuse the request.',
    );
  }
  if (knownAt >= new Date(first.releasedAt)) return last;
  throw new Refused('INVALID_INPUT', 'This was before an answer went out.', 'Say when it became known.');
}

async function breachOf(transaction: Transaction, request: DataRequest, { actor }: Viewer, knownAt: Date): Promise<Breach> {
  const { breaches = [] } = request;
  const last = answerOf(request, knownAt);
  if (breaches.length >= MOST) throw new Refused('LIMITED', `A request has ${String(MOST)} breaches at most.`);
  return {
    id: `b${String(breaches.length + 1)}`,
    knownAt: knownAt.toISOString(),
    notedAt: transaction.now.toISOString(),
    notedBy: actor.id,
    sent: await sentOf(transaction, request, last),
  };
}

/** The trail knows of every link there was, also when all of them are gone. */
async function sentOf({ audit }: Transaction, { controller, id }: DataRequest, last: GivenAnswer): Promise<SentElsewhere> {
  const countOf = async (action: string): Promise<number> =>
    (await audit.page(controller, { object: { type: 'request', id }, action }, { first: 1 })).total;
  const { bytes, sha256, records, files } = last.archive;
  return {
    ...{ bytes, sha256, records, files, releasedAt: last.releasedAt },
    openings: await countOf('delivery.open'),
    downloads: await countOf('delivery.complete'),
  };
}

/** Whether there was anything to close: an answer can have been handed over without a link. */
async function closeAccess({ deliveries, followers }: Transaction, request: DataRequest, claim: string): Promise<boolean> {
  const { controller, id } = request;
  await followers.removeOf(controller, id);
  const delivery = await deliveries.lock(controller, id);
  if (delivery === undefined) return false;
  const { link } = delivery;
  await deliveries.change({ ...delivery, claim, ...(link === undefined ? {} : { link: { ...link, isRevoked: true } }) });
  return link !== undefined;
}
