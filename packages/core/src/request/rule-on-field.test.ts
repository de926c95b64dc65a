import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import { retrySearch } from './decide-request.js';
import { type RulingOnField, ruleOnField } from './rule-on-field.js';
import { openCaseFile } from './sealed-files.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const PLACE = { source: 'club', collection: 'member', field: 'guest' };
const DPO = { ...OFFICER, isDpo: true };
const DISCLOSE: RulingOnField = { ...PLACE, decision: { involvement: 'author', outcome: 'disclose' } };
const REDACT: RulingOnField = {
  ...PLACE,
  decision: {
    involvement: 'mentioned',
    adverseEffect: { isConcrete: true, what: 'their address becomes known' },
    balance: { prevails: 'other', why: 'they did not give it' },
    redaction: { reconciles: true },
    outcome: 'redact',
  },
};

/** Stops at the guest of a member until it is ruled that it is disclosed. */
function stopped({ rulings = [] }: DataRequest): DisclosureSummary {
  if (rulings.some(({ ruling }) => ruling === 'disclose'))
    return { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
  const code = rulings.length === 0 ? 'third-party-data' : 'redaction';
  const reasons = [
    { code, places: [{ ...PLACE, count: 1 }], count: 1 } as const,
    { code: 'special-category', places: [{ ...PLACE, field: 'diet', count: 1 }], count: 1 } as const,
  ];
  return { gate: { release: 'dpo', answer: 'copy', reasons }, retention: [] };
}

async function waiting(disclosed?: typeof stopped): Promise<{ readonly club: RequestHouse; readonly id: string }> {
  const club = requestHouse([fakeSource(ASSOCIATION)], disclosed === undefined ? {} : { disclosed });
  house = club;
  const { id } = await club.open();
  await club.workUntil(id, 'awaiting_release');
  return { club, id };
}

describe('a ruling on a field that the gate stopped at (TPD-01)', () => {
  it('has the archive made anew, and lies sealed with its answers', async () => {
    const { club, id } = await waiting(stopped);
    expect((await club.get(id)).disclosure?.gate.release).toBe('dpo');
    const ruled = await ruleOnField(club.desk, DPO, id, DISCLOSE);
    expect(ruled).toMatchObject({ state: 'assembling', rulings: [{ ...PLACE, ruling: 'disclose' }] });
    const done = await club.workUntil(id, 'awaiting_release');
    expect(done.disclosure?.gate).toEqual({ release: 'automatic', answer: 'copy' });
    const decider = { by: 'stf_1', isDpo: true, at: expect.any(String) };
    expect((await openCaseFile(club.vault, done)).rulings).toEqual([
      { ...PLACE, decision: { ...DISCLOSE.decision, decider }, onlyOthers: false },
    ]);
    const { items } = await club.store.transact(({ audit }) => audit.page('club', { action: 'request.rule' }, { first: 5 }));
    expect(items.map(({ item }) => item.details)).toEqual([{ state: 'assembling', ...PLACE, ruling: 'disclose' }]);
  });

  it('stays in the case file when the search is made again', async () => {
    const { club, id } = await waiting(stopped);
    await ruleOnField(club.desk, DPO, id, DISCLOSE);
    await club.workUntil(id, 'awaiting_release');
    await retrySearch(club.desk, DPO, id);
    const again = await club.workUntil(id, 'awaiting_release');
    expect((await openCaseFile(club.vault, again)).rulings).toMatchObject([{ ...PLACE, decision: DISCLOSE.decision }]);
  });

  it('can be made again while the request waits: the last one counts', async () => {
    const { club, id } = await waiting(stopped);
    await ruleOnField(club.desk, DPO, id, REDACT);
    const redacted = await club.workUntil(id, 'awaiting_release');
    expect(redacted.rulings).toEqual([{ ...PLACE, ruling: 'redact' }]);
    await ruleOnField(club.desk, DPO, id, DISCLOSE);
    const disclosed = await club.workUntil(id, 'awaiting_release');
    expect(disclosed.rulings).toEqual([{ ...PLACE, ruling: 'disclose' }]);
    await ruleOnField(club.desk, DPO, id, REDACT);
    expect((await openCaseFile(club.vault, await club.workUntil(id, 'awaiting_release'))).rulings).toHaveLength(3);
  });

  it('can hide of a free text only what is found of others, which withholding it whole does not', async () => {
    const { club, id } = await waiting(stopped);
    await ruleOnField(club.desk, DPO, id, { ...REDACT, onlyOthers: true });
    const inPart = await club.workUntil(id, 'awaiting_release');
    expect(inPart.rulings).toEqual([{ ...PLACE, ruling: 'redact_others' }]);
    expect((await openCaseFile(club.vault, inPart)).rulings).toMatchObject([{ ...PLACE, onlyOthers: true }]);
    const { balance, adverseEffect } = REDACT.decision;
    const redaction = { reconciles: false, why: 'nothing else stands in it' };
    const decision = { involvement: 'mentioned', outcome: 'withhold', ...{ balance, adverseEffect }, redaction } as const;
    await ruleOnField(club.desk, DPO, id, { ...PLACE, decision: decision as RulingOnField['decision'], onlyOthers: true });
    expect((await club.workUntil(id, 'awaiting_release')).rulings).toEqual([{ ...PLACE, ruling: 'redact' }]);
  });

  it('is refused where its answers do not lead to it', async () => {
    const { club, id } = await waiting(stopped);
    const bare: RulingOnField = { ...PLACE, decision: { involvement: 'mentioned', outcome: 'redact' } };
    await expect(ruleOnField(club.desk, DPO, id, bare)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await club.get(id)).state).toBe('awaiting_release');
  });

  it('is refused of what the gate has not stopped at for somebody else', async () => {
    const { club, id } = await waiting(stopped);
    for (const other of [{ field: 'diet' }, { field: 'name' }, { collection: 'other' }, { source: 'shop' }]) {
      await expect(ruleOnField(club.desk, DPO, id, { ...DISCLOSE, ...other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is refused where nothing was decided, or another controller asks, or the request is somewhere else', async () => {
    const { club, id } = await waiting();
    await expect(ruleOnField(club.desk, DPO, id, DISCLOSE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ruleOnField(club.desk, { ...DPO, controller: 'other' }, id, DISCLOSE)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const opened = await club.open({ identifiers: [{ kind: 'email', value: 'bea@example.org' }] });
    await expect(ruleOnField(club.desk, DPO, opened.id, DISCLOSE)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
