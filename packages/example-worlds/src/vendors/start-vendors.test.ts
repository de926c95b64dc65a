import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { person } from '../people/cast.js';
import { EspoCrm } from './espocrm.js';
import { Listmonk } from './listmonk.js';
import { Pretix } from './pretix.js';
import { startVendors } from './start-vendors.js';
import { VendorRecords } from './vendor-records.js';

const ANN = person(80, ['Ann', 'Lee'], '1980-05-05', 'ann@example.org');

describe('startVendors', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-vendors-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const told = (source: string, file: string): string => readFileSync(join(folder, 'vendors', source, file), 'utf8').trim();

  it('starts each on this machine, and leaves its address and its credential where its source looks for them', async () => {
    const crm = new EspoCrm();
    const root = crm.addContact({ person: ANN, emails: [ANN.email] });
    const vendors = await startVendors(folder, [crm, new Listmonk()]);
    const headers = { 'x-api-key': told('crm', 'secret') };
    const reply = await fetch(`${told('crm', 'address')}/api/v1/Contact/${root.recordId}`, { headers });
    expect([await reply.json()].flat()).toMatchObject([{ name: 'Ann Lee', emailAddress: ANN.email, phoneNumberData: [] }]);
    expect(vendors.requests()).toEqual({ crm: 1, mailings: 0 });
    await vendors.close();
    await expect(fetch(told('crm', 'address'))).rejects.toThrow('fetch failed');
  });

  it('leaves nothing running where one of them cannot be started', async () => {
    await writeFile(join(folder, 'strange.yaml'), 'manifest: 2\n');
    class Strange extends Pretix {
      override readonly manifest = join(folder, 'strange.yaml');
    }
    await expect(startVendors(folder, [new EspoCrm(), new Strange()])).rejects.toThrow('strange.yaml');
    await expect(fetch(told('crm', 'address'))).rejects.toThrow('fetch failed');
  });
});

describe('the records of a vendor', () => {
  it('hang from each other, and are named by their keys', () => {
    const tickets = new Pretix();
    const [customer, order] = tickets.addCustomer({ person: ANN, email: ANN.email, phone: ANN.phone });
    const names = [customer, ...(customer?.owned ?? [])].map((each) => `${each?.collection ?? ''} ${each?.recordId ?? ''}`);
    expect(names).toEqual(['customer C00001', 'order ["conference-2025","A0001"]', 'invoice ["conference-2025","CONF-00001"]']);
    expect(order?.owned.map(({ collection }) => collection)).toEqual(['invoice']);
    expect(tickets.addOrder({ person: ANN, email: ANN.email }).recordId).toBe('["conference-2025","A0002"]');
  });

  it('have no key without a text or a number in it', () => {
    const records = new VendorRecords('crm');
    expect(() => records.root({ collection: 'Contact', key: ['id'] }, { id: null })).toThrow('a part of a key');
  });
});
