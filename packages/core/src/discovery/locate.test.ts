import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { type FakeCollection, type FakeQuirk, type FakeScript, fakeSource } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { discoverEverything } from '../testing/run-discovery.js';

const LOST = new ConnectorError('transient', 'Connection lost.');
const DENIED = new ConnectorError('permission', 'Not yours to read.', { remedy: 'Grant SELECT.' });

const members = (changes: Partial<FakeCollection>): FakeScript => ({
  id: 'crm',
  collections: { ...ASSOCIATION.collections, member: { ...(ASSOCIATION.collections['member'] as FakeCollection), ...changes } },
});
const withQuirk = (...quirks: readonly FakeQuirk[]): FakeScript => members({ quirks });

describe('locate', () => {
  it('drops and counts hits that do not hold on re-check', async () => {
    const { entry, records, outcomes } = await discoverEverything({
      sources: [fakeSource(withQuirk('everyone'))],
      limits: { rounds: 1 },
    });
    expect(records.filter((record) => record.includes('member'))).toEqual(['crm/member 1']);
    expect([entry('crm/member').dropped, outcomes['crm/member']]).toEqual([2, 'partial!']);
  });

  it('holds a collection for failed when not one of its hits holds', async () => {
    const sources = [fakeSource(withQuirk('everyone')), fakeSource(TICKETS)];
    const { entry, outcomes, records } = await discoverEverything({ sources, subject: subjectOf('email:carol@example.test') });
    expect(entry('crm/member')).toMatchObject({
      outcome: 'failed',
      dropped: 3,
      blocking: true,
      problem: { errorClass: 'contract' },
    });
    expect([outcomes['crm/order'], records]).toEqual(['failed!', ['shop/attendee 8']]);
  });

  it('counts a hit once that comes twice', async () => {
    const { entry } = await discoverEverything({ sources: [fakeSource(withQuirk('repeats'))] });
    expect([entry('crm/member').included, entry('crm/member').records]).toEqual([1, 1]);
  });

  it('stops a source that returns more hits than a limit, and keeps what it has', async () => {
    const { entry, records } = await discoverEverything({
      sources: [fakeSource(withQuirk('endless'))],
      limits: { hitsPerSource: 50 },
    });
    expect(entry('crm/member')).toMatchObject({ outcome: 'partial', problem: { errorClass: 'quota' } });
    expect(records).toContain('crm/member 1');
  });

  it('holds a collection for failed of which the source does not say how its search ended', async () => {
    const { entry } = await discoverEverything({ sources: [fakeSource(withQuirk('unreported'))] });
    expect(entry('crm/member')).toMatchObject({ outcome: 'partial', problem: { errorClass: 'contract' } });
  });

  it('holds a source for failed that answers for a collection it does not declare', async () => {
    const { entry } = await discoverEverything({
      sources: [fakeSource(withQuirk('undeclared'))],
      subject: subjectOf('email:zoe@example.org'),
    });
    expect(entry('crm/member')).toMatchObject({ outcome: 'failed', problem: { errorClass: 'contract' } });
  });

  it('searches again after a fault, and takes no hit twice', async () => {
    const source = fakeSource({ ...ASSOCIATION, faults: [{ at: 'locate', after: 1, error: LOST, times: 3 }] });
    const { entry, account } = await discoverEverything({ sources: [source] });
    expect(entry('crm/member')).toMatchObject({ outcome: 'complete', included: 1, attempts: 4 });
    expect(account.complete).toBe(true);
  });

  it('keeps what was found before a fault, and says that more may be missing', async () => {
    const faults = [{ at: 'locate', after: 1, error: DENIED }] as const;
    const { entry, records } = await discoverEverything({
      sources: [fakeSource({ ...ASSOCIATION, faults }), fakeSource(TICKETS)],
    });
    expect(entry('crm/member')).toMatchObject({
      outcome: 'partial',
      problem: { errorClass: 'permission', remedy: 'Grant SELECT.' },
    });
    expect(entry('crm/order').problem?.message).toBe('It is reached through member: Not yours to read.');
    expect(records).toContain('crm/order 10');
  });

  it('takes a programming fault of a connector for a breach of contract, not for "nothing found"', async () => {
    const faults = [{ at: 'locate', error: new TypeError('x is not a function') }] as const;
    const { entry } = await discoverEverything({ sources: [fakeSource({ ...ASSOCIATION, faults })] });
    expect(entry('crm/member')).toMatchObject({ outcome: 'failed', attempts: 1, problem: { errorClass: 'contract' } });
  });

  it('believes a source that says it could not search to the end', async () => {
    const located = { outcome: 'partial', dropped: 2, problem: { errorClass: 'quota', message: 'Only 50 hits.' } } as const;
    const { outcomes, entry } = await discoverEverything({ sources: [fakeSource(members({ located }))], limits: { rounds: 1 } });
    expect(outcomes).toEqual({ 'crm/line': 'partial!', 'crm/member': 'partial!', 'crm/order': 'partial!' });
    expect(entry('crm/member')).toMatchObject({ dropped: 2, problem: { message: 'Only 50 hits.' } });
  });

  it('does not ask a source that knows none of the kinds', async () => {
    const source = fakeSource(ASSOCIATION);
    const { outcomes, entry } = await discoverEverything({ sources: [source], subject: subjectOf('id:shop.customer:7') });
    expect(source.calls).toEqual(['open', 'close']);
    expect(outcomes).toEqual({ 'crm/line': 'skipped!', 'crm/member': 'skipped!', 'crm/order': 'skipped!' });
    expect(entry('crm/order').reason?.remedy).toBe('Ask for an e-mail address or an id of crm.member or a phone number.');
  });

  it('says that a collection cannot be searched by a kind that is known', async () => {
    const identifiers = { email: { kind: 'email' }, phone: { kind: 'phone', mode: 'unusable' } } as const;
    const source = fakeSource(members({ identifiers }));
    const { outcomes, entry } = await discoverEverything({
      sources: [source],
      subject: subjectOf('email:ann@example.org', 'phone:+33612345678'),
    });
    expect(outcomes['crm/member']).toBe('partial!');
    expect(entry('crm/member').reason?.message).toBe('It cannot be searched by a phone number, though it holds one.');
  });

  it('believes a source that finds a way where it could promise none', async () => {
    const identifiers = { email: { kind: 'email', mode: 'unusable' } } as const;
    const lookups = [{ kind: 'email', field: 'email', mode: 'scan' }] as const;
    const sources = [
      fakeSource(members({ identifiers, located: { lookups } })),
      fakeSource({ ...members({ identifiers }), id: 'old' }),
    ];
    const { outcomes } = await discoverEverything({ sources, subject: subjectOf('email:zoe@example.org') });
    expect(outcomes).toMatchObject({
      'crm/member': 'empty',
      'crm/order': 'empty',
      'old/member': 'unsupported!',
      'old/order': 'unsupported!',
    });
  });

  it('reads national phone numbers in the region of the source', async () => {
    const rows = [{ id: 1, email: '', first: 'Ann', last: 'Martin', phone: '06 12 34 56 78' }];
    const source = fakeSource({ ...members({ rows }), phoneRegion: 'FR' });
    const { entry } = await discoverEverything({ sources: [source], subject: subjectOf('phone:+33612345678') });
    expect(entry('crm/member').included).toBe(1);
  });
});

