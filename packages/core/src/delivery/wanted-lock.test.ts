import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { releaseRequest } from '../request/decide-request.js';
import type { NewRequest } from '../request/open-request.js';
import { retrySource } from '../request/retry-source.js';
import { ASSOCIATION } from '../testing/association.js';
import { type DeliveryHouseSetting, deliveryHouse, type LinkKeys, stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { chooseOwnPacking, choosePacking } from './choose-packing.js';
import { type DownloadPass, viewDownload } from './fetch-archive.js';
import { readOwnReport } from './read-own-report.js';
import { isLockAwaited, wantedLock, wantedPacking } from './wanted-lock.js';

afterEach(stopHouses);

const PLAIN: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const SPECIAL: DisclosureSummary = {
  gate: { release: 'dpo', answer: 'copy', reasons: [{ code: 'special-category', places: [], count: 1 }] },
  retention: [],
};
const WAITING: DisclosureSummary = { gate: { release: 'dpo', answer: 'copy', reasons: [] }, retention: [] };
const REASON = { days: 7, reason: 'She is known here.' };

interface Answered {
  readonly house: DeliveryHouseSetting;
  readonly id: string;
  readonly letIn: (keys: LinkKeys) => Promise<DownloadPass>;
}

/** An answer that an officer has released, and the way in to it. */
async function answered(
  { disclosed = () => SPECIAL, ...given }: Partial<NewRequest> & { readonly disclosed?: () => DisclosureSummary },
  faults: readonly ConnectorError[] = [],
): Promise<Answered> {
  const source = fakeSource({ ...ASSOCIATION, faults: faults.map((error) => ({ at: 'open' as const, error, times: 2 })) });
  const house = deliveryHouse({ disclosed }, [source]);
  const { request, claimCode } = await house.handOver(given);
  const { state } = await house.club.workUntil(request.id, 'awaiting_release', 'released');
  if (state !== 'released') await releaseRequest(house.club.desk, house.officer(), request.id, REASON);
  const letIn = async (keys: LinkKeys): Promise<DownloadPass> => {
    const door = await house.enter(keys, claimCode);
    if (door.outcome !== 'open') throw new Error(door.outcome);
    return { controller: 'club', link: keys.link, cookie: door.cookie };
  };
  return { house, id: request.id, letIn };
}

async function seen({ house }: Answered, pass: DownloadPass) {
  return (await viewDownload(house.club.desk, pass))!;
}

describe('the lock that an answer is offered with', () => {
  it.each([
    ['plain as a rule', {}, undefined],
    ['plain where that was asked for', { askedPacking: 'zip', disclosure: PLAIN }, undefined],
    ['as its subject asked', { askedPacking: 'age' }, { packing: 'age', because: 'asked' }],
    ['AES with special categories (SPC-03)', { disclosure: SPECIAL }, { packing: 'aes', because: 'special_categories' }],
    [
      'AES with special categories where the plain file was asked for, before anybody knew of them',
      { askedPacking: 'zip', disclosure: SPECIAL },
      { packing: 'aes', because: 'special_categories' },
    ],
    ['age with special categories, where that was asked for', { askedPacking: 'age', disclosure: SPECIAL }, { packing: 'age', because: 'special_categories' }], // prettier-ignore
  ] as const)('is %s', (_title, request, lock) => {
    expect(wantedLock(request)).toEqual(lock);
    expect(wantedPacking(request)).toBe(lock?.packing ?? 'zip');
    expect(isLockAwaited(request, undefined)).toBe(lock !== undefined);
    expect(isLockAwaited(request, { id: 'pck_1', packing: 'zip', choices: 1 })).toBe(false);
  });
});

describe('a file with special categories (SPC-03)', () => {
  it('is not there for a browser that was let in before it was locked, with a passphrase that is told once', async () => {
    const answer = await answered({});
    const pass = await answer.letIn(await answer.house.linkOf(1));
    const before = await seen(answer, pass);
    expect(before).toMatchObject({ packing: 'aes', lock: 'special_categories', isLockAwaited: true });
    expect(before).not.toHaveProperty('file');
    const choice = await chooseOwnPacking(answer.house.club.desk, pass, before.packing);
    expect(choice).toMatchObject({ outcome: 'chosen', packing: 'aes', passphrase: expect.anything() });
    await until(async () => (await seen(answer, pass)).file !== undefined);
    const after = await seen(answer, pass);
    expect(after).toMatchObject({ packing: 'aes', lock: 'special_categories', isLockAwaited: false });
    expect(after.file?.blob).toMatch(/^packed\//u);
  });

  it('is had plain by who chooses to, which is in the trail as what it is', async () => {
    const answer = await answered({});
    const pass = await answer.letIn(await answer.house.linkOf(1));
    await chooseOwnPacking(answer.house.club.desk, pass, 'zip');
    expect(await seen(answer, pass)).toMatchObject({ packing: 'zip', isLockAwaited: false, file: { blob: expect.stringMatching(/^archive\//u) } }); // prettier-ignore
    expect((await answer.house.entries())[0]).toMatchObject({
      ...{ action: 'delivery.pack', actor: { kind: 'nobody' } },
      details: { packing: 'zip', wanted: 'aes', because: 'special_categories' },
    });
  });

  it('counts as chosen where an officer had it packed', async () => {
    const answer = await answered({});
    const { club, officer, linkOf } = answer.house;
    await choosePacking(club.desk, officer(), answer.id, 'age');
    const pass = await answer.letIn(await linkOf(1));
    await until(async () => (await seen(answer, pass)).file !== undefined);
    expect(await seen(answer, pass)).toMatchObject({ packing: 'age', isLockAwaited: false });
  });

  it('keeps nobody from reading the report, which is at the same door and leaves nothing on the device', async () => {
    const answer = await answered({});
    const pass = await answer.letIn(await answer.house.linkOf(1));
    expect((await seen(answer, pass)).isReadable).toBe(true);
    await expect(readOwnReport(answer.house.club.desk, pass, 'en')).resolves.toBeDefined();
  });

  it('is not given out while an addition to it is prepared that holds none; what was chosen counts for no addition', async () => {
    let disclosed = SPECIAL;
    const answer = await answered({ disclosed: () => disclosed }, [new ConnectorError('permission', 'No.')]);
    const { club, linkOf, officer } = answer.house;
    const pass = await answer.letIn(await linkOf(1));
    disclosed = WAITING;
    await retrySource(club.desk, OFFICER, answer.id, 'crm');
    await club.workUntil(answer.id, 'awaiting_release');
    expect(await seen(answer, pass)).toMatchObject({ isLockAwaited: true, lock: 'special_categories' });
    await chooseOwnPacking(club.desk, pass, 'zip');
    disclosed = SPECIAL;
    await retrySource(club.desk, OFFICER, answer.id, 'crm');
    await club.workUntil(answer.id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), answer.id, REASON);
    expect(await seen(answer, await answer.letIn(await linkOf(2)))).toMatchObject({ isLockAwaited: true, packing: 'aes' });
  });
});

describe('a file that its subject asked to have locked', () => {
  it('is offered locked in that way, and its report is not read without it', async () => {
    const answer = await answered({ packing: 'age', disclosed: () => PLAIN });
    const pass = await answer.letIn(await answer.house.linkOf(1));
    const before = await seen(answer, pass);
    expect(before).toMatchObject({ packing: 'age', lock: 'asked', isLockAwaited: true, isReadable: false });
    expect(before).not.toHaveProperty('file');
    await chooseOwnPacking(answer.house.club.desk, pass, 'zip');
    expect(await seen(answer, pass)).toMatchObject({ packing: 'zip', isLockAwaited: false, isReadable: true });
  });
});
