import { describe, expect, it } from '@jest/globals';
import { cover, edit, filesOf, pack } from '../../test/tampering.js';
import { KEY, ORDER, original, other, tampered, useFolder } from '../../test/workshop.js';
import { generateSigningKey, verifyArchive, type Verification, type VerifyOptions } from '../index.js';

useFolder();

describe('the signature', () => {
  const strange = generateSigningKey();
  const withSignature = async (change: (text: string) => string, options?: VerifyOptions): Promise<Verification> => {
    const files = await filesOf(await original());
    edit(files, 'signature.json', change);
    await pack(other(), files);
    return verifyArchive(other(), options);
  };

  it('is judged by the key that is trusted', async () => {
    expect(await verifyArchive(await original())).toMatchObject({ ok: true, signature: { state: 'unknown-key' } });
    expect(await verifyArchive(await original(), { publicKey: strange.publicKey })).toMatchObject({
      ok: false,
      signature: { state: 'unknown-key' },
      problems: [{ code: 'signature', message: 'the archive is signed with another key' }],
    });
  });

  it('is missed only where a key is trusted', async () => {
    expect(await tampered(() => undefined)).toMatchObject({ ok: true, signature: { state: 'absent' } });
    expect(await tampered(() => undefined, { options: { publicKey: KEY.publicKey } })).toMatchObject({
      ok: false,
      problems: [{ message: 'the archive is not signed' }],
    });
  });

  it.each([
    ['no JSON', () => 'x'],
    ['no document', () => 'null\n'],
    ['texts that are missing', () => '{}\n'],
    ['another layout', (text: string) => text.replace('{\n', '{ \n')],
    ['another digest', (text: string) => text.replace(/sha256:./, 'sha256:x')],
    ['another signature', (text: string) => text.replace(/("signature": ".)./, '$1A').replace(/("signature": "..)./, '$1B')],
    ['another key', (text: string) => text.replace(/"publicKey": ".*?"/, `"publicKey": ${JSON.stringify(strange.publicKey)}`)],
    ['a key that is none', (text: string) => text.replace(/"publicKey": ".*?"/, '"publicKey": "x"')],
  ])('is invalid with %s', async (_, change) => {
    expect(await withSignature(change)).toMatchObject({
      ok: false,
      signature: { state: 'invalid' },
      problems: [{ code: 'signature' }],
    });
  });

  it('does not carry over to another content', async () => {
    const files = await filesOf(await original());
    edit(files, ORDER, (text) => text.replace('0.50', '9.50'));
    cover(files);
    await pack(other(), files);
    expect(await verifyArchive(other())).toMatchObject({ ok: false, signature: { state: 'invalid' } });
  });
});
