import { afterEach, describe, expect, it } from '@jest/globals';
import type { CollectionSpec } from '@habeas/connector-sdk';
import { releaseRequest } from '../request/decide-request.js';
import { fakeSource } from '../testing/fake-source.js';
import type { FakeScript } from '../testing/fake-script.js';
import { type HouseOptions, OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { checkKnownFacts, FACT_TRIES, type FactsCheck } from './check-known-facts.js';
import { proofStanding } from './proof-standing.js';
import type { SaidFact } from './said-facts.js';
import { viewProvableFacts } from './view-provable-facts.js';

const FIELDS: CollectionSpec['fields'] = [
  { name: 'number', type: 'string' },
  { name: 'guest', type: 'integer' },
  { name: 'madeAt', type: 'datetime' },
  { name: 'room', type: 'string' },
  { name: 'nights', type: 'integer' },
  { name: 'paid', type: 'boolean' },
  { name: 'diet', type: 'string', special: true },
  { name: 'companion', type: 'string', thirdParty: true },
  { name: 'note', type: 'string', freeText: true },
  { name: 'status', type: 'string', codes: { CONF: { en: 'Confirmed' } } },
  { name: 'extra', type: 'string', unclassified: true },
  { name: 'gone', type: 'string' },
];
const REST = {
  ...{ nights: 20_260_301, paid: true, diet: 'vegan', companion: 'Bob Dupont' },
  ...{ note: 'Arrives late', status: 'CONF', extra: 'more' },
};
const HOSTEL: FakeScript = {
  id: 'hostel',
  collections: {
    guest: {
      rows: [
        { id: 1, email: 'ann@example.org', city: 'Lyon-Vaise' },
        { id: 2, email: 'bob@example.org', city: 'Marseille' },
      ],
      identifiers: { email: { kind: 'email' } },
    },
    booking: {
      rows: [
        { number: 'BK 7781', guest: 1, madeAt: '2026-03-01 09:30:00', room: 'Lilac Room', ...REST, gone: null },
        { number: 'BK 7790', guest: 1, madeAt: '2026-05-02 18:00:00', room: 'Rose Room', ...REST, gone: null },
        { number: 'BK 9999', guest: 2, madeAt: '2026-07-07 18:00:00', room: 'Blue Room', ...REST, gone: null },
      ],
      key: ['number'],
      owner: { collection: 'guest', field: 'guest' },
      spec: { fields: FIELDS },
    },
    visit: {
      rows: [{ id: 5, guest: 1, day: '2026-03-01' }],
      owner: { collection: 'guest', field: 'guest' },
      spec: { nature: 'consultation-log' },
    },
    locker: { rows: [{ id: 5, guest: 2, label: 'By the stairs' }], owner: { collection: 'guest', field: 'guest' } },
  },
};

const houses: RequestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop();
});

const fact = (field: string, value: string, collection = 'booking'): SaidFact => ({ source: 'hostel', collection, field, value });
const OFFICER_NOW = () => ({ ...OFFICER, steppedUpAt: new Date() });
const RIGHT = [fact('number', ' bk 7781'), fact('madeAt', '2026-03-01')];

async function waiting(options: HouseOptions = {}) {
  const house = requestHouse([fakeSource(HOSTEL)], options);
  houses.push(house);
  const { id } = await house.open();
  await house.workUntil(id, 'awaiting_release');
  const check = (...facts: readonly SaidFact[]): Promise<FactsCheck> => checkKnownFacts(house.desk, OFFICER_NOW(), id, facts);
  return { house, id, check };
}

