import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing/manual-clock.js';
import { type MemoryVault, memoryVault } from '../testing/memory-vault.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { deleteReceived, expireReceived, fetchReceived, viewReceived } from './received-files.js';
import { MOST_KEPT } from './received-transmission.js';
import { type OfferedTransmission, receiveTransmission } from './receive-transmission.js';

const UNION = { actor: { kind: 'service', id: 'signer:union' }, controller: 'club' } as const;
const OFFICER = { actor: { kind: 'staff', id: 'stf_1' }, controller: 'club' } as const;
const DAY_MS = 86_400_000;
const TEXT = 'an archive';

function offer(changes: Partial<OfferedTransmission> = {}): OfferedTransmission {
  return { sender: 'union', offered: 'tra_1', bytes: TEXT.length, sha256: `of ${TEXT}`, keepDays: 30, ...changes };
}

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

/** A house that takes in what others send. What is `bad` is no archive that can be read. */
function house() {
  const clock = new ManualClock();
  const vault: MemoryVault = memoryVault();
  let ids = 0;
  const desk = { store: memoryStore({ clock }), vault, ids: { next: (prefix: string) => `${prefix}_${String((ids += 1))}` } };
  const looked: (() => Promise<void>)[] = [];
  const receiving = {
    desk,
    checker: {
      faultOf: async (content: AsyncIterable<Uint8Array>) => {
        const read: Uint8Array[] = [];
        for await (const part of content) read.push(part);
        await looked.shift()?.();
        return Buffer.concat(read).toString().startsWith('bad') ? 'zip' : undefined;
      },
    },
    hashing: () => {
      const heard: Uint8Array[] = [];
      return {
        update: (part: Uint8Array) => void heard.push(part),
        digest: () => `of ${Buffer.concat(heard).toString()}`,
      };
    },
  };
  const receive = (given = offer(), content = parts('an ', 'archive')) => receiveTransmission(receiving, UNION, given, content);
  const entries = async () => {
    const { items } = await desk.store.transact(({ audit }) => audit.page('club', {}, { first: 100 }));
    return items.map(({ item }) => item);
  };
  return { clock, vault, desk, receive, looked, entries, kept: () => viewReceived(desk, OFFICER) };
}

