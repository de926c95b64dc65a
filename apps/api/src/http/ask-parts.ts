import { createHash } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import { type AskedForData, clockOf, countWithin, networkOf, type OnceKey } from '@habeas/core';
import { computeDeadlines } from '@habeas/core/law';
import type { AskedView, AskView } from '@habeas/subject-pages';
import type { SubjectHouse } from './follow.routes.js';

/** The form as it is opened. */
export async function emptyForm({ challenges, providers }: SubjectHouse, controller: string): Promise<AskView> {
  const maySignIn = providers.has(controller) ? { maySignIn: true } : {};
  return { page: 'ask', challenge: await challenges.next(), ...maySignIn };
}

/**
 * Whether one more may ask, or come back signed in, from there: somebody who has worked out the challenge a thousand times is stopped here (R55).
 * The two are counted apart.
 */
export async function isWithinNetwork(
  { desk }: SubjectHouse,
  controller: string,
  address: string | undefined,
  what: 'ask' | 'sign-in',
): Promise<boolean> {
  const network = networkOf(address);
  if (network === undefined) return true;
  const value = what === 'ask' ? network : new Secret(`${what} ${network.reveal()}`);
  const counted = { controller, kind: 'network', value } as const;
  return desk.store.transact((transaction) => countWithin(transaction, desk.delivery.limits, counted));
}

/** What somebody is shown whose request was taken in. */
export function askedView(
  { desk }: SubjectHouse,
  { request, claimCode }: Pick<AskedForData, 'request' | 'claimCode'>,
  next: AskedView['next'],
): AskedView {
  const settings = desk.clocks.settingsOf(request.controller);
  const { received, workBy } = computeDeadlines(clockOf(request, settings), settings, desk.clock.now());
  return {
    page: 'asked',
    request: request.id,
    reference: request.reference,
    claimCode: claimCode.reveal(),
    receivedOn: received,
    dueOn: workBy,
    next,
  };
}

/** A form that is sent twice asks once. */
export function onceKey(challenge: string, wanted: unknown): OnceKey {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return { key: digest(challenge), fingerprint: digest(JSON.stringify(wanted)) };
}
