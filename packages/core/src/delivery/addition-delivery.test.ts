import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { releaseRequest } from '../request/decide-request.js';
import { retrySource } from '../request/retry-source.js';
import { ASSOCIATION } from '../testing/association.js';
import { deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER } from '../testing/request-house.js';
import { mayGoOn, viewDownload } from './fetch-archive.js';
import { renewLink } from './manage-link.js';

afterEach(stopHouses);

describe('the link of an answer in which something was missing', () => {
  it('says so, leads to it while the addition is prepared, and is replaced by that of the addition, which says how much more there is', async () => {
    const faults = [{ at: 'open' as const, error: new ConnectorError('permission', 'No.'), times: 2 }];
    const { club, handOver, officer, linkOf, enter, sent } = deliveryHouse({}, [fakeSource({ ...ASSOCIATION, faults })]);
    const { request, claimCode } = await handOver();
    await club.workUntil(request.id, 'awaiting_release');
    const first = await releaseRequest(club.desk, officer(), request.id, { days: 7, reason: 'It is down.' });
    const keys = await linkOf(1);
    expect(sent[0]).toMatchObject({ kind: 'archive_ready', facts: { isPartial: true } });
    const door = await enter(keys, claimCode);
    if (door.outcome !== 'open') throw new Error('The door is shut.');
    const pass = { controller: 'club', link: keys.link, cookie: door.cookie };

    await retrySource(club.desk, OFFICER, request.id, 'crm');
    const ready = await club.workUntil(request.id, 'awaiting_release');
    const shown = await viewDownload(club.desk, pass);
    expect(shown?.file).toEqual(first.archive);
    expect(await mayGoOn(club.desk, { request: ready, link: keys.link })).toBe(true);

    const released = await releaseRequest(club.desk, officer(), request.id, { days: 7 });
    const next = await linkOf(2);
    expect(sent[1]).toMatchObject({ kind: 'addition_ready', facts: { more: released.archive!.records } });
    expect(sent[1]?.facts).not.toHaveProperty('isPartial');
    expect(await mayGoOn(club.desk, { request: released, link: keys.link })).toBe(false);
    expect((await enter(keys, claimCode)).outcome).toBe('gone');
    expect((await enter(next, claimCode)).outcome).toBe('open');
    await renewLink(club.desk, officer(), request.id);
    await linkOf(3);
    expect(sent[2]).toMatchObject({ kind: 'addition_ready' });
  });
});
