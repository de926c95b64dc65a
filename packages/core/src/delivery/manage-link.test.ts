import { afterEach, describe, expect, it } from '@jest/globals';
import { cancelRequest, releaseRequest } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { subjectViewer } from '../identity/ask-for-data.js';
import { answeredHouse, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { renewClaimCode, renewLink, renewOwnLink, revokeLink } from './manage-link.js';

afterEach(stopHouses);

describe('an officer', () => {
  it('gives a subject a claim code for a request that was opened without one, and sends the link at the release', async () => {
    const { club, officer, linkOf, enter, sent } = deliveryHouse();
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    await expect(renewClaimCode(club.desk, OFFICER, id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { claimCode } = await renewClaimCode(club.desk, officer(), id);
    expect(sent).toEqual([]);
    await releaseRequest(club.desk, officer(), id, { days: 7 });
    await expect(enter(await linkOf(1), claimCode)).resolves.toMatchObject({ outcome: 'open' });
    const next = await renewClaimCode(club.desk, officer(), id);
    const keys = await linkOf(2);
    await expect(enter(keys, claimCode)).resolves.toEqual({ outcome: 'wrong' });
    await expect(enter(keys, next.claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('gives no code for a request whose data was destroyed', async () => {
    const { club, officer } = deliveryHouse();
    const { id } = await club.open();
    await cancelRequest(club.desk, officer(), id, 'Withdrawn by telephone.');
    await shredRequest(club.desk, officer(), id);
    await expect(renewClaimCode(club.desk, officer(), id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(club.store.transact(({ deliveries }) => deliveries.get('club', id))).resolves.toBeUndefined();
  });

  it('cannot renew or revoke a link that was never sent', async () => {
    const { club, officer } = deliveryHouse();
    const { id } = await club.open();
    await expect(renewLink(club.desk, officer(), id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(revokeLink(club.desk, OFFICER, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(renewLink(club.desk, OFFICER, id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });
});

describe('a subject who has shown the claim code', () => {
  it('has another link sent to the same address, not too often, and none once it was taken back', async () => {
    const { club, clock, keys, letIn, linkOf, request, sent } = await answeredHouse();
    const viewer = subjectViewer('club');
    await expect(renewOwnLink(club.desk, viewer, request.id)).rejects.toMatchObject({ code: 'LIMITED' });
    clock.pass(10 * 60_000);
    await renewOwnLink(club.desk, viewer, request.id);
    const renewed = await linkOf(2);
    expect(sent[1]!.to.reveal()).toBe('ann@example.org');
    expect(renewed.link).not.toBe(keys.link);
    await expect(letIn(renewed)).resolves.toBeDefined();
    await revokeLink(club.desk, OFFICER, request.id);
    await expect(renewOwnLink(club.desk, viewer, request.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('has none sent before there is one', async () => {
    const { club, handOver } = deliveryHouse({});
    const { request } = await handOver();
    await expect(renewOwnLink(club.desk, subjectViewer('club'), request.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
