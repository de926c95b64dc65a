import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Officer } from './officer.js';
import { runScene, type Scene } from './run-scene.js';

const LINE = { source: 'club', collection: 'members', outcome: 'complete', blocking: false, records: 2, files: 0 };
const WAITS = { state: 'awaiting_release', included: 2, queued: 0, ledger: [LINE], work: [] };
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

interface Script {
  readonly events?: readonly object[];
  readonly release?: object;
  readonly gate?: readonly object[];
  readonly archive?: () => Response;
}

describe('a scene of the demo', () => {
  let folder: string;
  let said: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-scene-'));
    said = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const play = (script: Script): Promise<boolean> => {
    const answers: Readonly<Record<string, object>> = {
      openRequest: { openRequest: { __typename: 'Request', id: 'req_1' } },
      startRequest: {},
      requestGate: { request: { gate: { reasons: script.gate ?? [] } } },
      releaseRequest: { releaseRequest: script.release ?? { __typename: 'Request', id: 'req_1' } },
    };
    const client = {
      run: (name: string) => Promise.resolve(answers[name]),
      events: async function* () {
        await Promise.resolve();
        yield* script.events ?? [WAITS];
      },
      send: () => Promise.resolve(script.archive?.() ?? new Response(EMPTY_ZIP)),
    };
    const scene = {
      officer: { client } as unknown as Officer,
      person: { given: [], truth: { included: ['members/1'], queued: [] } },
      format: 'json',
      language: 'en',
      folder,
      say: (line: string) => void said.push(line),
    };
    return runScene(scene as unknown as Scene);
  };

  it('says so where the archive is damaged and where it is not what the world holds', async () => {
    const lines = [{ ...LINE, outcome: 'partial', blocking: true, files: 1, message: 'The source did not answer.' }];
    expect(await play({ events: [{ ...WAITS, ledger: lines }] })).toBe(false);
    const text = said.join('\n');
    expect(text).toMatch(/archive\.zip: \d+ PROBLEMS/u);
    expect(text).toContain('! partial');
    expect(text).toContain('1 files  The source did not answer.');
    expect(said.at(-1)).toBe('NOT AS THE WORLD WAS BUILT: 1 records and 0 doubtful matches were expected.');
  });

  it('says what keeps the answer from going out by itself, and where nothing does', async () => {
    await play({ gate: [{ what: 'A record may be of somebody else.', remedy: 'Look at it.' }] });
    expect(said).toContain('  · A record may be of somebody else. Look at it.');
    await play({});
    expect(said).toContain('  The gate is open: nothing is doubtful.');
  });

  it('says what goes on once, as long as it stays the same', async () => {
    const searching = { ...WAITS, state: 'searching', work: [{ kind: 'search', progress: null }] };
    const found = { ...searching, work: [{ kind: 'search', progress: { collections: [{ records: 7 }] } }] };
    await play({ events: [searching, searching, found, found, WAITS] });
    expect(said.slice(0, 3)).toEqual(['  searching', '  searching, 7 records', '  awaiting release']);
  });

  it('ends with a fault where the request needs attention, and where nothing is told any more', async () => {
    await expect(play({ events: [{ ...WAITS, state: 'needs_attention' }] })).rejects.toThrow('The request needs attention');
    await expect(play({ events: [] })).rejects.toThrow('The service has stopped telling.');
  });

  it('ends with a fault where the release is refused or the archive cannot be had', async () => {
    const refused = { __typename: 'Refusal', code: 'INVALID_STATE', message: 'It is not ready.' };
    await expect(play({ release: refused })).rejects.toThrow('It is not ready.');
    await expect(play({ archive: () => new Response('gone', { status: 404 }) })).rejects.toThrow('cannot be fetched');
    await expect(play({ archive: () => new Response(null) })).rejects.toThrow('cannot be fetched');
  });
});
