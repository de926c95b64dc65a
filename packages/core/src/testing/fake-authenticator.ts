import type { MadePasskey, PasskeyProof, PasskeyVerifier } from '../staff/passkey/passkey-verifier.js';

/** What can be wrong with a signature, or different. */
export interface FakeTouch {
  readonly isVerified?: boolean;
  /** What the counter says; without it, one more than before. */
  readonly counter?: number;
}

/** An authenticator whose signatures are texts without any strength, for tests. */
export class FakeAuthenticator {
  #counter = 0;

  constructor(private readonly name: string) {}

  /** The id of its only credential. */
  get credential(): string {
    return `credential of ${this.name}`;
  }

  make(challenge: string, { isVerified = true, counter = 0 }: FakeTouch = {}): MadePasskey {
    this.#counter = counter;
    const attestationObject = [keyOf(this.credential), flagOf(isVerified), counter].join(' | ');
    return { id: this.credential, clientDataJSON: challenge, attestationObject, transports: ['usb'] };
  }

  sign(challenge: string, { isVerified = true, counter = this.#counter + 1 }: FakeTouch = {}): PasskeyProof {
    this.#counter = counter;
    const authenticatorData = `${flagOf(isVerified)} ${counter}`;
    const signature = `${keyOf(this.credential)} over ${challenge} ${authenticatorData}`;
    return { id: this.credential, clientDataJSON: challenge, authenticatorData, signature };
  }
}

/** Reads what {@link FakeAuthenticator} writes; minds challenges, keys and verification as a real one does. */
export const fakePasskeyVerifier: PasskeyVerifier = {
  registered: ({ id, clientDataJSON, attestationObject }, challenge) => {
    const [publicKey, flag, counter] = attestationObject.split(' | ') as [string, string, string];
    const isRight = clientDataJSON === challenge && flag === flagOf(true);
    return Promise.resolve(isRight ? { credential: id, publicKey, counter: Number(counter) } : undefined);
  },
  asserted: ({ authenticatorData, signature }, { challenge, passkey }) => {
    const isRight = signature === `${passkey.publicKey} over ${challenge} ${authenticatorData}`;
    const [flag, counter] = authenticatorData.split(' ');
    return Promise.resolve(isRight ? { isVerified: flag === flagOf(true), counter: Number(counter) } : undefined);
  },
};

function keyOf(credential: string): string {
  return `key of ${credential}`;
}

function flagOf(isVerified: boolean): string {
  return isVerified ? 'verified' : 'present';
}
