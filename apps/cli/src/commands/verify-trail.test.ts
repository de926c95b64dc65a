import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditEntry, chained, EMPTY_TRAIL, type TrailHead, trailLine } from '@habeas/core';
import { MerkleTree, NoteSignerKey, printVerifierKey, signCheckpoint, TRAIL_HASHING } from '@habeas/vault';
import { type TrailArguments, verifyTrailFile } from './verify-trail.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-trail-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A trail of so many entries, as the service exports it. */
function trail(entries: number): readonly string[] {
  let head: TrailHead = EMPTY_TRAIL;
  return Array.from({ length: entries }, (_, index) => {
    const entry: AuditEntry = {
      id: `aud_${String(index)}`,
      controller: 'club',
      actor: { kind: 'staff', id: 'stf_1' },
      action: 'request.open',
      object: { type: 'request', id: 'req_1' },
      outcome: 'done',
      details: {},
      at: new Date(0),
    };
    const next = chained(entry, head, TRAIL_HASHING);
    head = { sequence: next.sequence, hash: next.hash };
    return trailLine(next, TRAIL_HASHING);
  });
}

async function verified(
  lines: readonly string[],
  through?: string,
  others: TrailArguments = {},
): Promise<{ readonly code: number; readonly out: string }> {
  const file = join(folder, 'trail.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  const out: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), err: () => undefined, isInteractive: false };
  return {
    code: await verifyTrailFile(file, { ...(through === undefined ? {} : { through }), ...others }, terminal as never),
    out: out.join('\n'),
  };
}

describe('habeas audit verify', () => {
  it('says that a trail holds, and what to note of it elsewhere', async () => {
    const { code, out } = await verified(trail(3));
    expect([code, out]).toEqual([0, expect.stringMatching(/holds, 3 entries\n.*3:[0-9a-f]{64}$/u)]);
    const through = /3:[0-9a-f]{64}/u.exec(out)?.[0];
    expect((await verified(trail(4), through)).code).toBe(0);
    expect(await verified(trail(2), through)).toMatchObject({ code: 3, out: expect.stringContaining('missing') });
  });

  it('names the line that was changed', async () => {
    const lines = trail(3).map((line, index) => (index === 1 ? line.replace('stf_1', 'stf_2') : line));
    expect(await verified(lines)).toMatchObject({ code: 3, out: expect.stringContaining('line 2: it was changed') });
  });

  it('refuses what it cannot read', async () => {
    await expect(verifyTrailFile(join(folder, 'none'), {}, {} as never)).rejects.toThrow('cannot be read');
    await expect(verified(trail(1), 'seven')).rejects.toThrow('SEQUENCE:HASH');
  });
});

describe('habeas audit verify --checkpoint', () => {
  const signer = NoteSignerKey.generate('example.test/trail');
  const key = [printVerifierKey(signer.verifier)];
  const kept = (name: string, lines: readonly string[], by = signer): string => {
    const tree = new MerkleTree();
    for (const line of lines) tree.add(line);
    const file = join(folder, name);
    writeFileSync(file, signCheckpoint({ size: tree.size, root: tree.root().toString('base64') }, by));
    return file;
  };

  it('says that checkpoints hold, one file or a folder of them, with a key or a file that holds it', async () => {
    const home = mkdtempSync(join(folder, 'kept-'));
    const keyFile = join(folder, 'key.pub');
    writeFileSync(keyFile, `${key[0]!}\n`);
    const name = (file: string): string => join(home.slice(folder.length + 1), file);
    kept(name('2.checkpoint'), trail(2));
    const whole = kept(name('4.checkpoint'), trail(4));
    writeFileSync(join(home, 'readme.txt'), 'not one of them');
    const holds = { code: 0, out: expect.stringContaining('all of 2 signed checkpoints hold') };
    expect(await verified(trail(5), undefined, { checkpoint: [home], key: [keyFile] })).toEqual(holds);
    expect(await verified(trail(4), undefined, { checkpoint: [whole, whole], key })).toEqual(holds);
  });

  it('finds that the tail was cut off, and that history was rewritten though its chain holds', async () => {
    const checkpoint = [kept('4.checkpoint', trail(4))];
    const cut = await verified(trail(3), undefined, { checkpoint, key });
    expect(cut).toEqual({ code: 3, out: expect.stringMatching(/over 4 entries says that entries after its end are missing/u) });
    const rewritten = [kept('other.checkpoint', [...trail(3), 'something else'])];
    const other = await verified(trail(4), undefined, { checkpoint: [...checkpoint, ...rewritten], key });
    expect(other).toEqual({ code: 3, out: expect.stringMatching(/over 4 entries .* not those that were signed/u) });
  });

  it('refuses a checkpoint without its key, one that another key has signed, and what is none', async () => {
    const checkpoint = [kept('4.checkpoint', trail(4))];
    const refused = (given: TrailArguments): Promise<unknown> => verified(trail(4), undefined, given);
    await expect(refused({ checkpoint })).rejects.toThrow('--key');
    await expect(refused({ checkpoint, key: ['a+b+c'] })).rejects.toThrow('no public key');
    await expect(refused({ checkpoint, key: [join(folder, 'none')] })).rejects.toThrow('cannot be read');
    const another = [kept('forged.checkpoint', trail(4), NoteSignerKey.generate('example.test/trail'))];
    await expect(refused({ checkpoint: another, key })).rejects.toThrow('not signed with this key');
    await expect(refused({ checkpoint: [join(folder, 'none')], key })).rejects.toThrow('cannot be read');
    await expect(refused({ checkpoint: [mkdtempSync(join(folder, 'empty-'))], key })).rejects.toThrow('no checkpoint');
  });
});
