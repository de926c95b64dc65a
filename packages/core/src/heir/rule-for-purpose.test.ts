import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import type { HeirPurpose } from '../proof/representation/heir-purpose.js';
import { decideRepresentation } from '../proof/representation/decide-representation.js';
import { gateNow } from '../proof/gate-now.js';
import type { OnBehalf } from '../proof/proof-facts.js';
import { attestIdentity, releaseRequest, retrySearch, startSearch } from '../request/decide-request.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';
import { storedText } from '../request/stored-text.js';
import { shredRequest } from '../request/shred-request.js';
import { askingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { type RulingForPurpose, ruleForPurpose } from './rule-for-purpose.js';
import { viewHeirPart } from './view-heir-part.js';

afterEach(stopHouses);

const ORDERS = { source: 'crm', collection: 'order' };
const LINES = { source: 'crm', collection: 'line' };
const MEMBERS = { source: 'crm', collection: 'member' };

/** A request in the name of somebody that waits for its release. */
async function waiting(onBehalf: OnBehalf = 'heir', accepted?: HeirPurpose) {
  const house = askingHouse();
  const { club, officer } = house;
  const { own } = await house.ask({ isForOther: true, onBehalf });
  const { id } = own;
  await attestIdentity(club.desk, officer(), id, [{ identifier: 2, provedBy: 'the deed names it' }]);
  await startSearch(club.desk, officer(), id);
  await club.workUntil(id, 'awaiting_release');
  const decide = (purpose: HeirPurpose, outcome: 'accepted' | 'rejected' = 'accepted') => {
    const authority = { evidence: 'will', diedOn: localDate('2025-12-24'), purpose, isForbidden: false } as const;
    const decision = { outcome, authority, reason: 'Seen.', answerTo: 'representative', sendTo: 'heir@example.test' } as const;
    return decideRepresentation(club.desk, officer(), id, { decision, jurisdiction: 'FR' });
  };
  if (accepted !== undefined) await decide(accepted);
  const rule = async (given: Partial<RulingForPurpose> = {}) => {
    const ruling = { purpose: 'estate_settlement', isNeeded: true, places: [ORDERS], reason: 'What is owed.', ...given } as const;
    await ruleForPurpose(club.desk, officer(), id, ruling);
    return club.workUntil(id, 'awaiting_release');
  };
  const part = async () => viewHeirPart(club.desk, await club.get(id));
  const answer = async () => {
    const request = await club.get(id);
    return storedText(club.vault, keyOf(request), request.archive!.blob);
  };
  const release = () => releaseRequest(club.desk, officer(), id, { days: 7, reason: 'Decided.' });
  return { ...house, id, decide, rule, part, answer, release };
}

const estate = () => waiting('heir', 'estate_settlement');

describe('the answer to an heir (PER-05)', () => {
  it('holds nothing, and does not go out, before somebody has ruled what the purpose needs', async () => {
    const { club, id, answer, part, release } = await estate();
    expect(await answer()).toBe('');
    expect(gateNow(await club.get(id))).toMatchObject({
      release: 'dpo',
      reasons: expect.arrayContaining([{ code: 'heir', places: [], count: 1 }]),
    });
    expect(await part()).toMatchObject({ purpose: 'estate_settlement', isRuled: false, rulings: [] });
    expect((await part())?.collections.map(({ standing, needed }) => [standing, needed])).toEqual([
      ['unruled', 0],
      ['unruled', 0],
      ['unruled', 0],
    ]);
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('heir') });
  });

  it('holds what was ruled in, collections and single records with their files, and goes to the heir', async () => {
    const { club, id, rule, part, answer, release, message } = await estate();
    await rule();
    await rule({ isNeeded: false, places: [{ ...ORDERS, recordId: '12' }], reason: 'A gift.' });
    await rule({ places: [{ ...LINES, recordId: '100' }] });
    const lines = (await answer()).trim().split('\n');
    const held = lines.map((line) => JSON.parse(line) as { collection: string; key?: readonly number[]; file?: string });
    expect(held.map(({ collection, key }) => [collection, key?.[0]])).toEqual([
      ['line', 100],
      ['line', undefined],
      ['order', 10],
      ['order', 13],
      ['order', 14],
    ]);
    expect(await part()).toMatchObject({
      isRuled: true,
      collections: [
        { collection: 'line', records: 2, files: 2, standing: 'some', needed: 1 },
        { collection: 'member', records: 1, standing: 'unruled', needed: 0 },
        { collection: 'order', records: 4, standing: 'some', needed: 3 },
      ],
    });
    expect((await club.get(id)).archive).toMatchObject({ records: 4, files: 1 });
    await release();
    expect((await message(1)).to.reveal()).toBe('heir@example.test');
  });

  it('goes out empty where nothing is needed, and somebody has said so', async () => {
    const { rule, answer, part, release } = await estate();
    await rule();
    await rule({ isNeeded: false, places: [], reason: 'The estate is settled.' });
    expect(await answer()).toBe('');
    expect((await part())?.collections.every(({ standing }) => standing === 'not_needed')).toBe(true);
    await expect(release()).resolves.toMatchObject({ state: 'released' });
  });

  it('is ruled anew for another purpose, and for one that comes back', async () => {
    const { club, id, decide, rule, part, release, answer } = await estate();
    await rule();
    await decide('estate_settlement'); // again for the same: what was ruled holds
    expect(await part()).toMatchObject({ isRuled: true, rulings: [{ reason: 'What is owed.' }] });
    await decide('digital_goods');
    expect(await part()).toMatchObject({ purpose: 'digital_goods', isRuled: false, rulings: [] });
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await decide('estate_settlement');
    expect((await club.get(id)).proof?.heir).toBeUndefined();
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await rule({ places: [MEMBERS] });
    expect(await answer()).not.toContain('order');
    expect(await answer()).toContain('"member"');
  });

  it('is ruled on again where it was searched again: what was found since nobody has seen', async () => {
    const { club, officer, id, rule, part, release } = await estate();
    await rule();
    await retrySearch(club.desk, officer(), id);
    await club.workUntil(id, 'awaiting_release');
    expect(await part()).toMatchObject({ isRuled: false, rulings: [{ places: [ORDERS] }] });
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await rule();
    await expect(release()).resolves.toMatchObject({ state: 'released' });
  });
});

