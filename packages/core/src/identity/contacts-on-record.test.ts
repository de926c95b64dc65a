import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, Secret } from '@habeas/connector-sdk';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import type { SourceBinding } from '../discovery/source.js';
import { cancelRequest, attestIdentity } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { type AskingHouse, askingHouse } from '../testing/asking-house.js';
import { ASSOCIATION, NEWSLETTER } from '../testing/association.js';
import { stopHouses } from '../testing/delivery-house.js';
import type { FakeCollection, FakeScript } from '../testing/fake-script.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, requestHouse } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import type { OutgoingMessage } from '../ports/mailer.js';
import { BETWEEN_CODES_MS, CODE_MINUTES, MOST_CODES, MOST_CONTACTS, TRIES_PER_CODE } from './address-proof.js';
import { drawContactCodes, endProbe } from './contact-codes.js';
import { sendCodeAgain } from './send-code.js';

afterEach(stopHouses);

const COPY: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const OPEN = { disclosed: () => COPY };
const BY_NUMBER = { identifiers: [{ kind: 'id', namespace: 'crm.member', value: '1' }] } as const;
const BY_PHONE = { identifiers: [{ kind: 'phone', value: '06 12 34 56 78' }] } as const;
const NOBODYS = { identifiers: [{ kind: 'id', namespace: 'crm.member', value: '99' }] } as const;

function members(rows: FakeCollection['rows'], id = 'club'): FakeScript {
  const identifiers: FakeCollection['identifiers'] = {
    id: { kind: 'id', namespace: 'crm.member' },
    email: { kind: 'email' },
    phone: { kind: 'phone' },
    name: { kind: 'name' },
  };
  return { id, collections: { person: { rows, identifiers } } };
}

const houseOf = (...scripts: readonly FakeScript[]): AskingHouse =>
  askingHouse(
    OPEN,
    scripts.map((each) => fakeSource(each)),
  );

/** Asks, and waits until the contacts on record were looked for. */
async function askedBy(house: AskingHouse, given: Parameters<AskingHouse['ask']>[0], key?: string) {
  const asked = await house.ask(given, key);
  await until(async () => (await house.club.get(asked.own.id)).contacts?.probe !== undefined);
  return { ...asked, probe: (await house.club.get(asked.own.id)).contacts?.probe };
}

describe('a code to a contact on record (IDV-02, R57)', () => {
  it.each([
    ['a number', BY_NUMBER],
    ['a telephone', BY_PHONE],
  ])('lets whoever gives no more than %s have their answer, with nobody touching it', async (_what, given) => {
    const house = houseOf(ASSOCIATION);
    const { own, claimCode, probe } = await askedBy(house, given);
    expect(probe).toBe('codes_sent');
    const { kind, to } = await house.message(1);
    expect([kind, to.reveal()]).toEqual(['code', 'ann@example.org']);
    await expect(house.prove(own, await house.codeIn(1))).resolves.toBe(true);
    const done = await house.club.workUntil(own.id, 'released');
    expect((await house.message(2)).kind).toBe('received');
    expect((await house.message(3)).to.reveal()).toBe('ann@example.org');
    await expect(house.enter(await house.linkOf(3), claimCode)).resolves.toMatchObject({ outcome: 'open' });
    const { identifiers, contacts } = await openSubjectFile(house.club.vault, done);
    // What was given is not proved by it: the record leads there
    expect(identifiers.map(({ kind: each, provedBy, isOnRecord }) => [each, provedBy !== undefined, isOnRecord])).toEqual([
      [given.identifiers[0].kind, false, undefined],
      ['email', true, true],
    ]);
    expect(contacts).toBeUndefined();
    expect(done.included).toBe(1);
  });

  it('goes to each address of one person by itself, and each proves no other', async () => {
    const house = houseOf(ASSOCIATION, NEWSLETTER);
    // As a form does, which asks for a number and knows what it is a number of
    const identifiersGiven = house.club.desk.sources
      .numberNamespacesOf('club')
      .map((namespace) => ({ ...BY_NUMBER.identifiers[0], namespace }));
    const { own } = await askedBy(house, { identifiers: identifiersGiven });
    const sent = [await house.message(1), await house.message(2)];
    expect(sent.map(({ to }) => to.reveal()).sort()).toEqual(['ann.m@example.test', 'ann@example.org']);
    expect(sent[0]!.facts.code).not.toBe(sent[1]!.facts.code);
    const second = sent.find(({ to }) => to.reveal() === 'ann.m@example.test')!;
    await expect(house.prove(own, String(second.facts.code))).resolves.toBe(true);
    const { identifiers } = await openSubjectFile(house.club.vault, await house.club.get(own.id));
    expect(identifiers.filter(({ provedBy }) => provedBy !== undefined).map(({ value }) => value)).toEqual([
      'ann.m@example.test',
    ]);
  });

  it('is read before the search, and by whoever was not sent it never', async () => {
    const house = houseOf(ASSOCIATION);
    const { own } = await askedBy(house, BY_NUMBER);
    const code = Number((await house.codeIn(1)).reveal());
    expect(await house.club.get(own.id)).toMatchObject({ state: 'received', ledger: [], rounds: 0 });
    // The two that were drawn with it went to nobody, and are good for nothing
    for (const drawn of [code + 1, code + 2]) {
      await expect(house.prove(own, String(drawn).padStart(8, '0'))).resolves.toBe(false);
    }
    await expect(house.club.get(own.id)).resolves.toMatchObject({ state: 'received' });
  });
});

