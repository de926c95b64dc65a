import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditEntry, bundleFacts, chained, type ChainedEntry, EMPTY_TRAIL, trailLine } from '@habeas/core';
import { DEFAULT_DEADLINE_RULES } from '@habeas/core/law';
import { frenchCalendar, sampleRequest } from '@habeas/core/testing';
import {
  type BundleContent,
  MerkleTree,
  NoteSignerKey,
  printBundle,
  printVerifierKey,
  ProvenTree,
  signCheckpoint,
  TRAIL_HASHING,
} from '@habeas/vault';
import { habeas } from '../habeas.js';

const KEY = NoteSignerKey.generate('example.test/trail');
const PUBLIC = printVerifierKey(KEY.verifier);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-evidence-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A trail in which every second entry is about the request. */
function trail(length = 8): readonly string[] {
  const entries: ChainedEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    const entry: AuditEntry = {
      ...{ id: `aud_${String(index)}`, controller: 'club', actor: { kind: 'staff', id: 'stf_1' }, outcome: 'done', details: {} },
      ...{ action: 'request.open', object: { type: 'request', id: index % 2 === 0 ? 'req_1' : 'req_10' }, at: new Date(index) },
    };
    entries.push(chained(entry, entries.at(-1) ?? EMPTY_TRAIL, TRAIL_HASHING));
  }
  return entries.map((entry) => trailLine(entry, TRAIL_HASHING));
}

function content(wanted: (index: number) => boolean = (index) => index % 2 === 0): BundleContent {
  const [tree, proven] = [new MerkleTree(), new ProvenTree()];
  for (const [index, line] of trail().entries()) {
    tree.add(line);
    proven.add(line, wanted(index));
  }
  const proofs = proven.proofs();
  const lines = trail().filter((_, index) => wanted(index));
  const settings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
  const request = sampleRequest({ id: 'req_1', controller: 'club' });
  const look = { settings, at: new Date('2026-03-10T09:00:00Z') };
  const facts = bundleFacts({ request, look, terms: {}, controllerName: 'The club', by: 'stf_1', identifiers: [] });
  return {
    facts: JSON.parse(JSON.stringify(facts)) as BundleContent['facts'],
    checkpoint: signCheckpoint({ size: tree.size, root: tree.root().toString('base64') }, KEY),
    entries: lines.map((line, index) => ({ line, proof: proofs[index] ?? [] })),
  };
}

let files = 0;
function written(text: string): string {
  const file = join(folder, `${String((files += 1))}.json`);
  writeFileSync(file, text);
  return file;
}

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    progress: () => undefined,
  };
  const code = await habeas(args, { terminal, connectors: new Map(), signal: new AbortController().signal });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('habeas evidence verify (LOG-05)', () => {
  it('says that a bundle holds, what it is about, and which key has signed it', async () => {
    const { code, out } = await run('evidence', 'verify', written(printBundle(content(), KEY)), '--key', PUBLIC);
    expect([code, out]).toEqual([0, expect.stringContaining(`the bundle holds, signed with ${KEY.verifier.id}`)]);
    expect(out).toContain('request 2026-0001 of The club (received)');
    expect(out).toContain('4 entries, all in the trail of 8 that was signed');
  });

  it('takes the key from a file, and refuses to say anything without one', async () => {
    const file = written(printBundle(content(), KEY));
    expect((await run('evidence', 'verify', file, '--key', written(`${PUBLIC}\n`))).code).toBe(0);
    expect(await run('evidence', 'verify', file)).toMatchObject({ code: 2, err: expect.stringContaining('--key') });
    expect((await run('evidence', 'verify', file, '--key', 'a+b+c')).code).toBe(2);
    expect((await run('evidence', 'verify', join(folder, 'none'), '--key', PUBLIC)).code).toBe(2);
  });

  it('says what is wrong: a changed byte, a missing entry, the signature of somebody else', async () => {
    const text = printBundle(content(), KEY);
    const changed = await run('evidence', 'verify', written(text.replace('The club', 'The dump')), '--key', PUBLIC);
    expect(changed).toMatchObject({ code: 3, out: expect.stringContaining('what it says is not what was signed') });
    const blank = await run('evidence', 'verify', written(` ${text}`), '--key', PUBLIC);
    expect(blank).toMatchObject({ code: 3, out: expect.stringContaining('a byte of it was changed') });
    const value = JSON.parse(text) as { readonly entries: readonly object[] };
    const less = `${JSON.stringify({ ...value, entries: value.entries.slice(1) })}\n`;
    const missing = await run('evidence', 'verify', written(less), '--key', PUBLIC);
    expect(missing).toMatchObject({ code: 3, out: expect.stringContaining('more or fewer entries than were signed') });
    const other = printVerifierKey(NoteSignerKey.generate('example.test/trail').verifier);
    const theirs = await run('evidence', 'verify', written(text), '--key', other);
    expect(theirs).toMatchObject({ code: 3, out: expect.stringContaining('signed with another key') });
    const foreign = await run(
      'evidence',
      'verify',
      written(
        printBundle(
          content((index) => index < 2),
          KEY,
        ),
      ),
      '--key',
      PUBLIC,
    );
    expect(foreign).toMatchObject({ code: 3, out: expect.stringContaining('entry 2: it is about another request') });
  });

  it('finds in the exported trail what a bundle never had, however well it is signed', async () => {
    const exported = written(
      trail()
        .map((line) => `${line}\n`)
        .join(''),
    );
    const whole = await run('evidence', 'verify', written(printBundle(content(), KEY)), '--key', PUBLIC, '--trail', exported);
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('no other entry of this request') });
    const left = written(
      printBundle(
        content((index) => index % 2 === 0 && index !== 4),
        KEY,
      ),
    );
    const less = await run('evidence', 'verify', left, '--key', PUBLIC, '--trail', exported);
    expect(less).toMatchObject({ code: 3, out: expect.stringContaining('LACKS entry 5 of the trail') });
    const cut = written(
      trail(6)
        .map((line) => `${line}\n`)
        .join(''),
    );
    expect(await run('evidence', 'verify', left, '--key', PUBLIC, '--trail', cut)).toMatchObject({ code: 3, out: expect.stringContaining('THE TRAIL DOES NOT HOLD') }); // prettier-ignore
    const broken = written('{}\n');
    expect((await run('evidence', 'verify', left, '--key', PUBLIC, '--trail', broken)).code).toBe(3);
  });
});

describe('habeas evidence page', () => {
  it('writes what a bundle says as a page, and none of a bundle that does not hold', async () => {
    const text = printBundle(content(), KEY);
    const page = join(folder, 'page.html');
    const { code } = await run('evidence', 'page', written(text), '--key', PUBLIC, '--out', page, '--language', 'fr');
    expect([code, readFileSync(page, 'utf8')]).toEqual([0, expect.stringContaining('<html lang="fr">')]);
    expect((await run('evidence', 'page', written(text), '--key', PUBLIC, '--out', page)).code).toBe(2);
    const other = join(folder, 'other.html');
    expect((await run('evidence', 'page', written(` ${text}`), '--key', PUBLIC, '--out', other)).code).toBe(3);
    expect(existsSync(other)).toBe(false);
  });
});
