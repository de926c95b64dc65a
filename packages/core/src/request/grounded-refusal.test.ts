import { afterEach, describe, expect, it } from '@jest/globals';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { ManualClock } from '../testing/manual-clock.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import type { Viewer } from './desk.js';
import { type ClaimedGround, refuseOnGround } from './grounded-refusal.js';
import { openCaseFile } from './sealed-files.js';
import { shredRequest } from './shred-request.js';
import { viewAnswer } from './view-answer.js';

let house: RequestHouse;
afterEach(() => house.stop());

const reason = 'You asked for no data.';
const evidence = 'The letter asks Ann to vote.';
const unfounded: ClaimedGround = { ground: 'manifestly_unfounded', evidence };

function club(): RequestHouse {
  house = requestHouse([fakeSource(ASSOCIATION)], { clock: new ManualClock('2026-03-01T09:00:00.000Z') });
  return house;
}

function officer(): Viewer {
  return { ...OFFICER, steppedUpAt: house.desk.clock.now() };
}

const ANOTHER = { identifiers: [{ kind: 'email', value: 'bob@example.org', provedBy: 'a test' }] } as const;

function refused(id: string, claimed: ClaimedGround, viewer = officer()): Promise<DataRequest> {
  return refuseOnGround(house.desk, viewer, id, { reason, claimed });
}

async function trail(): Promise<unknown> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'request.refuse' }, { first: 1 }));
  return items[0]?.item.details;
}

describe('a refusal on a ground of the law', () => {
  it('keeps its evidence sealed: the page and the trail do not say it (OUT-03)', async () => {
    const { desk, vault } = club();
    const { id } = await house.open();
    const ended = await refused(id, { ...unfounded, evidence: ` ${evidence} ` });
    expect(ended.state).toBe('refused');
    expect((await openCaseFile(vault, ended)).decisions).toMatchObject([{ event: 'refuse', reason, ground: unfounded }]);
    expect(await viewAnswer(desk, ended)).toEqual({ letters: [], reason });
    expect(await trail()).toEqual({ state: 'refused', reason: true, ground: 'manifestly_unfounded' });
  });

  it('is decided by a person who has just proved that it is them, never by a program or the work (OUT-03)', async () => {
    club();
    const { id } = await house.open();
    await expect(refused(id, unfounded, OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    for (const kind of ['service', 'system'] as const) {
      const viewer = { ...officer(), actor: { kind, id: 'x_1' } };
      await expect(refused(id, unfounded, viewer)).rejects.toMatchObject({ code: 'REFUSED' });
    }
  });

  it.each(['Too much work', 'Litigation', 'No motive', 'Earlier abuse', 'rude tone', ''])(
    'does not rest on "%s" (OUT-03)',
    async (words) => {
      club();
      const { id } = await house.open();
      await expect(refused(id, { ...unfounded, evidence: words })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect((await house.get(id)).state).not.toBe('refused');
    },
  );

  it('for abuse needs both its sides, with what shows each (OUT-05)', async () => {
    club();
    const { id } = await house.open();
    const abuse = { ground: 'abuse', aim: 'He subscribed to ask.', intent: 'He sends the same claim to forty firms.' } as const;
    for (const missing of [{ aim: ' ' }, { intent: 'abuse' }]) {
      await expect(refused(id, { ...abuse, ...missing })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect((await refused(id, abuse)).state).toBe('refused');
    expect(await trail()).toMatchObject({ ground: 'abuse' });
  });

  it('for a restriction cites the law and says how it applies: "confidential" alone is none (OUT-07)', async () => {
    club();
    const { id } = await house.open();
    const restriction = { ground: 'legal_restriction', lawRef: 'Article L561-45', why: 'The register is of the bank.' } as const;
    for (const missing of [{ lawRef: 'confidential' }, { lawRef: '' }, { why: 'It is confidential.' }]) {
      await expect(refused(id, { ...restriction, ...missing })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect((await refused(id, restriction)).state).toBe('refused');
  });
});

describe('a refusal as excessive', () => {
  const receivedAt = (day: string): { readonly receivedAt: Date } => ({ receivedAt: new Date(`${day}T09:00:00.000Z`) });
  const repeats = (id: string, shows = evidence): ClaimedGround => ({ ground: 'excessive', repeats: id, evidence: shows });

  it('takes the day of the repeated request from that request (OUT-04)', async () => {
    const { vault } = club();
    const earlier = await house.open(receivedAt('2026-02-01'));
    const { id } = await house.open(receivedAt('2026-02-20'));
    await expect(refused(id, repeats(earlier.id, 'Too much work'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const ended = await refused(id, repeats(earlier.id));
    const [decision] = (await openCaseFile(vault, ended)).decisions;
    expect(decision?.ground).toEqual({ ground: 'excessive', lastRequestOn: '2026-02-01', evidence });
  });

  it('is closed a year after the earlier request, to the day (OUT-04)', async () => {
    club();
    const before = await house.open(receivedAt('2025-02-20'));
    const within = await house.open(receivedAt('2025-02-21'));
    const { id } = await house.open(receivedAt('2026-02-20'));
    await expect(refused(id, repeats(before.id))).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect((await refused(id, repeats(within.id))).state).toBe('refused');
  });

  it('is closed where the earlier request has another scope, is of another person, or nobody is proved (OUT-04)', async () => {
    club();
    const { id } = await house.open();
    const scope = await house.open({ rights: ['access'] });
    const both = await house.open({ rights: ['portability', 'access'] });
    const one = (await house.get(id)).rights.length === 1 ? both : scope;
    const others = [
      one,
      await house.open(ANOTHER),
      await house.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] }),
    ];
    const last = await house.open();
    for (const other of others) {
      await expect(refused(last.id, repeats(other.id))).rejects.toMatchObject({ code: 'WRONG_STATE' });
    }
  });

  it('is closed where the earlier request is destroyed: it shows nothing any more (OUT-04)', async () => {
    const { desk } = club();
    const earlier = await house.open();
    await refuseUnfounded(desk, OFFICER, earlier.id);
    await shredRequest(desk, officer(), earlier.id);
    const { id } = await house.open();
    await expect(refused(id, repeats(earlier.id))).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('needs an earlier request of this controller (OUT-04)', async () => {
    club();
    const earlier = await house.open(receivedAt('2026-02-01'));
    const later = await house.open(receivedAt('2026-02-20'));
    await expect(refused(earlier.id, repeats('req_none'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const named of [earlier, later]) {
      await expect(refused(earlier.id, repeats(named.id))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });
});
