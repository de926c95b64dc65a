import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditEntry, chained, EMPTY_TRAIL, type TrailHead, trailLine } from '@habeas/core';
import { TRAIL_HASHING } from '@habeas/vault';
import { verifyTrailFile } from './verify-trail.js';

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

async function verified(lines: readonly string[], through?: string): Promise<{ readonly code: number; readonly out: string }> {
  const file = join(folder, 'trail.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  const out: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), err: () => undefined, isInteractive: false };
  return { code: await verifyTrailFile(file, through, terminal as never), out: out.join('\n') };
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
    await expect(verifyTrailFile(join(folder, 'none'), undefined, {} as never)).rejects.toThrow('cannot be read');
    await expect(verified(trail(1), 'seven')).rejects.toThrow('SEQUENCE:HASH');
  });
});
