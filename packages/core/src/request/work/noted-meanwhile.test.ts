import { afterEach, expect, it } from '@jest/globals';
import type { RequestKey } from '../../ports/request-vault.js';
import { ASSOCIATION } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { type MemoryVault, memoryVault } from '../../testing/memory-vault.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import { linkReminder } from '../clock/link-reminder.js';
import { openCaseFile } from '../sealed-files.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

/** A vault that has a reminder linked once the case file was opened by a search, and once a first segment was stored by a reading. */
function reminding(): MemoryVault {
  const vault = memoryVault();
  const left = new Set(['search', 'reading']);
  const remind = async (text: string, { request }: RequestKey): Promise<void> => {
    if (left.delete(text)) await linkReminder(house!.desk, { ...OFFICER, isDpo: false }, request, { text });
  };
  return {
    ...vault,
    open: async (key, name, sealed) => {
      const opened = await vault.open(key, name, sealed);
      if (name === 'subject') await remind('search', key);
      return opened;
    },
    put: async (key, name, content) => {
      await vault.put(key, name, content);
      if (name.includes('/segment-')) await remind('reading', key);
    },
  };
}

it('what people note while a search or a reading runs is not lost with its end (INT-05, DLN-07)', async () => {
  house = requestHouse([fakeSource(ASSOCIATION)], { vault: reminding() });
  const { id } = await house.open();
  const done = await house.workUntil(id, 'awaiting_release');
  expect(done.clock?.reminders.map((reminder) => reminder.id)).toEqual(['r1', 'r2']);
  const { clockWords, matches } = await openCaseFile(house.vault, done);
  expect(clockWords?.map(({ text }) => text)).toEqual(['search', 'reading']);
  expect(matches.length).toBeGreaterThan(0);
});
