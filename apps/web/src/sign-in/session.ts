import type { CallSession } from '../api/service.js';

/** A controller that somebody may act for. */
export interface Controller {
  readonly id: string;
  readonly name: string;
}

/** Who is there, as the service sees the browser. */
export interface WhoIsThere {
  readonly viewer: {
    readonly id: string;
    readonly name: string;
    readonly controllers: readonly Controller[];
  } | null;
  readonly ways: { readonly provider: boolean; readonly setUp: boolean };
}

/** What is still missing in a session that was begun. */
export interface Begun {
  readonly needs: 'second-factor' | 'enrolment' | null;
  readonly factors: readonly string[];
}

/** Asks who is there. */
export function whoIsThere(call: CallSession): Promise<WhoIsThere> {
  return call<WhoIsThere>('', undefined, 'GET');
}

/** Proves with a passkey, at sign-in or for a fresh proof. Rejects where the browser or its person will not. */
export async function provePasskey(call: CallSession, step: 'second-factor' | 'step-up'): Promise<void> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>('/passkey/challenge', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey.');
  await call(`/${step}/passkey`, { credential: credential.toJSON() as object });
}
