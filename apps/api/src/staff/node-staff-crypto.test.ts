import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { FileKeyring } from '@habeas/vault';
import { parseOptions } from '@node-rs/argon2';
import { generateSync } from 'otplib';
import { KeySealing } from './key-sealing.js';
import { NodeStaffCrypto } from './node-staff-crypto.js';

let folder: string;
let keyring: string;
let crypto: NodeStaffCrypto;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-staff-'));
  keyring = join(folder, 'keyring.json');
  await FileKeyring.create(keyring);
  crypto = new NodeStaffCrypto(new KeySealing(await FileKeyring.open(keyring)));
});
afterAll(() => rm(folder, { recursive: true }));

const hidden = (text: string): Secret<string> => new Secret(text);

describe('a password hash', () => {
  it('is argon2id with 19 MiB, two passes and one lane, and another one each time', async () => {
    const [one, two] = [await crypto.hashPassword(hidden('violet')), await crypto.hashPassword(hidden('violet'))];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32, saltLen: 16 });
    expect(one).not.toBe(two);
  });

  it('is that of its password and its pepper only', async () => {
    const hash = await crypto.hashPassword(hidden('violet'), hidden('pepper'));
    expect(await crypto.verifyPassword(hash, hidden('violet'), hidden('pepper'))).toBe(true);
    expect(await crypto.verifyPassword(hash, hidden('violet'), hidden('salt'))).toBe(false);
    expect(await crypto.verifyPassword(hash, hidden('violet'))).toBe(false);
    expect(await crypto.verifyPassword(hash, hidden('Violet'), hidden('pepper'))).toBe(false);
  });

  it('that is missing is nobody’s', async () => {
    expect(await crypto.verifyPassword(undefined, hidden(''))).toBe(false);
    expect(await crypto.verifyPassword(undefined, hidden('violet'), hidden('pepper'))).toBe(false);
  });
});

describe('secrets', () => {
  it('are 256 bits, never the same, and are not printed', () => {
    const drawn = Array.from({ length: 100 }, () => crypto.randomSecret());
    expect(new Set(drawn.map((secret) => secret.reveal())).size).toBe(100);
    for (const secret of drawn) expect(secret.reveal()).toMatch(/^[\w-]{43}$/u);
    expect(String(drawn[0])).toBe('[secret]');
  });

  it('are hashed with SHA-256 (FIPS 180-4), in UTF-8', () => {
    expect(crypto.sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(crypto.sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });

  it('are compared whole, whatever their lengths', () => {
    expect(crypto.isEqual('abc', 'abc')).toBe(true);
    expect(crypto.isEqual('abc', 'abd')).toBe(false);
    expect(crypto.isEqual('abc', 'ab')).toBe(false);
    expect(crypto.isEqual('', '')).toBe(true);
  });
});

describe('a TOTP code', () => {
  /** The secret of RFC 6238, appendix B, for SHA-1: `12345678901234567890`. */
  const RFC = hidden('otpauth://totp/Habeas:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Habeas');

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at %i seconds: %s', (seconds, code) => {
    expect(crypto.verifyTotp(RFC, hidden(code), new Date(seconds * 1_000))).toBe(Math.floor(seconds / 30));
  });

  it('tells its own time step, of the current one and its two neighbours', () => {
    const at = (seconds: number): number | undefined =>
      crypto.verifyTotp(RFC, hidden('050471'), new Date(1_111_111_111_000 + seconds * 1_000));
    const step = Math.floor(1_111_111_111 / 30);
    for (let seconds = -120; seconds <= 120; seconds += 1) {
      const now = Math.floor((1_111_111_111 + seconds) / 30);
      expect(at(seconds)).toBe(Math.abs(now - step) <= 1 ? step : undefined);
    }
  });

  it('may be typed with space, and is nothing else than six digits', () => {
    const at = new Date(59_000);
    expect(crypto.verifyTotp(RFC, hidden(' 287 082 '), at)).toBe(1);
    for (const wrong of ['', '28708', '2870820', '28708x', '-28708', '94287082']) {
      expect(crypto.verifyTotp(RFC, hidden(wrong), at)).toBeUndefined();
    }
  });

  it('of a new secret works, and one of no secret never does', () => {
    const uri = crypto.newTotp('ann@example.org');
    expect(uri.reveal()).toMatch(/^otpauth:\/\/totp\/Habeas:ann(?:@|%40)example\.org\?secret=[A-Z2-7]{32}/u);
    const secret = new URL(uri.reveal()).searchParams.get('secret')!;
    const code = hidden(generateSync({ secret, epoch: 59 }));
    expect(crypto.verifyTotp(uri, code, new Date(59_000))).toBe(1);
    expect(crypto.verifyTotp(hidden('otpauth://totp/x'), code, new Date(59_000))).toBeUndefined();
    expect(crypto.verifyTotp(hidden('none'), code, new Date(59_000))).toBeUndefined();
  });
});

describe('a sealed text', () => {
  it('opens in its place, and is not to be read in it', async () => {
    const sealed = await crypto.seal('staff/stf_1/totp', hidden('otpauth://totp/x'));
    expect(sealed).not.toContain('otpauth');
    expect((await crypto.open('staff/stf_1/totp', sealed))?.reveal()).toBe('otpauth://totp/x');
    expect(await crypto.seal('staff/stf_1/totp', hidden('otpauth://totp/x'))).not.toBe(sealed);
  });

  it('opens nowhere else, and not where any character of it was changed', async () => {
    const sealed = await crypto.seal('staff/stf_1/totp', hidden('x'));
    expect(await crypto.open('staff/stf_2/totp', sealed)).toBeUndefined();
    for (const text of ['', '~', 'x~y', 'k1.2099-W01.1.a.b~y'])
      expect(await crypto.open('staff/stf_1/totp', text)).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(await crypto.open('staff/stf_1/totp', changed)).toBeUndefined();
    }
  });

  it('is a fault, and not a wrong text, where the keys cannot be read', async () => {
    const broken = join(folder, 'broken.json');
    const sealing = new KeySealing(await FileKeyring.create(broken));
    const sealed = await sealing.seal('staff/stf_1/totp', hidden('x'));
    await writeFile(broken, 'no keyring');
    await expect(sealing.open('staff/stf_1/totp', sealed)).rejects.toMatchObject({ code: 'keyring-format' });
  });
});
