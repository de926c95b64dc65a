import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProofFacts } from '../proof/proof-facts.js';
import type { DataRequest } from '../request/data-request.js';
import { shredRequest } from '../request/shred-request.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { frenchCalendar } from '../testing/french-calendar.js';
import { refuseUnfounded, UNFOUNDED } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { FULL_REQUEST, sampleEntry, sampleRequest } from '../testing/store-contract/samples.js';
import { DEFAULT_DEADLINE_RULES } from '../deadline/rules.js';
import { type BundleFacts, bundleFacts } from './bundle-facts.js';
import { type BundleHouse, entriesOf, gatherBundle } from './gather-bundle.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const CLUB: BundleHouse = {
  name: 'The club',
  terms: {},
  keyed: ({ kind, exact }) => `${kind}#${String(exact.reveal().length)}`,
};
const officer = (): typeof OFFICER => ({ ...OFFICER, steppedUpAt: new Date() });
const wish = (withReasons = false) => ({ withReasons, house: CLUB });

describe('what an authority is shown of a request (LOG-05)', () => {
  it('is gathered once the trail says who takes it, and names what was given by kind and keyed hash alone', async () => {
    house = requestHouse([fakeSource(ASSOCIATION)]);
    const identifiers = [
      { kind: 'email', value: 'ann@example.org', provedBy: 'a mail' },
      { kind: 'phone', value: '06 12 34 56 78' },
      { kind: 'id', value: '7', namespace: 'club.member' },
    ] as const;
    const { id } = await house.open({ identifiers });
    const { facts, entry } = await gatherBundle(house.desk, OFFICER, id, wish());
    const [email, number] = [
      { kind: 'email', isProved: true, keyed: 'email#15' },
      { kind: 'id', isProved: false, keyed: 'id#1' },
    ];
    expect(facts.identifiers).toEqual([email, { kind: 'phone', isProved: false, keyed: 'phone#12' }, number]);
    const elsewhere = { ...house.desk, sources: { phoneRegionOf: () => undefined } };
    const other = (await gatherBundle(elsewhere, OFFICER, id, wish())).facts.identifiers;
    expect(other).toEqual([email, { kind: 'phone', isProved: false }, number]);
    expect(facts).toMatchObject({
      controller: { id: 'club', name: 'The club' },
      made: { by: 'stf_1' },
      request: { id, isKept: true },
    });
    expect(JSON.stringify(facts)).not.toContain('ann@example.org');
    const { items } = await house.store.transact(({ audit }) => audit.page('club', {}, { first: 2 }));
    expect(items[1]?.item).toMatchObject({ id: entry, action: 'evidence.export', object: { type: 'request', id }, details: { reasons: false } }); // prettier-ignore
  });

  it('has the reasons of decisions only where they were asked for, with a fresh proof of the person, and as long as they are kept', async () => {
    house = requestHouse([]);
    const { id } = await house.open();
    await refuseUnfounded(house.desk, OFFICER, id);
    await expect(gatherBundle(house.desk, OFFICER, id, wish(true))).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const { facts } = await gatherBundle(house.desk, officer(), id, wish(true));
    const { reason, claimed: ground } = UNFOUNDED;
    expect(facts.reasons).toMatchObject([{ event: 'refuse', by: 'stf_1', reason, ground }]);
    expect(JSON.stringify((await gatherBundle(house.desk, officer(), id, wish())).facts)).not.toContain('asked for no data');
    await shredRequest(house.desk, OFFICER, id);
    const gone = (await gatherBundle(house.desk, officer(), id, wish(true))).facts;
    expect(gone).toMatchObject({
      request: { state: 'shredded', isKept: false },
      identifiers: [{ kind: 'email', isProved: false }],
    });
    expect(gone.reasons).toBeUndefined();
  });

  it('is of no other controller', async () => {
    house = requestHouse([]);
    const { id } = await house.open();
    await expect(gatherBundle(house.desk, { ...OFFICER, controller: 'other' }, id, wish())).rejects.toMatchObject({ code: 'NOT_FOUND' }); // prettier-ignore
  });

  it('has every entry of the trail that has its place, however many they are, and of no other request', async () => {
    house = requestHouse([]);
    const { store } = house;
    const mine = { type: 'request', id: 'req_1' };
    const add = (id: string, object: typeof mine) => store.transact(({ audit }) => audit.add(sampleEntry({ id, controller: 'club', object }))); // prettier-ignore
    for (let index = 0; index < 205; index += 1) await add(`aud-${String(index)}`, mine);
    await add('aud-other', { type: 'request', id: 'req_2' });
    expect(await entriesOf(store, { controller: 'club', id: 'req_1' })).toEqual([]);
    const chained = {
      transact: ((work) =>
        store.transact((transaction) =>
          work({
            ...transaction,
            audit: {
              ...transaction.audit,
              page: async (...args) => {
                const page = await transaction.audit.page(...args);
                const placed = page.items.map((each) => ({
                  ...each,
                  item: { ...each.item, sequence: Number(each.item.id.slice(4)) + 1 },
                }));
                return { ...page, items: placed };
              },
            },
          }),
        )) as typeof store.transact,
    };
    const entries = await entriesOf(chained, { controller: 'club', id: 'req_1' });
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 205 }, (_, index) => index + 1));
  });
});

