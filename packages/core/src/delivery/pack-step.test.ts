import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { keyOf } from '../request/sealed-files.js';
import { answeredHouse, type AnsweredSetting, stopHouses } from '../testing/delivery-house.js';
import type { StepContext } from '../work/step-context.js';
import { chooseOwnPacking, PACK_KEY } from './choose-packing.js';
import { packStep } from './pack-step.js';

afterEach(stopHouses);

const packed = ({ club }: AnsweredSetting): readonly string[] => club.vault.stored().filter((name) => name.includes('/packed/'));

/** A house in which nobody works, with a choice that waits, and an attempt at it. */
async function attempted() {
  const house = await answeredHouse();
  house.club.worker.stop();
  const pass = await house.letIn();
  await chooseOwnPacking(house.club.desk, pass, 'aes');
  const delivery = await house.club.store.transact(({ deliveries }) => deliveries.get('club', house.request.id));
  const id = delivery?.packing?.id ?? '';
  const attempt = (fence: number, signal = new AbortController().signal): ReturnType<typeof packStep> => {
    const claim = { step: { key: `${PACK_KEY}${id}` }, fence };
    return packStep({ desk: house.club.desk, request: house.request, claim, signal } as unknown as StepContext);
  };
  return { house, pass, id, attempt };
}

describe('a locked file of an attempt whose worker was lost', () => {
  it('is taken away when the step is taken again', async () => {
    const { house, attempt } = await attempted();
    await attempt(1);
    const first = packed(house);
    await attempt(2);
    expect([first.length, packed(house).length, packed(house)[0] === first[0]]).toEqual([1, 1, false]);
  });

  it('is taken away by that worker itself, where it ends after another has begun, and leaves the other file alone', async () => {
    const { house, attempt } = await attempted();
    await attempt(10);
    const other = packed(house);
    const put = house.club.vault.put.bind(house.club.vault);
    const lost = new AbortController();
    const losing: typeof put = async (...given) => {
      await put(...given);
      lost.abort(new Error('lost'));
    };
    Object.assign(house.club.vault, { put: losing });
    Object.assign(house.club.vault, { remove: removing(house, other) });
    await expect(attempt(1, lost.signal)).rejects.toThrow('lost');
    expect(packed(house)).toEqual(other);
  });

  it('is taken away when the step is taken again, where something else was chosen meanwhile', async () => {
    const { house, pass, id, attempt } = await attempted();
    await house.club.vault.put(keyOf(house.request), `packed/${id}-000001`, Readable.from([new Uint8Array([1])]));
    await chooseOwnPacking(house.club.desk, pass, 'zip');
    await attempt(2);
    expect(packed(house)).toEqual([]);
  });
});

/** Another worker has taken away what was there before this attempt: here nothing of it is taken away again. */
function removing({ club }: AnsweredSetting, kept: readonly string[]): typeof club.vault.remove {
  const remove = club.vault.remove.bind(club.vault);
  return (owner, below) => (below === 'packed' && kept.length > 0 ? Promise.resolve() : remove(owner, below));
}
