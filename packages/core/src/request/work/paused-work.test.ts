import { afterEach, describe, expect, it } from '@jest/globals';
import { ASSOCIATION, NEWSLETTER } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { type MemoryVault, memoryVault } from '../../testing/memory-vault.js';
import { FakeMailer } from '../../testing/mail-house.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { pauseRequest, resumeRequest } from '../decide-request.js';

const USED = new Error('The name is used.');
const SOURCES = [fakeSource(ASSOCIATION), fakeSource(NEWSLETTER)];
let house: RequestHouse | undefined;
afterEach(() => house?.stop());

/** A vault that has something done, once, when a blob of a kind was stored and nobody has noted it yet. */
function interrupted(
  kind: string,
  interrupt: (request: string) => Promise<void>,
): { readonly vault: MemoryVault; readonly times: () => number } {
  const vault = memoryVault();
  let times = 0;
  return {
    vault: {
      ...vault,
      put: async (key, name, content) => {
        await vault.put(key, name, content);
        if (times > 0 || !name.includes(kind)) return;
        times += 1;
        await interrupt(key.request);
      },
    },
    times: () => times,
  };
}

describe('a request that is paused and resumed while its worker is at work', () => {
  it.each(['/segment-', '/index-', 'archive/'])('goes on from where %s was stored and not noted', async (kind) => {
    const { vault, times } = interrupted(kind, async (request) => {
      const desk = house!.desk;
      expect((await pauseRequest(desk, OFFICER, request)).state).toBe('paused');
      expect((await resumeRequest(desk, OFFICER, request)).state).not.toBe('paused');
    });
    const club = requestHouse(SOURCES, { vault, mailer: new FakeMailer() });
    house = club;
    const { id } = await club.open();
    const done = await club.workUntil(id, 'awaiting_release');
    expect([times(), done.archive?.records, club.faults]).toEqual([1, 8, []]);
    const key = { controller: 'club', request: id, dataKey: done.dataKey ?? '' };
    const parts: Uint8Array[] = [];
    for await (const part of vault.read(key, done.archive?.blob ?? '')) parts.push(part);
    expect(Buffer.concat(parts).toString().trimEnd().split('\n')).toHaveLength(10);
  });

  it('says what went wrong where a name is used all the same', async () => {
    const vault = memoryVault();
    const club = requestHouse(SOURCES, {
      mailer: new FakeMailer(),
      vault: {
        ...vault,
        put: (key, name, content) => (name.includes('/segment-') ? Promise.reject(USED) : vault.put(key, name, content)),
      },
    });
    house = club;
    const { id } = await club.open();
    await expect(club.workUntil(id, 'awaiting_release')).rejects.toMatchObject({ errors: [USED] });
  });
});
