import { Secret } from '@habeas/connector-sdk';
import { generateSecret, generateURI, verifySync } from 'otplib';

const ISSUER = 'Habeas';
/** What every authenticator can do: SHA-1, six digits, 30 seconds (RFC 6238). */
const KIND = { algorithm: 'sha1', digits: 6, period: 30 } as const;
const SHAPE = /^\d{6}$/u;

/** A new secret of 160 bits as an `otpauth:` URI. */
export function newTotp(label: string): Secret<string> {
  return new Secret(generateURI({ ...KIND, issuer: ISSUER, label, secret: generateSecret() }));
}

/** The time step whose code this is, of the one at that time and its two neighbours. Space within the code does not matter. */
export function verifyTotp(uri: Secret<string>, code: Secret<string>, at: Date): number | undefined {
  const token = code.reveal().replaceAll(/\s/gu, '');
  const secret = secretOf(uri);
  if (secret === undefined || !SHAPE.test(token)) return undefined;
  const epoch = Math.floor(at.getTime() / 1_000);
  const result = verifySync({ ...KIND, secret, token, epoch, epochTolerance: KIND.period });
  return result.valid ? Math.floor(epoch / KIND.period) + result.delta : undefined;
}

/** `undefined` for what is no URI of ours: nothing proves anything with it. */
function secretOf(uri: Secret<string>): string | undefined {
  const text = uri.reveal();
  return URL.canParse(text) ? (new URL(text).searchParams.get('secret') ?? undefined) : undefined;
}