describe('the standing of a field', () => {
  const contact = (rest: Partial<FakeCollection>): FakeScript => ({
    id: 'crm',
    collections: {
      contact: {
        rows: [{ id: 1, email: 'ann@example.org', emergency: 'bob@example.org', note: 'bob@example.org', name: 'Ann Martin' }],
        identifiers: { email: { kind: 'email' }, emergency: { kind: 'email' }, name: { kind: 'name' } },
        thirdParty: ['emergency'],
        freeText: ['note'],
        ...rest,
      },
    },
  });

  it('keeps other people’s data from being followed', async () => {
    const { account } = await discoverEverything({ sources: [fakeSource(contact({})), fakeSource(NEWSLETTER)] });
    expect(account.identifiers.map(({ value }) => value)).toEqual(['ann@example.org']);
  });

  it('queues a record that only mentions the subject, and teaches nothing about its owner', async () => {
    const { account, records } = await discoverEverything({
      sources: [fakeSource(contact({}))],
      subject: subjectOf('email:bob@example.org'),
    });
    expect(account.matches.map(({ tier, reasons }) => [tier, reasons])).toEqual([['F', ['mention-only']]]);
    expect([records, account.identifiers.length]).toEqual([[], 1]);
  });

  it('queues a hit in text that a person wrote', async () => {
    const identifiers = { note: { kind: 'email' } } as const;
    const { account } = await discoverEverything({
      sources: [fakeSource(contact({ identifiers }))],
      subject: subjectOf('email:bob@example.org'),
    });
    expect(account.matches.map(({ tier, reasons }) => [tier, reasons])).toEqual([['B', ['free-text']]]);
  });

  it('knows a collection in which each record is a person', async () => {
    const many = Array.from({ length: 6 }, (_, id) => ({ id, email: 'none@example.org', holder: 1 }));
    const person: FakeCollection = { rows: many, identifiers: { id: { kind: 'id', namespace: 'p' }, email: { kind: 'email' } } };
    const subject = subjectOf('email:none@example.org');
    const queued = async (collection: FakeCollection): Promise<number | undefined> =>
      (await discoverEverything({ sources: [fakeSource({ id: 's', collections: { person: collection } })], subject })).entry(
        's/person',
      ).queued;
    expect(await queued(person)).toBe(6);
    expect(await queued({ ...person, identifiers: { email: { kind: 'email' } } })).toBe(0);
    expect(await queued({ ...person, key: ['id', 'email'] })).toBe(0);
    expect(await queued({ ...person, spec: { fields: [] } })).toBe(6);
    expect(await queued({ ...person, owner: { collection: 'holder', field: 'holder' } })).toBe(0);
    expect(
      await queued({
        ...person,
        spec: {
          lookups: [
            { kind: 'email', field: 'email', mode: 'index' },
            { kind: 'id', namespace: 'p', field: 'person.id', mode: 'exact' },
          ],
        },
      }),
    ).toBe(6);
  });
});
