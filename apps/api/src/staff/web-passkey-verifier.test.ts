import { execFileSync } from 'node:child_process';
import { sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { MadePasskey } from '@habeas/core';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { SoftwareAuthenticator, type Twist } from '../../test/software-authenticator.js';
import { WebPasskeyVerifier } from './web-passkey-verifier.js';

const ORIGIN = 'https://privacy.example.org';
const PARTY = { id: 'privacy.example.org', origins: () => [ORIGIN] };
const CHALLENGE = 'x'.repeat(42) + 'w';

function made(twist: Twist): MadePasskey {
  const { id, response } = new SoftwareAuthenticator(ORIGIN).create({ challenge: CHALLENGE, rpId: PARTY.id }, twist);
  const { clientDataJSON, attestationObject } = response as Record<'clientDataJSON' | 'attestationObject', string>;
  return { id, clientDataJSON, attestationObject, transports: [] };
}

/** The certificate of a maker of authenticators, and its key, PEM. Any maker's: whoever wants to be one. */
function maker(): { readonly certificate: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-attestation-'));
  const at = (name: string): string => join(folder, name);
  const subject = ['-subj', '/C=FR/O=Example/OU=Authenticator Attestation/CN=Example'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const limits = ['-addext', 'basicConstraints=critical,CA:FALSE'];
  try {
    const args = ['req', '-x509', ...kind, ...subject, ...limits, '-keyout', at('key.pem'), '-out', at('certificate.pem')];
    execFileSync('openssl', args, { stdio: 'pipe' });
    return { certificate: readFileSync(at('certificate.pem'), 'utf8'), key: readFileSync(at('key.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the attestation of a new passkey', () => {
  const verifier = new WebPasskeyVerifier(PARTY);

  it('may be none, or a signature of the very key', async () => {
    await expect(verifier.registered(made({}), CHALLENGE)).resolves.toMatchObject({ counter: 1 });
    const own = made({ packed: (signature) => ({ alg: -7, sig: new Uint8Array(signature) }) });
    await expect(verifier.registered(own, CHALLENGE)).resolves.toMatchObject({ credential: own.id });
    const forged = made({ packed: (signature) => ({ alg: -7, sig: new Uint8Array(signature.subarray(1)) }) });
    await expect(verifier.registered(forged, CHALLENGE)).resolves.toBeUndefined();
  });

  it('may not have a certificate, however right the library finds it', async () => {
    const { certificate, key } = maker();
    const der = new Uint8Array(new X509Certificate(certificate).raw);
    const packed = (_signature: Buffer, data: Buffer): Record<string, unknown> => {
      return { alg: -7, sig: new Uint8Array(sign('sha256', data, key)), x5c: [der] };
    };
    const { id, ...response } = made({ packed });
    const envelope = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
    const given = { ...envelope, response: { ...response, transports: [] } };
    const expected = { expectedChallenge: CHALLENGE, expectedOrigin: ORIGIN, expectedRPID: PARTY.id };
    await expect(verifyRegistrationResponse({ response: given, ...expected })).resolves.toMatchObject({ verified: true });
    await expect(verifier.registered({ id, ...response }, CHALLENGE)).resolves.toBeUndefined();
  });

  it('is of the credential that the answer names', async () => {
    const answer = made({});
    await expect(verifier.registered({ ...answer, id: `${answer.id.slice(1)}A` }, CHALLENGE)).resolves.toBeUndefined();
  });
});