describe('the facts of an evidence bundle', () => {
  const look = {
    settings: { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES },
    at: new Date('2026-03-10T09:00:00Z'),
  };
  const factsOf = (request: DataRequest): BundleFacts =>
    bundleFacts({ request, look, terms: {}, controllerName: 'The club', by: 'stf_1', identifiers: [] });

  it('are dates with how they came about and their calendar, questions, gate, ledger and the digests of archives', () => {
    const facts = factsOf(FULL_REQUEST);
    expect(facts.deadlines).toMatchObject({
      zone: 'Europe/Paris',
      calendar: { id: 'FR' },
      received: '2026-03-01',
      lateFrom: expect.any(String),
    });
    expect(facts.deadlines.dueSafe.trace.length).toBeGreaterThan(0);
    expect(facts.clock.questions).toHaveLength(1);
    expect(facts.gate).toMatchObject({ release: 'dpo' });
    expect(facts.search).toMatchObject({ complete: false, ledger: [{ source: 'crm', outcome: 'failed' }] });
    expect(facts.answers[0]?.archive).toEqual({ bytes: 10, sha256: 'a'.repeat(64), records: 1, files: 0 });
  });

  it('hold no key, no name in the vault and nothing sealed', () => {
    const text = JSON.stringify(factsOf(FULL_REQUEST));
    for (const secret of ['wrapped', 'sealed', 'archive/1-1', 'search/', 'blob', 'dataKey']) expect(text).not.toContain(secret);
  });

  it('are there of a request of which nothing is known yet', () => {
    const facts = factsOf(sampleRequest());
    expect(facts).toMatchObject({ answers: [], search: { tasks: [], ledger: [] }, request: { isKept: false } });
    expect([facts.gate, facts.search.complete, facts.request.onBehalf, facts.proof.document]).toEqual([undefined, undefined, undefined, undefined]); // prettier-ignore
  });

  it('say of a document what was decided, and nothing of the copy', () => {
    const demanded = {
      demandedAt: '2026-03-02T09:00:00.000Z',
      demandedBy: 'stf_2',
      harm: 'high',
      isSpecial: false,
      handedIn: 1,
    } as const;
    const held = { number: 1, type: 'image/png', bytes: 9, dataKey: 'wrap', deleteBy: '2026-03-03T09:00:00.000Z' } as const;
    const proof = (document: NonNullable<ProofFacts['document']>): ProofFacts => ({
      onBehalf: 'proxy',
      brought: [],
      doubts: [],
      document,
    });
    const open = factsOf(sampleRequest({ proof: proof({ ...demanded, held }) }));
    expect(open.proof.document).toEqual(demanded);
    expect(open.request.onBehalf).toBe('proxy');
    const checked = { kind: 'passport', outcome: 'accepted', at: '2026-03-03T09:00:00.000Z', by: 'stf_2' } as const;
    expect(factsOf(sampleRequest({ proof: proof({ ...demanded, checked }) })).proof.document).toEqual({ ...demanded, checked });
  });

  it('say of searches by hand when, by whom and how much, and nothing of what was found', () => {
    const task = { id: 't1', source: 'paper', openedAt: '2026-03-02T09:00:00.000Z', dueAt: '2026-03-12T09:00:00.000Z' };
    const end = { outcome: 'found', by: 'stf_3', at: '2026-03-04T09:00:00.000Z', blob: 'task/1', rows: 2 } as const;
    const files = [{ id: 'f1', collection: 'letters', blob: 'task/2', bytes: 3 }];
    const tasks = [task, { ...task, id: 't2', files, end }, { ...task, id: 't3', end: { ...end, files: 1 } }];
    const { outcome, by, at, rows } = end;
    expect(factsOf(sampleRequest({ tasks })).search.tasks).toEqual([
      task,
      { ...task, id: 't2', end: { outcome, by, at, rows } },
      { ...task, id: 't3', end: { outcome, by, at, rows, files: 1 } },
    ]);
  });
});
