import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { Decrypter } from 'age-encryption';
import { type Lock, lockArchive } from './lock-archive.js';

const PASSPHRASE = '482109-371056-900418-226731-554092';
const NAME = 'export-2026-0042.zip';
/** Three chunks of age and a bit, as noise. */
const ARCHIVE = Buffer.concat(
  Array.from({ length: 6_400 }, (_, index) => createHash('sha256').update(String(index)).digest()),
).subarray(0, 200_001);
const LOCKS: readonly Lock[] = ['aes', 'age'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-lock-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Fills the same memory again, as producers may. */
async function* inPieces(content: Buffer, size = 10_007): AsyncGenerator<Uint8Array> {
  const memory = Buffer.alloc(size);
  for (let at = 0; at < content.length; at += size) {
    const length = content.copy(memory, 0, at, at + size);
    yield await Promise.resolve(memory.subarray(0, length));
  }
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

function locked(lock: Lock, content: AsyncIterable<Uint8Array> = inPieces(ARCHIVE)): Promise<Buffer> {
  const options = { lock, name: NAME, bytes: ARCHIVE.length, modifiedAt: new Date('2026-03-05T10:00:00Z') };
  return bytesOf(lockArchive(content, { ...options, passphrase: new Secret(PASSPHRASE) }));
}

async function unlocked(lock: Lock, file: Uint8Array, passphrase = PASSPHRASE): Promise<Uint8Array> {
  if (lock === 'age') {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decrypt(file);
  }
  const zip = new ZipReader(new Uint8ArrayReader(file), { password: passphrase, useWebWorkers: false, checkSignature: true });
  const [entry] = await zip.getEntries();
  if (entry === undefined || entry.directory) throw new Error('there is nothing in it');
  return entry.getData(new Uint8ArrayWriter());
}

describe('a locked archive', () => {
  it.each(LOCKS)('is what went in, with the passphrase: %s', async (lock) => {
    expect(Buffer.from(await unlocked(lock, await locked(lock))).equals(ARCHIVE)).toBe(true);
  });

  it.each(LOCKS)('is that too where its source is fast, fills the same memory again, and is read slowly: %s', async (lock) => {
    const parts: Uint8Array[] = [];
    const options = { lock, name: NAME, bytes: ARCHIVE.length, modifiedAt: new Date(0), passphrase: new Secret(PASSPHRASE) };
    for await (const part of lockArchive(inPieces(ARCHIVE, 16_384), options)) {
      parts.push(part);
      await new Promise((wake) => setTimeout(wake, 2));
    }
    expect(Buffer.from(await unlocked(lock, Buffer.concat(parts))).equals(ARCHIVE)).toBe(true);
  });

  it.each(LOCKS)('shows nothing of what is in it, and is never the same twice: %s', async (lock) => {
    const [first, second] = [await locked(lock), await locked(lock)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes(ARCHIVE.subarray(0, 16))).toBe(false);
    expect(first.length - ARCHIVE.length).toBeLessThan(1_000);
  });

  it.each(LOCKS)('does not open with another passphrase: %s', async (lock) => {
    await expect(unlocked(lock, await locked(lock), `${PASSPHRASE.slice(0, -1)}3`)).rejects.toThrow();
  });

  it.each([['aes', 100] as const, ['age', 15] as const])(
    'does not open where a bit of its data was changed: %s, at %i places',
    async (lock, places) => {
      const file = await locked(lock);
      for (let place = 0; place < places; place += 1) {
        const tampered = Buffer.from(file);
        const at = 400 + Math.floor((place / places) * (ARCHIVE.length - 400));
        tampered.writeUInt8(tampered.readUInt8(at) ^ (1 << (place % 8)), at);
        await expect(unlocked(lock, tampered)).rejects.toThrow();
      }
    },
    60_000,
  );

  it.each(LOCKS)('does not open where its end is missing: %s', async (lock) => {
    const file = await locked(lock);
    for (const rest of [1, 11, 65_552, ARCHIVE.length]) {
      await expect(unlocked(lock, file.subarray(0, file.length - rest))).rejects.toThrow();
    }
  });

  it.each(LOCKS)('ends with the fault of what was to be locked: %s', async (lock) => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield* inPieces(ARCHIVE.subarray(0, 100_000));
      throw new RangeError('the archive cannot be read');
    };
    await expect(locked(lock, failing())).rejects.toThrow('the archive cannot be read');
  });

  it.each(LOCKS)('gives the source back where nobody reads on: %s', async (lock) => {
    let returned = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(ARCHIVE.subarray(0, 70_000));
      } finally {
        returned += 1;
      }
    };
    const options = { lock, name: NAME, bytes: 1, modifiedAt: new Date(0), passphrase: new Secret(PASSPHRASE) };
    for await (const part of lockArchive(endless(), options)) if (part.length > 60_000) break;
    for (let look = 0; look < 200 && returned === 0; look += 1) await new Promise((wake) => setTimeout(wake, 5));
    expect(returned).toBe(1);
  });

  it('says at 4 GiB that sizes are of 64 bits, and not before', async () => {
    const versionOf = async (bytes: number): Promise<number> => {
      const options = { lock: 'aes', name: NAME, bytes, modifiedAt: new Date(), passphrase: new Secret(PASSPHRASE) } as const;
      const file = await bytesOf(lockArchive(inPieces(ARCHIVE), options));
      return file.lastIndexOf(Buffer.from('PK\x06\x06'));
    };
    await expect(versionOf(ARCHIVE.length)).resolves.toBe(-1);
    await expect(versionOf(2 ** 32)).resolves.toBeGreaterThan(0);
  });
});

