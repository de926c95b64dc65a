import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { Right } from '../request/right.js';
import { answeredHouse, stopHouses } from '../testing/delivery-house.js';
import { chooseOwnPacking } from './choose-packing.js';
import { SESSION_MS } from './delivery.js';
import { noteSent, viewDownload } from './fetch-archive.js';
import { readOwnReport } from './read-own-report.js';
import { isReadable } from './usable-link.js';

afterEach(stopHouses);

describe('the report of an answer', () => {
  it('is read by a browser that was let in, counts as no download, and is in the trail each time (FMT-03)', async () => {
    const house = await answeredHouse();
    const { club, request, entries } = house;
    const pass = await house.letIn();
    await expect(viewDownload(club.desk, pass)).resolves.toMatchObject({ isReadable: true, left: 5 });
    const report = await readOwnReport(club.desk, pass, 'fr');
    expect(report).toMatchObject({ archive: { bytes: house.bytes }, key: { request: request.id } });
    await expect(viewDownload(club.desk, pass)).resolves.toMatchObject({ left: 5 });
    const [latest] = await entries();
    expect(latest).toMatchObject({ action: 'delivery.read', actor: { kind: 'nobody' }, details: { language: 'fr' } });
  });

  it('is nobody else’s, is not read for longer than the half-hour, and not once everything was downloaded', async () => {
    const house = await answeredHouse();
    const { club, clock, bytes } = house;
    const pass = await house.letIn();
    await expect(readOwnReport(club.desk, { ...pass, cookie: new Secret('other') }, 'en')).resolves.toBeUndefined();
    await expect(readOwnReport(club.desk, { ...pass, controller: 'hostel' }, 'en')).resolves.toBeUndefined();
    clock.pass(SESSION_MS / 2);
    await expect(readOwnReport(club.desk, pass, 'en')).resolves.toBeDefined();
    clock.pass(SESSION_MS / 2 + 1_000);
    await expect(readOwnReport(club.desk, pass, 'en')).resolves.toBeUndefined();
    const again = await house.letIn();
    for (let time = 0; time < 5; time += 1)
      await noteSent(club.desk, again, { sent: { start: 0, end: bytes }, isFinished: true, bytes });
    await expect(readOwnReport(club.desk, again, 'en')).resolves.toBeUndefined();
  });

  it('is not read where its subject has chosen to have it locked, and is again where they take that back', async () => {
    const house = await answeredHouse();
    const { club } = house;
    const pass = await house.letIn();
    await chooseOwnPacking(club.desk, pass, 'aes');
    await expect(readOwnReport(club.desk, pass, 'en')).resolves.toBeUndefined();
    await expect(viewDownload(club.desk, pass)).resolves.toMatchObject({ isReadable: false });
    await chooseOwnPacking(club.desk, pass, 'zip');
    await expect(readOwnReport(club.desk, pass, 'en')).resolves.toBeDefined();
  });

  it.each<[readonly Right[], boolean, boolean]>([
    [['access'], true, true],
    [['access', 'portability'], true, true],
    [['portability'], true, false],
    [['access'], false, false],
  ])('is there for %j, where something was disclosed: %s (%s)', async (rights, isDisclosed, isThere) => {
    const { request } = await answeredHouse();
    const { disclosure, ...bare } = request;
    if (disclosure === undefined) throw new Error('Nothing was disclosed.');
    const delivery = { controller: 'club', request: request.id, claim: '', isAutomatic: true, finds: 0 };
    expect(isReadable({ request: { ...bare, rights, ...(isDisclosed ? { disclosure } : {}) }, delivery })).toBe(isThere);
  });
});
