import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { shredRequest } from '../request/shred-request.js';
import { answeredHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { MOST_DOWNLOADS, SESSION_MS } from './delivery.js';
import { mayGoOn, noteSent, viewDownload } from './fetch-archive.js';
import { renewLink, revokeLink } from './manage-link.js';

afterEach(stopHouses);

describe('a browser that was let in', () => {
  it('sees what it may fetch, by its own link only and for half an hour', async () => {
    const house = await answeredHouse();
    const { club, clock } = house;
    const pass = await house.letIn();
    const seen = await viewDownload(club.desk, pass);
    expect(seen).toMatchObject({ left: MOST_DOWNLOADS, link: pass.link, packing: 'zip', file: { bytes: house.bytes } });
    await expect(viewDownload(club.desk, { ...pass, link: 'lnk_other' })).resolves.toBeUndefined();
    await expect(viewDownload(club.desk, { ...pass, controller: 'hostel' })).resolves.toBeUndefined();
    await expect(viewDownload(club.desk, { ...pass, cookie: new Secret('other') })).resolves.toBeUndefined();
    clock.pass(SESSION_MS + 1_000);
    await expect(viewDownload(club.desk, pass)).resolves.toBeUndefined();
  });

  it('has downloaded once when every byte was sent and the answer ended, however often it broke before', async () => {
    const house = await answeredHouse();
    const { club, bytes, entries } = house;
    const pass = await house.letIn();
    const left = async (): Promise<number | undefined> => (await viewDownload(club.desk, pass))?.left;
    await noteSent(club.desk, pass, { sent: { start: 0, end: 10 }, isFinished: false, bytes: house.bytes });
    await noteSent(club.desk, pass, { sent: { start: 0, end: bytes }, isFinished: false, bytes: house.bytes });
    await expect(left()).resolves.toBe(MOST_DOWNLOADS);
    await noteSent(club.desk, pass, { sent: { start: bytes - 1, end: bytes }, isFinished: true, bytes: house.bytes });
    await expect(left()).resolves.toBe(MOST_DOWNLOADS - 1);
    expect((await entries())[0]).toMatchObject({ action: 'delivery.complete', details: { completed: 1 } });
    await noteSent(club.desk, pass, { sent: { start: bytes - 1, end: bytes }, isFinished: true, bytes: house.bytes });
    await expect(left()).resolves.toBe(MOST_DOWNLOADS - 1);
  });

  it('is let in again for as long, with each answer', async () => {
    const house = await answeredHouse();
    const { club, clock } = house;
    const pass = await house.letIn();
    clock.pass(SESSION_MS - 60_000);
    await noteSent(club.desk, pass, { sent: { start: 0, end: 1 }, isFinished: false, bytes: house.bytes });
    clock.pass(SESSION_MS - 60_000);
    await expect(viewDownload(club.desk, pass)).resolves.toBeDefined();
  });

  it('finds the link gone after five downloads', async () => {
    const house = await answeredHouse();
    const { club, enter, keys, claimCode } = house;
    const pass = await house.letIn();
    const whole = { sent: { start: 0, end: house.bytes }, isFinished: true, bytes: house.bytes };
    for (let download = 0; download < MOST_DOWNLOADS; download += 1) await noteSent(club.desk, pass, whole);
    await expect(viewDownload(club.desk, pass)).resolves.toBeUndefined();
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'gone' });
  });

  it('is not sent on when the link is revoked or replaced, or the answer destroyed', async () => {
    const house = await answeredHouse();
    const { club, request, officer, linkOf, letIn } = house;
    const pass = await house.letIn();
    const download = (await viewDownload(club.desk, pass))!;
    await expect(mayGoOn(club.desk, download)).resolves.toBe(true);
    await renewLink(club.desk, officer(), request.id);
    await expect(mayGoOn(club.desk, download)).resolves.toBe(false);
    await noteSent(club.desk, pass, { sent: { start: 0, end: house.bytes }, isFinished: true, bytes: house.bytes });
    const keys = await linkOf(2);
    const next = (await viewDownload(club.desk, await letIn(keys)))!;
    expect(next.left).toBe(MOST_DOWNLOADS);
    await revokeLink(club.desk, OFFICER, request.id);
    await expect(mayGoOn(club.desk, next)).resolves.toBe(false);
    await shredRequest(club.desk, OFFICER, request.id);
    await expect(mayGoOn(club.desk, next)).resolves.toBe(false);
    await expect(club.store.transact(({ deliveries }) => deliveries.get('club', request.id))).resolves.toBeUndefined();
    await noteSent(club.desk, pass, { sent: { start: 0, end: 1 }, isFinished: true, bytes: house.bytes });
  });
});