/** Whether a program is on this machine: without it the check is skipped, and the list of skipped tests says so. */
function has(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
}

describe('programs that know nothing of us', () => {
  (has('7z') ? it : it.skip)('7z finds AES-256 and unlocks it with the passphrase alone', async () => {
    const file = join(folder, 'seven.zip');
    writeFileSync(file, await locked('aes'));
    expect(execFileSync('7z', ['l', '-slt', file], { encoding: 'utf8' })).toMatch(/Method = AES-256 Store/u);
    execFileSync('7z', ['x', `-p${PASSPHRASE}`, `-o${folder}`, '-y', file]);
    expect(readFileSync(join(folder, NAME)).equals(ARCHIVE)).toBe(true);
    expect(spawnSync('7z', ['t', '-pwrong', '-y', file]).status).not.toBe(0);
  });

  (has('bsdtar', '--version') ? it : it.skip)('bsdtar unlocks the ZIP', async () => {
    const file = join(folder, 'libarchive.zip');
    writeFileSync(file, await locked('aes'));
    const out = execFileSync('bsdtar', ['-xOf', file, '--passphrase', PASSPHRASE], { maxBuffer: 1 << 24 });
    expect(out.equals(ARCHIVE)).toBe(true);
    expect(spawnSync('bsdtar', ['-xOf', file, '--passphrase', 'wrong']).status).not.toBe(0);
  });

  (has('age', '--version') && has('script', '--version') ? it : it.skip)(
    'age unlocks the file',
    async () => {
      const [file, out] = [join(folder, 'export.zip.age'), join(folder, 'unlocked.zip')];
      writeFileSync(file, await locked('age'));
      // It reads a passphrase from a terminal only
      const run = (passphrase: string): number | null =>
        spawnSync('script', ['-qec', `age -d -o '${out}' '${file}'`, '/dev/null'], { input: `${passphrase}\n` }).status;
      expect(run('wrong')).not.toBe(0);
      expect(run(PASSPHRASE)).toBe(0);
      expect(readFileSync(out).equals(ARCHIVE)).toBe(true);
    },
    30_000,
  );
});