describe('a transmission that another controller sends (DEL-04)', () => {
  it('is acknowledged once it is kept, sealed under a key of its own, and noted', async () => {
    const { receive, kept, entries, vault } = house();
    expect(await receive()).toEqual({ bytes: TEXT.length, sha256: `of ${TEXT}` });
    expect(await kept()).toMatchObject([{ sender: 'union', offered: 'tra_1', state: 'kept' }]);
    expect(vault.stored()).toHaveLength(1);
    expect(await entries()).toMatchObject([{ action: 'received.receive', actor: UNION.actor, details: { sender: 'union' } }]);
  });

  it('is kept once however often the same comes, and another one of its id is refused', async () => {
    const { receive, kept, vault } = house();
    const first = await receive();
    expect(await receive()).toEqual(first);
    await expect(receive(offer({ sha256: 'of another' }))).rejects.toMatchObject({ code: 'STALE_KEY' });
    await receive(offer({ sender: 'bank' }));
    expect([(await kept()).length, vault.stored().length]).toEqual([2, 2]);
  });

  it('is kept once also where it comes twice at the same time', async () => {
    const { receive, kept, looked, vault } = house();
    looked.push(async () => {
      await receive();
    });
    await receive();
    expect([(await kept()).length, vault.stored().length]).toEqual([1, 1]);
  });

  it('that breaks off leaves nothing, and comes whole the next time', async () => {
    const { receive, kept, vault } = house();
    const broken = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from('an ');
      await Promise.resolve();
      throw new Error('cut');
    };
    await expect(receive(offer(), broken())).rejects.toThrow('cut');
    expect([await kept(), vault.stored()]).toEqual([[], []]);
    await receive();
    expect(await kept()).toMatchObject([{ attempts: 2 }]);
  });

  it.each([
    ['shorter', ['an arch']],
    ['longer', ['an archive', '!']],
    ['another', ['an archivE']],
  ])('that is %s than was announced is refused, and not kept', async (_what, texts) => {
    const { receive, kept, vault } = house();
    await expect(receive(offer(), parts(...texts))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect([await kept(), vault.stored()]).toEqual([[], []]);
  });

  it('that cannot be read is refused, noted, and never taken under that id', async () => {
    const { receive, kept, vault, entries, desk } = house();
    const bad = offer({ bytes: 3, sha256: 'of bad' });
    await expect(receive(bad, parts('bad'))).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /zip/u });
    expect([await kept(), vault.stored()]).toEqual([[], []]);
    expect(await entries()).toMatchObject([{ action: 'received.refuse', details: { fault: 'zip' } }]);
    await expect(receive(bad, parts('bad'))).rejects.toMatchObject({ code: 'STALE_KEY' });
    expect(await expireReceived(desk)).toBe(1);
    expect(await expireReceived(desk)).toBe(0);
  });

  it('that cannot be read is refused once where it comes twice at the same time', async () => {
    const { receive, kept, looked, entries } = house();
    const bad = offer({ bytes: 3, sha256: 'of bad' });
    looked.push(async () => {
      await expect(receive(bad, parts('bad'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });
    await expect(receive(bad, parts('bad'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect([await kept(), (await entries()).length]).toEqual([[], 1]);
  });

  it('waits while too many are kept', async () => {
    const { receive, desk } = house();
    await receive();
    await desk.store.transact(async ({ received }) => {
      const [first] = await received.kept('club');
      for (let at = 1; at < MOST_KEPT; at += 1)
        await received.add({ ...first!, id: `more_${String(at)}`, offered: `o${String(at)}` });
    });
    await expect(receive(offer({ offered: 'tra_2' }))).rejects.toMatchObject({ code: 'LIMITED' });
  });
});

describe('a received transmission', () => {
  it('is fetched by its controller alone, which the trail says', async () => {
    const { receive, kept, desk, entries, vault } = house();
    await receive();
    const [{ id } = { id: '' }] = await kept();
    const { key, blob } = await fetchReceived(desk, OFFICER, id);
    const read: Uint8Array[] = [];
    for await (const part of vault.read(key, blob)) read.push(part);
    expect(Buffer.concat(read).toString()).toBe(TEXT);
    expect((await entries())[0]).toMatchObject({ action: 'received.download', actor: OFFICER.actor });
    await expect(fetchReceived(desk, { ...OFFICER, controller: 'hostel' }, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is deleted with its key and its file, once, and acknowledged to its sender even then', async () => {
    const { receive, kept, desk, vault } = house();
    await receive();
    const [{ id } = { id: '' }] = await kept();
    const deleted = await deleteReceived(desk, OFFICER, id);
    expect(deleted).toMatchObject({ state: 'deleted', isStored: false });
    expect(deleted).not.toHaveProperty('dataKey');
    expect([await kept(), vault.stored()]).toEqual([[], []]);
    for (const again of [deleteReceived, fetchReceived]) {
      await expect(again(desk, OFFICER, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await receive()).toEqual({ bytes: TEXT.length, sha256: `of ${TEXT}` });
  });

  it('goes by itself when its time is over, and one that never arrived whole too', async () => {
    const { receive, kept, desk, vault, clock, entries } = house();
    await receive();
    await expect(receive(offer({ offered: 'tra_2' }), parts('an'))).rejects.toThrow();
    const [{ id } = { id: '' }] = await kept();
    expect(await expireReceived(desk)).toBe(0);
    await clock.sleep(30 * DAY_MS);
    await expect(fetchReceived(desk, OFFICER, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await expireReceived(desk)).toBe(2);
    expect([await kept(), vault.stored(), await expireReceived(desk)]).toEqual([[], [], 0]);
    expect((await entries()).filter(({ action }) => action === 'received.expire')).toHaveLength(2);
  });

  it('goes once where two processes look at the same time', async () => {
    const { receive, desk, vault, clock, entries } = house();
    await receive();
    await receive(offer({ offered: 'tra_2' }));
    await clock.sleep(30 * DAY_MS);
    let isFirst = true;
    const remove: typeof vault.remove = async (...given) => {
      if (isFirst) {
        isFirst = false;
        await expireReceived(desk);
      }
      await vault.remove(...given);
    };
    await expireReceived({ ...desk, vault: { ...vault, remove } });
    expect([vault.stored(), (await entries()).filter(({ action }) => action === 'received.expire').length]).toEqual([[], 2]);
  });

  it('whose deletion was killed is removed by the next look', async () => {
    const { receive, kept, desk, vault } = house();
    await receive();
    const [{ id } = { id: '' }] = await kept();
    const dying = { ...desk, vault: { ...vault, remove: () => Promise.reject(new Error('killed')) } };
    await expect(deleteReceived(dying, OFFICER, id)).rejects.toThrow('killed');
    expect(vault.stored()).toHaveLength(1);
    expect(await expireReceived(desk)).toBe(1);
    expect(vault.stored()).toEqual([]);
  });
});
