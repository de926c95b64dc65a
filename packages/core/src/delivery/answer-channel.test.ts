import { afterEach, describe, expect, it } from '@jest/globals';
import { endDuty } from '../duty/end-duty.js';
import { noteDoubt } from '../proof/note-doubt.js';
import { attestIdentity, cancelRequest, releaseRequest, startSearch } from '../request/decide-request.js';
import type { DataRequest } from '../request/data-request.js';
import { deliveryHouse, type DeliveryHouseSetting, stopHouses } from '../testing/delivery-house.js';
import { chooseChannel } from './answer-channel.js';
import { type AnswerChannel, channelOf } from './channel.js';

afterEach(stopHouses);

interface Chosen extends DeliveryHouseSetting {
  readonly request: DataRequest;
}

/** A request that would be answered by itself, for which a channel was chosen, and whose answer waits. */
async function chosen(channel: AnswerChannel): Promise<Chosen> {
  const house = deliveryHouse();
  const { club, officer } = house;
  const identifiers = [{ kind: 'email' as const, value: 'ann@example.org' }];
  const { request } = await house.handOver({ identifiers });
  await chooseChannel(club.desk, officer(), request.id, channel);
  await attestIdentity(club.desk, officer(), request.id, [{ identifier: 1, provedBy: 'came with a passport' }]);
  if ((await club.get(request.id)).state === 'ready') await startSearch(club.desk, officer(), request.id);
  return { ...house, request: await club.workUntil(request.id, channel === 'download' ? 'released' : 'awaiting_release') };
}

const release = ({ club, officer, request }: Chosen, reason = ''): Promise<DataRequest> =>
  releaseRequest(club.desk, officer(), request.id, { days: 7, reason });

describe('how an answer is given (DEL-02)', () => {
  it('is a link where nothing else was chosen, and goes out by itself then', async () => {
    expect(channelOf({})).toBe('download');
    const { request } = await chosen('download');
    expect([request.state, request.duties]).toEqual(['released', undefined]);
  });

  it.each(['registered_post', 'on_site', 'orally'] as const)(
    'is %s by a person, after a release that no rule makes',
    async (channel) => {
      const setting = await chosen(channel);
      const before = setting.sent.length;
      const released = await release(setting);
      const { id } = released;
      expect(await setting.club.get(id)).toEqual(released);
      expect(released).toMatchObject({
        state: 'released',
        channel,
        duties: [{ id: 'd1', kind: 'hand_out', channel, notedBy: 'stf_1' }],
      });
      expect(setting.sent.slice(before).map(({ kind }) => kind)).not.toContain('archive_ready');
      expect((await setting.entries()).find(({ action }) => action === 'request.release')?.details).toMatchObject({ channel });
      const end = { duty: 'd1', outcome: 'handed_out', words: 'RR 123 to Ann.' } as const;
      const ended = await endDuty(setting.club.desk, setting.officer(), id, end);
      expect(ended.duties).toMatchObject([{ end: { outcome: 'handed_out' } }]);
      expect(JSON.stringify(await setting.entries())).not.toContain('RR 123');
    },
  );

  it('is never oral for somebody who has not proved who they are, whatever reason is given (Art. 12(1))', async () => {
    const setting = await chosen('orally');
    await noteDoubt(setting.club.desk, setting.officer(), setting.request.id, {
      because: 'details_differ',
      text: 'Another birthday.',
    });
    await expect(release(setting, 'They are known.')).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('orally'),
    });
    await chooseChannel(setting.club.desk, setting.officer(), setting.request.id, 'registered_post');
    await expect(release(setting, 'They are known.')).resolves.toMatchObject({ state: 'released' });
  });

  it('is chosen before the answer is given, and stands in the trail', async () => {
    const setting = await chosen('on_site');
    expect((await setting.entries()).find(({ action }) => action === 'delivery.choose')?.details).toEqual({ channel: 'on_site' });
    await cancelRequest(setting.club.desk, setting.officer(), setting.request.id, 'They wrote that they have it.');
    const late = chooseChannel(setting.club.desk, setting.officer(), setting.request.id, 'download');
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
