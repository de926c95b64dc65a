import type { PersonOfInterest } from '@habeas/example-worlds';
import { accepted, type ResultOf } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';

/** Opens a request for access of one of the people in the examples, and works until its archive waits for its release. */
export async function assembled(officer: Officer, { given }: PersonOfInterest, language: 'en' | 'fr' = 'en'): Promise<string> {
  const identifiers = given.map(({ kind, value, namespace }) => ({ kind, value, namespace, provedBy: 'a test' }));
  const wanted = { rights: ['access' as const], format: 'json' as const, language };
  const input = { clientKey: `key-${String(Math.random())}`, identifiers, ...wanted };
  const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
  await officer.client.run('startRequest', { id });
  await awaiting(officer, id);
  return id;
}

/** What was decided of a request, once its archive waits for its release. Whatever is doubtful is left out. */
export async function awaiting(officer: Officer, id: string): Promise<Gate> {
  for (;;) {
    const request = await gateOf(officer, id);
    if (request?.state === 'awaiting_release') return request;
    if (request?.state === 'needs_attention') throw new Error('The request needs attention.');
    if (request?.state === 'in_review') await leaveOutDoubtful(officer, id);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

/** See {@link awaiting}. */
export type Gate = NonNullable<ResultOf<'requestGate'>['request']>;

/** What was decided of a request, as it stands. */
export async function gateOf(officer: Officer, id: string, language: 'en' | 'fr' = 'en'): Promise<Gate | null | undefined> {
  return (await officer.client.run('requestGate', { id, language })).request;
}

async function leaveOutDoubtful(officer: Officer, id: string): Promise<void> {
  const { request } = await officer.client.run('matches', { id });
  for (const { id: match, decision, review } of request?.matches ?? []) {
    if (decision !== 'queued' || review !== null) continue;
    await officer.client.run('reviewMatch', { id, review: { match, verdict: 'rejected', reason: 'Somebody else.' } });
  }
}

/** Where something of a code stands, as `collection.field`. */
export function places({ gate }: Gate, code: string): readonly string[] {
  const reasons = (gate?.reasons ?? []).filter((reason) => reason.code === code);
  return reasons.flatMap((reason) => reason.places.map(({ collection, field }) => `${collection}.${field ?? ''}`));
}
