import { Buffer } from 'node:buffer';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ConnectorError } from '@habeas/connector-sdk';
import { SignJWT } from 'jose';
import type { SchemeOf } from './auth-schema.js';

/** How long what we sign ourselves is good for, in seconds. Vendors refuse more than five minutes. */
export const ASSERTION_SECONDS = 300;

/** A token signed with the private key, to be changed for another (RFC 7523 § 3). Throws `auth` for a key that is none. */
export async function signedAssertion(scheme: SchemeOf<'jwt-bearer'>, now: number): Promise<string> {
  const claims = Object.fromEntries(Object.entries(scheme.claims).map(([name, value]) => [name, value.reveal()]));
  const issuedAt = Math.floor(now / 1000);
  const assertion = new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(scheme.keyId !== undefined && { kid: scheme.keyId.reveal() }) })
    .setIssuer(scheme.issuer.reveal())
    .setAudience(scheme.audience.reveal())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS);
  if (scheme.subject !== undefined) assertion.setSubject(scheme.subject.reveal());
  return assertion.sign(privateKeyOf(scheme.privateKey.reveal()));
}

/** Keys that travelled through an environment variable or a JSON file have their line breaks written out. */
function privateKeyOf(pem: string): KeyObject {
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch (cause) {
    throw new ConnectorError('auth', 'The private key cannot be read.', {
      cause,
      remedy: 'Give it as PEM, without a passphrase: -----BEGIN PRIVATE KEY-----, and so on.',
    });
  }
}

/** A token signed with the secret of an `id:secret` key, for the requests themselves. Throws `auth` for a key of another form. */
export async function signedToken(scheme: SchemeOf<'signed-token'>, now: number): Promise<string> {
  const [, id = '', secret = ''] = /^([^:]+):((?:[0-9a-f]{2})+)$/iu.exec(scheme.key.reveal()) ?? [];
  if (id === '') {
    throw new ConnectorError('auth', 'The key is not of the form that the vendor issues.', {
      remedy: 'Copy it whole: an id, a colon, and hexadecimal digits.',
    });
  }
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: id })
    .setAudience(scheme.audience.reveal())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(Buffer.from(secret, 'hex'));
}
