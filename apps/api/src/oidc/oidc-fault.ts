/** Why a way through the identity provider came to nothing; `docs/errors.md` has a section for each. */
export type OidcFaultCode = 'PROVIDER_UNAVAILABLE' | 'PROVIDER_ANSWER_REFUSED' | 'SIGN_IN_NOT_VALID' | 'SIGN_IN_CANCELLED';

const TEXTS: Readonly<Record<OidcFaultCode, readonly [message: string, remedy: string]>> = {
  PROVIDER_UNAVAILABLE: ['The identity provider does not answer.', 'Try again in a while; local accounts can sign in meanwhile.'],
  PROVIDER_ANSWER_REFUSED: [
    'What the identity provider answered cannot be accepted.',
    'Begin again. If it stays, whoever runs this service finds the reason in its log.',
  ],
  SIGN_IN_NOT_VALID: [
    'This sign-in was not begun in this browser, took longer than ten minutes, or was used before.',
    'Begin again.',
  ],
  SIGN_IN_CANCELLED: ['The sign-in was cancelled at the identity provider.', 'Begin again.'],
};

/** A way through the identity provider that came to nothing. Holds nothing of the person, nor of what was sent. */
export class OidcFault extends Error {
  override readonly name = 'OidcFault';
  readonly remedy: string;

  /** `reason` is for the log: a word of a closed list, never what somebody sent. */
  constructor(
    readonly code: OidcFaultCode,
    readonly reason: string,
  ) {
    const [message, remedy] = TEXTS[code];
    super(message);
    this.remedy = remedy;
  }
}
