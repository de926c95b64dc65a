import type { Secret } from '@habeas/connector-sdk';
import { type ClaimedRequest, openClaimed } from '../delivery/open-claimed.js';
import { SUBJECT } from '../delivery/link-tries.js';
import type { Transaction } from '../ports/store.js';
import type { GivenText } from '../request/data-request.js';
import type { Desk, OnceKey, Viewer } from '../request/desk.js';
import type { NewRequest } from '../request/open-request.js';
import { FOLLOW_MS } from './address-proof.js';
import { addLapse } from './lapse.js';
import { sendCode } from './send-code.js';
import { newShortCode } from '../delivery/short-code.js';

/** What a person asks for by themselves. Nothing of it is proved yet. */
export interface SubjectAsk extends Pick<NewRequest, 'rights' | 'format' | 'language' | 'packing' | 'words' | 'onBehalf'> {
  readonly identifiers: readonly Omit<GivenText, 'provedBy'>[];
  /** Whether they ask for somebody else: then a person looks at it before anything is searched (PER-03, PER-04). */
  readonly isForOther: boolean;
}

/** A request that a person has made, and the browser in which they can go on with it. */
export interface AskedForData extends ClaimedRequest {
  readonly cookie: Secret<string>;
}

/** Who acts on the pages of a controller: they have no account, and are not named. */
export function subjectViewer(controller: string): Viewer {
  return { actor: SUBJECT, controller };
}

/**
 * Takes in what a person asks for on the controller's pages. A code goes to the address that they gave, whether anything is held under it or
 * not; nothing is searched before it comes back. Throws `Refused` as `openClaimed` does.
 */
export async function askForData(desk: Desk, controller: string, ask: SubjectAsk, onceKey: OnceKey): Promise<AskedForData> {
  const { isForOther, ...given } = ask;
  const viewer = subjectViewer(controller);
  const code = await newShortCode(desk.delivery.crypto);
  const cookie = desk.delivery.crypto.randomSecret();
  const claimed = await openClaimed(desk, viewer, given, {
    onceKey,
    isAutomatic: !isForOther,
    also: async (transaction, request, isNew) => {
      if (isNew && !isForOther) {
        await sendCode(transaction, request, undefined, { desk, viewer, code });
        await addLapse(transaction, request, desk);
      }
      await addFollower(transaction, desk, { controller, request: request.id, cookie });
      return request;
    },
  });
  return { ...claimed, cookie };
}

/** Lets a browser follow a request. */
export async function addFollower(
  { followers, now }: Transaction,
  { delivery: { crypto } }: Pick<Desk, 'delivery'>,
  { controller, request, cookie }: { readonly controller: string; readonly request: string; readonly cookie: Secret<string> },
): Promise<void> {
  await followers.removeExpired(now);
  const expiresAt = new Date(now.getTime() + FOLLOW_MS);
  await followers.add({ id: crypto.sha256Hex(cookie.reveal()), controller, request, expiresAt });
}
