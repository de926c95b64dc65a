import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startVendor, type HeldRecord, type RunningVendor } from './index.js';

const ANN: HeldRecord = { collection: 'member', raw: { number: 'M-1', name: 'Ann', emails: [{ address: 'ann@example.org' }] } };
const BOB: HeldRecord = { collection: 'member', raw: { number: 'M-2', name: 'Bob', emails: [{ address: 'bob@example.org' }] } };
const FURTHER: HeldRecord = { collection: 'address', raw: { id: '7', member: 'M-1', address: 'a@example.org' }, owner: ANN };

const CLUB = {
  manifest: fileURLToPath(new URL('../../../test/vendors/club/manifest.yaml', import.meta.url)),
  config: {},
  address: 'base',
  secrets: { key: 'key-of-a-test' },
};

describe('a vendor of records that were written one by one', () => {
  let vendor: RunningVendor | undefined;
  afterEach(() => vendor?.close());

  const ask = async (path: string, password = 'key-of-a-test'): Promise<unknown> => {
    const authorization = `Basic ${Buffer.from(`habeas:${password}`).toString('base64')}`;
    const reply = await fetch(`${vendor?.origin ?? ''}/api${path}`, { headers: { authorization } });
    return reply.status === 200 ? reply.json() : reply.status;
  };

  it('answers at its address and the path of its manifest with what it holds, and each owner with its own', async () => {
    vendor = await startVendor({ ...CLUB, records: [ANN, BOB, FURTHER] });
    expect(await ask('/members/M-1')).toEqual(ANN.raw);
    expect(await ask('/members/M-1/addresses')).toEqual({ addresses: [FURTHER.raw] });
    expect(await ask('/members/M-2/addresses')).toEqual({ addresses: [] });
    expect(await ask('/members/M-3')).toBe(404);
    expect(vendor.arrived()).toBe(4);
  });

  it('gives the things that records refer to by their keys', async () => {
    const sort = { shelf: 'forms', number: 3, names: { en: 'Form' } };
    vendor = await startVendor({ ...CLUB, records: [ANN], shared: { sort: [sort] } });
    expect(await ask('/shelves/forms/sorts/3')).toEqual(sort);
    expect(await ask('/shelves/forms/sorts/4')).toBe(404);
  });

  it('answers nobody without its credentials', async () => {
    vendor = await startVendor({ ...CLUB, records: [ANN] });
    expect(await ask('/members/M-1', 'another')).toBe(401);
  });

  it('is not started with records of which its manifest knows nothing', async () => {
    const strange = startVendor({ ...CLUB, records: [{ collection: 'horse', raw: {} }] });
    await expect(strange).rejects.toThrow('Test club has no collection "horse".');
  });
});
