import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { DisclosureSummary } from '../../disclosure/disclosure-summary.js';
import { proofStanding } from '../../proof/proof-standing.js';
import { openSubjectFile } from '../../request/sealed-files.js';
import { askingHouse, type AskingHouse } from '../../testing/asking-house.js';
import { stopHouses } from '../../testing/delivery-house.js';
import type { AskedForData } from '../ask-for-data.js';
import { followedBy } from '../follow-request.js';
import { askByAccount } from './ask-by-account.js';
import { type AccountIdentifier, FRESH_MS } from './signed-in-account.js';

afterEach(stopHouses);

const ISSUER = 'https://login.example.test';
const OPEN = { disclosed: (): DisclosureSummary => ({ gate: { release: 'automatic', answer: 'copy' }, retention: [] }) };
const ANN: AccountIdentifier = { kind: 'email', value: 'ann@example.org' };
const ANNS: AccountIdentifier = { kind: 'id', namespace: 'crm.member', value: '1' };
const ASK = { rights: ['access'], format: 'csv', language: 'en' } as const;

interface Given {
  readonly identifiers?: readonly AccountIdentifier[];
  readonly ageMs?: number;
  readonly signIn?: string;
  readonly key?: string;
}

function asks({ club, clock }: AskingHouse, given: Given = {}): Promise<AskedForData> {
  const { identifiers = [ANN, ANNS], ageMs = 5_000, signIn = 'one', key = 'form-1' } = given;
  const account = { issuer: ISSUER, signedInAt: new Date(clock.now().getTime() - ageMs), identifiers: new Secret(identifiers) };
  return askByAccount(club.desk, 'club', ASK, { key, fingerprint: 'f', account, signIn });
}

const NOT_ACCEPTED = { code: 'REFUSED', message: 'This sign-in is not accepted.' };

describe('somebody who has signed in before they ask (IDV-02, OUT-08, R56)', () => {
  it('has all that the account is known by proved, and an answer with nobody touching it', async () => {
    const house = askingHouse(OPEN);
    const { request, claimCode, cookie } = await asks(house);
    expect(request.state).toBe('searching');
    const done = await house.club.workUntil(request.id, 'released');
    expect(proofStanding(done)).toMatchObject({ reached: 'L2', isEnough: true, reasons: ['signed-in'] });
    expect(done.proof?.brought).toMatchObject([{ kind: 'fresh_account', issuer: ISSUER }]);
    const { identifiers } = await openSubjectFile(house.club.vault, done);
    expect(identifiers.map(({ value, provedBy }) => [value, provedBy])).toEqual([
      ['ann@example.org', `a signed-in account at ${ISSUER}`],
      ['1', `a signed-in account at ${ISSUER}`],
    ]);
    const opened = (await house.entries()).find(({ action }) => action === 'request.open');
    expect([opened?.actor.kind, opened?.details['account']]).toEqual(['nobody', ISSUER]);
    expect((await house.message(1)).kind).toBe('received');
    await expect(house.enter(await house.linkOf(2), claimCode)).resolves.toMatchObject({ outcome: 'open' });
    await expect(followedBy(house.club.desk, { controller: 'club', id: request.id, cookie })).resolves.toMatchObject({
      id: request.id,
    });
  });

  it('asks once by a sign-in, also with two hundred forms at once, and the same form is the same request', async () => {
    const house = askingHouse();
    const all = await Promise.allSettled(
      Array.from({ length: 200 }, (_each, form) => asks(house, { key: `form-${String(form)}` })),
    );
    const [first, ...more] = all.flatMap((each, form) =>
      each.status === 'fulfilled' ? [{ form, id: each.value.request.id }] : [],
    );
    expect(more).toEqual([]);
    const again = await asks(house, { key: `form-${String(first!.form)}` });
    expect(again.request.id).toBe(first!.id);
    await expect(asks(house, { key: 'form-201' })).rejects.toMatchObject(NOT_ACCEPTED);
    await expect(asks(house, { key: 'form-201', signIn: 'two' })).resolves.toBeDefined();
  });

  it.each<[string, Given]>([
    ['was a quarter of an hour ago', { ageMs: FRESH_MS + 1 }],
    ['will be', { ageMs: -60_000 }],
    ['tells of nothing to search with', { identifiers: [] }],
    ['tells of a name alone', { identifiers: [{ kind: 'name', value: 'Ann Martin' }] }],
  ])('asks for nothing by one that %s', async (_what, given) => {
    const house = askingHouse();
    await expect(asks(house, given)).rejects.toMatchObject(NOT_ACCEPTED);
    expect(await house.entries()).toEqual([]);
    // It is as good as before
    await expect(asks(house)).resolves.toBeDefined();
  });
});
