import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createSigner, generateSigningKey, isSignedBy, keyIdOf } from './signer.js';

const bytes = Buffer.from('digest');

describe('createSigner', () => {
  it('signs so that the public key, and only it, can tell', async () => {
    const { privateKey, publicKey } = generateSigningKey();
    const signer = createSigner(privateKey);
    const signature = await signer.sign(bytes);
    expect(signer.publicKey).toBe(publicKey);
    expect(signer.keyId).toBe(keyIdOf(publicKey));
    expect(signer.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(signature).toHaveLength(64);
    expect(isSignedBy(publicKey, bytes, signature)).toBe(true);
    expect(isSignedBy(publicKey, Buffer.from('other'), signature)).toBe(false);
    expect(isSignedBy(generateSigningKey().publicKey, bytes, signature)).toBe(false);
  });

  it('refuses what is no Ed25519 key, without repeating it', () => {
    const rsa = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    expect(() => createSigner('top secret')).toThrow(
      expect.objectContaining({ code: 'options', message: 'the signing key is not a key in PEM form' }),
    );
    expect(() => createSigner(rsa.privateKey)).toThrow('not an Ed25519 key');
    expect(() => keyIdOf('nonsense')).toThrow('not a key in PEM form');
  });
});