describe('facts that a person says of themselves (IDV-02)', () => {
  it('prove who they are where all of them stand on what was found, however they are written', async () => {
    const { house, id, check } = await waiting();
    expect(proofStanding(await house.get(id))).toMatchObject({ reached: 'L1' });
    await expect(check(...RIGHT)).resolves.toEqual({ isRight: true, triesLeft: 2 });
    expect(proofStanding(await house.get(id))).toMatchObject({ reached: 'L2' });
    await expect(check(fact('room', 'ROSE room'), fact('city', 'lyon-vaise', 'guest'))).resolves.toMatchObject({ isRight: true });
    await expect(check(fact('nights', '20260301'), fact('madeAt', '2026-05-02T'))).resolves.toMatchObject({ isRight: false });
  });

  it.each([
    ['one of them is wrong', [fact('number', 'BK 7781'), fact('madeAt', '2026-03-02')]],
    ['they stand on two records', [fact('number', 'BK 7781'), fact('room', 'Rose Room')]],
    ['they are somebody else’s', [fact('number', 'BK 9999'), fact('madeAt', '2026-07-07')]],
    ['they are part of what is held', [fact('number', 'BK 7781'), fact('room', 'Lilac')]],
    ['nothing is held there', [fact('number', 'BK 7781'), fact('gone', 'null')]],
    ['one of two collections says something else', [fact('number', 'BK 7781'), fact('city', 'Paris', 'guest')]],
  ])('prove nothing where %s, and all that is said is that they are not right', async (_why, facts) => {
    const { house, id, check } = await waiting();
    await expect(check(...facts)).resolves.toEqual({ isRight: false, triesLeft: 2 });
    expect(proofStanding(await house.get(id))).toMatchObject({ reached: 'L1' });
  });

  it.each([
    ['what they were searched by', [fact('number', 'BK 7781'), fact('email', 'Ann@example.org', 'guest')]],
    ['something short', [fact('number', 'BK 7781'), fact('guest', '1')]],
    ['one fact alone', [fact('number', 'BK 7781')]],
    ['one fact twice', [fact('number', 'BK 7781'), fact('number', 'bk7781')]],
    ['six facts', Array.from({ length: 6 }, (_, each) => fact('number', `BK 778${String(each)}`))],
    ...['paid', 'diet', 'companion', 'note', 'status', 'extra', 'none'].map(
      (field) => [`a field like ${field}`, [fact('number', 'BK 7781'), fact(field, 'Confirmed')]] as const,
    ),
    ['a log of who looked', [fact('number', 'BK 7781'), fact('day', '2026-03-01', 'visit')]],
    ['a collection without records', [fact('number', 'BK 7781'), fact('label', 'By the stairs', 'locker')]],
  ])('are no proof, and no try, where it is %s', async (_what, facts) => {
    const { check } = await waiting();
    await expect(check(...facts)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(check(...RIGHT)).resolves.toEqual({ isRight: true, triesLeft: 2 });
  });

  it('can be guessed three times, also two hundred at once', async () => {
    const { check } = await waiting();
    const guesses = Array.from({ length: 200 }, (_, guess) =>
      check(fact('number', `BK ${String(guess)}00`), fact('madeAt', '2026-03-01')),
    );
    const all = await Promise.allSettled(guesses);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(FACT_TRIES);
    const refused = all.filter((each) => each.status === 'rejected').map(({ reason }) => (reason as { code: string }).code);
    expect(new Set(refused)).toEqual(new Set(['LIMITED']));
    await expect(check(...RIGHT)).rejects.toMatchObject({ code: 'LIMITED' });
  });

  it('are in the trail by their number, and are kept nowhere', async () => {
    const { house, id, check } = await waiting();
    await check(...RIGHT);
    const { items } = await house.store.transact(({ audit }) => audit.page('club', {}, { first: 10 }));
    const entries = items.map(({ item }) => item).filter(({ action }) => action.startsWith('identity.'));
    expect(entries.map(({ action, details }) => [action, details])).toEqual([
      ['identity.facts', { isRight: true, facts: 2 }],
      ['identity.facts.try', { tries: 1 }],
    ]);
    expect(JSON.stringify([entries, (await house.get(id)).proof])).not.toContain('7781');
  });

  it('are compared for somebody who has just proved that it is them, while an answer waits that has something in it', async () => {
    const { house, id, check } = await waiting();
    await expect(checkKnownFacts(house.desk, OFFICER, id, RIGHT)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(checkKnownFacts(house.desk, OFFICER_NOW(), 'req_none', RIGHT)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const early = await house.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    await expect(checkKnownFacts(house.desk, OFFICER_NOW(), early.id, RIGHT)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const unknown = await house.open({ identifiers: [{ kind: 'email', value: 'no@example.org', provedBy: 'a mail' }] });
    await house.workUntil(unknown.id, 'awaiting_release');
    await expect(checkKnownFacts(house.desk, OFFICER_NOW(), unknown.id, RIGHT)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect((await viewProvableFacts(house.desk, await house.get(id))).map(({ field }) => field.name)).toEqual(
      expect.arrayContaining(['number', 'madeAt', 'room', 'city']),
    );
    await releaseRequest(house.desk, OFFICER_NOW(), id, { days: 7 });
    await expect(check(...RIGHT)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(viewProvableFacts(house.desk, await house.get(id))).resolves.toEqual([]);
  });
});