describe('the look at the contacts on record', () => {
  const person = (id: number, email: string, name: string, phone = '+33612345678') => ({ id, email, name, phone });
  const two = members([person(1, 'ann@example.org', 'Ann Martin'), person(2, 'bob@example.org', 'Bob Dupont')]);
  const many = members(
    Array.from({ length: MOST_CONTACTS + 1 }, (_, index) => person(index + 1, `ann${String(index)}@example.org`, 'Ann Martin')),
  );
  const silent = members([person(1, '', 'Ann Martin')]);
  const shared = members([person(1, 'info@example.org', 'Ann Martin')]);
  const error = new ConnectorError('auth', 'The password is wrong.');
  const broken: FakeScript = { ...members([], 'broken'), faults: [{ at: 'locate', times: 99, error }] };
  const shut: FakeScript = { ...members([], 'shut'), faults: [{ at: 'open', times: 99, error }] };
  const halting: FakeScript = { ...ASSOCIATION, faults: [{ at: 'locate', after: 1, times: 99, error }] };
  const unusable: FakeScript = {
    id: 'slow',
    collections: { person: { rows: [{ id: 5, phone: '' }], identifiers: { phone: { kind: 'phone', mode: 'unusable' } } } },
  };
  const twoNameless = members([
    { id: 1, email: 'ann@example.org', phone: '', name: '' },
    { id: 2, email: 'mallory@post.test', phone: '+33698765432', name: '' },
  ]);
  const oneOfEach = { identifiers: [...BY_NUMBER.identifiers, { kind: 'phone', value: '06 98 76 54 32' }] } as const;
  const otherName = { identifiers: [...BY_NUMBER.identifiers, { kind: 'name', value: 'Bob Dupont' }] } as const;
  const numbers = Array.from({ length: 25 }, (_, index) => ({ ...BY_NUMBER.identifiers[0], value: String(index + 1_000) }));

  it.each<[string, string, readonly FakeScript[], Parameters<AskingHouse['ask']>[0]]>([
    ['no_record', 'nothing matches', [ASSOCIATION], NOBODYS],
    ['several_people', 'two people are known by one telephone', [two], BY_PHONE],
    ['several_people', 'what was given leads to records that share nothing', [twoNameless], oneOfEach],
    ['several_people', 'the record bears another name', [ASSOCIATION], otherName],
    ['too_many', 'more addresses stand there than are written to', [many], BY_PHONE],
    ['no_contact', 'no address stands on the record', [silent], BY_PHONE],
    ['no_contact', 'the address on record is one that several people read', [shared], BY_PHONE],
    ['failed', 'a source fails, whatever the others say', [ASSOCIATION, broken], BY_NUMBER],
    ['failed', 'a source fails after it has found somebody', [halting], BY_NUMBER],
    ['failed', 'a source cannot be opened, and no other knows anything', [ASSOCIATION, shut], NOBODYS],
    ['failed', 'a source cannot be asked by what was given', [ASSOCIATION, unusable], BY_PHONE],
    ['failed', 'there is no source that a program searches', [], BY_PHONE],
    ['failed', 'more was given than is looked for', [ASSOCIATION], { identifiers: numbers }],
  ])('sends nothing and tells those who decide %s where %s', async (outcome, _what, scripts, given) => {
    const house = houseOf(...scripts);
    const { own, probe } = await askedBy(house, given);
    expect(probe).toBe(outcome);
    expect([house.sent, house.club.faults]).toEqual([[], []]);
    await expect(house.club.get(own.id)).resolves.toMatchObject({ state: 'received', rounds: 0 });
    await attestIdentity(house.club.desk, house.officer(), own.id, [{ identifier: 1, provedBy: 'came by' }]);
    await expect(house.club.get(own.id)).resolves.toMatchObject({ state: 'ready' });
  });

  it('asks no source that people search, and opens no task', async () => {
    const binding = fakeSource(members([], 'paper'));
    const manual = { collections: [], instructions: undefined } as unknown as NonNullable<SourceBinding['manual']>;
    const house = askingHouse(OPEN, [fakeSource(ASSOCIATION), { ...binding, manual }]);
    expect((await askedBy(house, BY_NUMBER)).probe).toBe('codes_sent');
    expect(binding.calls).toEqual([]);
  });

  it('is told to nobody who asks: tries, waits and codes again are the same where nothing is on record', async () => {
    const stories = [];
    for (const given of [BY_NUMBER, NOBODYS]) {
      const house = houseOf(ASSOCIATION);
      const { own } = await askedBy(house, given);
      const { desk } = house.club;
      const story: unknown[] = [await sendCodeAgain(desk, own), (await house.club.get(own.id)).state];
      for (let sends = 2; sends <= MOST_CODES + 1; sends += 1) {
        for (let tries = 0; tries <= TRIES_PER_CODE; tries += 1) {
          const before = house.crypto.verified.length;
          story.push(await house.prove(own, '99999999'), house.crypto.verified.length - before);
        }
        house.clock.pass(BETWEEN_CODES_MS);
        story.push(await sendCodeAgain(desk, own), await sendCodeAgain(desk, own));
        await until(async () => (await stepsOf(house, own.id)).every((state) => state === 'done'));
      }
      stories.push([...story, (await house.club.get(own.id)).state, (await house.club.get(own.id)).version]);
      expect(house.club.faults).toEqual([]);
    }
    const [known, unknown] = stories.map((story) => story.slice(0, -1));
    expect(known).toEqual(unknown);
  });

  it('sends other codes to the same contacts when it is asked again, and the last count', async () => {
    const house = houseOf(ASSOCIATION);
    const { own } = await askedBy(house, BY_NUMBER);
    const first = await house.codeIn(1);
    house.clock.pass(BETWEEN_CODES_MS);
    await expect(sendCodeAgain(house.club.desk, own)).resolves.toBe(true);
    const second = await house.codeIn(2);
    await expect(house.prove(own, first)).resolves.toBe(false);
    await expect(house.prove(own, second)).resolves.toBe(true);
    await expect(house.prove(own, second)).resolves.toBe(false);
  });

  it('gives a code its whole time where the look was late', async () => {
    const house = houseOf(ASSOCIATION);
    await house.club.stop();
    const { own } = await house.ask(BY_NUMBER);
    house.clock.pass(CODE_MINUTES * 60_000);
    const later = requestHouse([fakeSource(ASSOCIATION)], {
      ...{ clock: house.clock, store: house.club.store, vault: house.club.vault, worker: 'worker-2' },
      mailer: { send: (message) => Promise.resolve({ receipt: String(sent.push(message)) }) },
    });
    const sent: OutgoingMessage[] = [];
    await until(() => sent.length === 1);
    await expect(house.prove(own, String(sent[0]!.facts.code))).resolves.toBe(true);
    await later.stop();
  });

  it('ends in nothing where the request was decided, proved or destroyed meanwhile', async () => {
    const house = houseOf(ASSOCIATION);
    await house.club.stop();
    const { own } = await house.ask(BY_NUMBER);
    const request = await house.club.get(own.id);
    const probe = { outcome: 'found', contacts: [new Secret('ann@example.org')] } as const;
    const end = { desk: house.club.desk, viewer: own.viewer, probe, codes: await drawContactCodes(house.crypto) };
    await house.club.store.transact((transaction) => endProbe(transaction, { ...request, state: 'ready' }, end));
    await cancelRequest(house.club.desk, OFFICER, own.id, 'Withdrawn.');
    await expect(stepsOf(house, own.id)).resolves.toEqual(['cancelled', 'pending']);
    await shredRequest(house.club.desk, OFFICER, own.id);
    await house.club.store.transact((transaction) => endProbe(transaction, request, end));
    expect(house.sent).toEqual([]);
  });

  it('is for a person where it cannot be made at all', async () => {
    const house = houseOf(ASSOCIATION);
    const { sources } = house.club.desk;
    const bindings = sources.bindingsOf('club');
    const broken = (): never => {
      throw new TypeError('A fault that should not be.');
    };
    Object.assign(sources, { bindingsOf: broken });
    const { own, probe } = await askedBy(house, BY_NUMBER);
    expect(probe).toBe('failed');
    await expect(house.club.get(own.id)).resolves.toMatchObject({ state: 'received' });
    await expect(stepsOf(house, own.id)).resolves.toEqual(['needs_attention']);
    Object.assign(sources, { bindingsOf: () => bindings });
    house.clock.pass(BETWEEN_CODES_MS);
    await sendCodeAgain(house.club.desk, own);
    await expect(house.prove(own, await house.codeIn(1))).resolves.toBe(true);
  });
});

async function stepsOf(house: AskingHouse, id: string): Promise<readonly string[]> {
  const steps = await house.club.store.transact((transaction) => transaction.steps.of('club', id));
  return steps.filter(({ kind }) => kind !== 'lapse').map(({ state }) => state);
}
