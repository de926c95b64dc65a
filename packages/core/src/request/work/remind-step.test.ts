import { afterEach, describe, expect, it } from '@jest/globals';
import { revokeLink } from '../../delivery/manage-link.js';
import { noteSent } from '../../delivery/fetch-archive.js';
import { type AnsweredSetting, answeredHouse, deliveryHouse, stopHouses } from '../../testing/delivery-house.js';
import { messagesOf } from '../../testing/mail-house.js';
import { OFFICER } from '../../testing/request-house.js';
import { until } from '../../testing/working.js';
import type { Step } from '../../work/step.js';
import { releaseRequest } from '../decide-request.js';
import { shredRequest } from '../shred-request.js';

afterEach(stopHouses);

const DAY_MS = 86_400_000;

async function stepOf({ club }: Pick<AnsweredSetting, 'club'>, request: string, kind: string): Promise<Step | undefined> {
  const steps = await club.store.transact(({ steps: rows }) => rows.of('club', request));
  return steps.find((step) => step.kind === kind);
}

describe('before the end of a released answer', () => {
  it('its subject is reminded two days before, where nobody has downloaded it', async () => {
    const house = await answeredHouse();
    const { id, expiresAt } = house.request;
    expect((await stepOf(house, id, 'remind'))?.dueAt).toEqual(new Date(expiresAt!.getTime() - 2 * DAY_MS));
    house.clock.pass(5 * DAY_MS + 1_000);
    await until(() => house.sent.length === 2);
    expect(house.sent[1]).toMatchObject({
      kind: 'archive_expiring',
      facts: { link: 'https://privacy.example.org/ask/club/follow' },
    });
  });

  it.each(['downloaded', 'revoked'])('its subject is told that it is closed, where it was %s', async (how) => {
    const house = await answeredHouse();
    const { id } = house.request;
    if (how === 'revoked') await revokeLink(house.club.desk, OFFICER, id);
    else
      await noteSent(house.club.desk, await house.letIn(), {
        sent: { start: 0, end: house.bytes },
        isFinished: true,
        bytes: house.bytes,
      });
    house.clock.pass(5 * DAY_MS + 1_000);
    await until(() => house.sent.length === 2);
    expect(house.sent[1]?.kind).toBe('closed');
    house.clock.pass(2 * DAY_MS);
    await house.club.workUntil(id, 'shredded');
    expect(house.sent).toHaveLength(2);
  });

  it('of a short time the middle counts', async () => {
    const house = deliveryHouse({});
    const { request } = await house.handOver();
    await house.club.workUntil(request.id, 'awaiting_release');
    const { expiresAt } = await releaseRequest(house.club.desk, house.officer(), request.id, { days: 1 });
    const step = await stepOf(house, request.id, 'remind');
    expect(expiresAt!.getTime() - step!.dueAt.getTime()).toBeCloseTo(DAY_MS / 2, -4);
  });

  it('nobody is told who comes too late: it is shredded, once, after a jump over both', async () => {
    const house = await answeredHouse();
    const { id } = house.request;
    house.clock.pass(8 * DAY_MS);
    await house.club.workUntil(id, 'shredded');
    await until(async () => (await stepOf(house, id, 'shred'))?.state === 'done');
    expect(['done', 'cancelled']).toContain((await stepOf(house, id, 'remind'))?.state);
    expect(house.sent).toHaveLength(1);
    expect((await house.entries()).filter(({ action }) => action === 'request.shred')).toHaveLength(1);
    expect(house.club.faults).toEqual([]);
  });

  it('nobody is told who was shredded before', async () => {
    const house = await answeredHouse();
    const { id } = house.request;
    await shredRequest(house.club.desk, OFFICER, id);
    expect((await stepOf(house, id, 'remind'))?.state).toBe('cancelled');
    expect(await messagesOf(house.club, id)).toEqual([]);
  });
});