describe('a ruling for the purpose of an heir (PER-05)', () => {
  it('lies sealed with its reason; the trail has the purpose, how much and where, and no record', async () => {
    const { club, id, rule, entries } = await estate();
    await rule({ places: [ORDERS, { ...LINES, recordId: '100' }] });
    expect((await openCaseFile(club.vault, await club.get(id))).heirRulings).toEqual([
      {
        ...{ purpose: 'estate_settlement', isNeeded: true, places: [ORDERS, { ...LINES, recordId: '100' }] },
        ...{ reason: 'What is owed.', decisions: 1, by: OFFICER.actor.id, at: expect.any(String) },
      },
    ]);
    const entry = (await entries()).find(({ action }) => action === 'request.rule');
    expect(entry?.details).toMatchObject({
      purpose: 'estate_settlement',
      needed: true,
      collections: ['crm.order', 'crm.line'],
      records: 1,
    });
    expect(JSON.stringify(await entries())).not.toMatch(/What is owed|"100"/u);
  });

  it.each<[string, Partial<RulingForPurpose>, string]>([
    ['without a reason', { reason: ' ' }, 'INVALID_INPUT'],
    ['that everything is needed', { places: [] }, 'INVALID_INPUT'],
    ['for another purpose than was accepted', { purpose: 'digital_goods' }, 'INVALID_INPUT'],
    ['on more places than one can look at', { places: Array.from({ length: 101 }, () => ORDERS) }, 'LIMITED'],
    ['on a collection that is not there', { places: [{ ...ORDERS, collection: 'none' }] }, 'NOT_FOUND'],
    ['on a record that is not there', { isNeeded: false, places: [{ ...ORDERS, recordId: '11' }] }, 'NOT_FOUND'],
  ])('is none %s', async (_what, given, code) => {
    const { rule } = await estate();
    await expect(rule(given)).rejects.toMatchObject({ code });
  });

  it('is for an heir whom somebody has accepted, while the answer waits', async () => {
    const proxy = await waiting('proxy');
    await expect(proxy.rule()).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('No heir') });
    expect(await proxy.part()).toBeUndefined();
    const heir = await waiting();
    await expect(heir.rule()).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('accepted') });
    expect(await heir.part()).not.toHaveProperty('purpose');
    await heir.decide('estate_settlement', 'rejected');
    await expect(heir.rule()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const { club, officer } = heir;
    const ruling = { purpose: 'estate_settlement', isNeeded: true, places: [ORDERS], reason: 'x' } as const;
    await expect(ruleForPurpose(club.desk, officer(), 'req_0', ruling)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { own } = await heir.ask({ isForOther: true, onBehalf: 'heir' }, 'form-2');
    await expect(ruleForPurpose(club.desk, officer(), own.id, ruling)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(await viewHeirPart(club.desk, await club.get(own.id))).toBeUndefined();
    const authority = {
      evidence: 'will',
      diedOn: localDate('2025-12-24'),
      purpose: 'digital_goods',
      isForbidden: false,
    } as const;
    const decision = { outcome: 'rejected', authority, reason: 'Seen.', answerTo: 'person' } as const;
    await decideRepresentation(club.desk, officer(), own.id, { decision, jurisdiction: 'FR' });
    expect(await viewHeirPart(club.desk, await club.get(own.id))).toEqual({ isRuled: false, collections: [], rulings: [] });
  });

  it('is refused where something else was found meanwhile, and after five hundred', async () => {
    const { club, officer, id, rule } = await estate();
    const change = (fields: object) =>
      club.store.transact(async ({ requests }) => {
        const row = (await requests.lock('club', id))!;
        await requests.change({ ...row, ...fields, version: row.version + 1 });
      });
    const ruling = { purpose: 'estate_settlement', isNeeded: true, places: [ORDERS], reason: 'x' } as const;
    const { evidenceIndex } = await club.get(id);
    const late = ruleForPurpose(
      { ...club.desk, store: { ...club.store, transact: transactAfter(change) } },
      officer(),
      id,
      ruling,
    );
    await expect(late).rejects.toMatchObject({ code: 'CHANGED' });
    await change({ evidenceIndex });
    const row = await club.get(id);
    const file = await openCaseFile(club.vault, row);
    const one = { ...ruling, decisions: 1, by: 'x', at: '' };
    const heirRulings = Array.from({ length: 500 }, () => one);
    await change({ caseFile: await sealFile(club.vault, keyOf(row), 'case', { ...file, heirRulings }) });
    await expect(rule()).rejects.toMatchObject({ code: 'LIMITED' });

    /** Another search comes in between: the third transaction is the one that would note the ruling. */
    function transactAfter(changed: typeof change): typeof club.store.transact {
      let calls = 0;
      return async (work) => {
        calls += 1;
        if (calls === 3) await changed({ evidenceIndex: 'g99/index' });
        return club.store.transact(work);
      };
    }
  });

  it('is gone with everything else once the request is shredded', async () => {
    const { club, officer, id, rule, release } = await estate();
    await rule();
    await release();
    await shredRequest(club.desk, officer(), id);
    expect(await viewHeirPart(club.desk, await club.get(id))).toBeUndefined();
  });
});
