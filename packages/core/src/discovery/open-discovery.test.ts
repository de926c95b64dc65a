import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass, InvalidInputError, type Outcome } from '@habeas/connector-sdk';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { type FakeCollection, type FakeScript, fakeSource, fixedRandom, ManualClock } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { discoverEverything } from '../testing/run-discovery.js';
import { openDiscovery } from './open-discovery.js';
import type { ProgressEvent } from './progress.js';

const LOST = new ConnectorError('transient', 'Connection lost.');
const ANN = subjectOf('email:ann@example.org');
const fake = (): { clock: ManualClock; random: ReturnType<typeof fixedRandom> } => ({
  clock: new ManualClock(),
  random: fixedRandom(),
});

describe('discover', () => {
  it('follows identifiers over all sources until nothing new appears, and shows the path (SCP-10)', async () => {
    const found = await discoverEverything({ sources: [TICKETS, NEWSLETTER, ASSOCIATION].map(fakeSource) });
    expect(found.records).toEqual([
      'crm/line 100',
      'crm/line 102',
      'crm/member 1',
      'crm/order 10',
      'crm/order 12',
      'crm/order 13',
      'crm/order 14',
      'mail/subscriber x',
      'shop/attendee 7',
    ]);
    expect(found.account.complete).toBe(true);
    expect(
      found.account.identifiers.map(({ id, kind, status, learntFrom, round }) => [
        id,
        kind,
        status,
        learntFrom?.match,
        learntFrom?.field,
        round,
      ]),
    ).toEqual([
      ['i1', 'email', 'verified', undefined, undefined, 1],
      ['i2', 'id', 'derived', 'm1', 'member.id', 2],
      ['i3', 'phone', 'derived', 'm1', 'member.phone', 2],
      ['i4', 'email', 'derived', 'm2', 'subscriber.email', 3],
    ]);
    expect(
      found.account.matches.map(({ id, source, round, tier, reasons }) => [id, source, round, tier, reasons.join()]),
    ).toEqual([
      ['m1', 'crm', 1, 'A', 'verified-exact'],
      ['m2', 'mail', 2, 'E', 'issuer-id,corroborated-name'],
      ['m3', 'shop', 3, 'E', 'corroborated-name'],
    ]);
    expect(found.account.matches[2]?.evidence).toEqual([{ identifier: 'i4', field: 'attendee.email', how: 'equal' }]);
  });

  it('never finds another person of the same name', async () => {
    const { records } = await discoverEverything({
      sources: [fakeSource(ASSOCIATION)],
      subject: subjectOf('email:ann.b@example.org', 'name:Ann Martin'),
    });
    expect(records).toEqual(['crm/member 3']);
  });

  it('finds nothing of somebody who is nowhere, and says that all was searched', async () => {
    const sources = [ASSOCIATION, TICKETS].map(fakeSource);
    const { account, records, outcomes } = await discoverEverything({ sources, subject: subjectOf('email:zoe@example.org') });
    expect([records, account.complete]).toEqual([[], true]);
    expect(outcomes).toEqual({
      'crm/line': 'empty',
      'crm/member': 'empty',
      'crm/order': 'empty',
      'shop/attendee': 'empty',
      'shop/price': 'skipped',
    });
  });

  it('includes nothing that an identifier of several people leads to, and follows none of it', async () => {
    const family: FakeScript = {
      id: 'crm',
      collections: {
        member: {
          ...ASSOCIATION.collections['member'],
          rows: [
            { id: 1, email: 'martin@example.org', first: 'Ann', last: 'Martin', phone: '+33612345678' },
            { id: 2, email: 'martin@example.org', first: 'Bob', last: 'Martin', phone: '+33698765432' },
          ],
        },
      },
    };
    const { account, records, entry } = await discoverEverything({
      sources: [fakeSource(family)],
      subject: subjectOf('email:martin@example.org'),
    });
    expect(records).toEqual([]);
    expect(account.identifiers.map(({ status }) => status)).toEqual(['ambiguous']);
    expect(account.matches.map(({ tier, reasons }) => [tier, reasons])).toEqual([
      ['B', ['several-people', 'identifiers-not-followed']],
      ['B', ['several-people', 'identifiers-not-followed']],
    ]);
    expect(entry('crm/member')).toMatchObject({
      outcome: 'empty',
      queued: 2,
      blocking: true,
      reason: { remedy: 'Review the queued matches.' },
    });
    expect(account.complete).toBe(false);
  });

  it('searches no unverified identifier, until a record of the subject confirms it', async () => {
    const source = fakeSource(ASSOCIATION);
    const subject = subjectOf('email:ann@example.org', '?phone:+33612345678', '?email:bob@example.org', '?name:Ann Martin');
    const { account, records } = await discoverEverything({ sources: [source], subject });
    expect(records).not.toContain('crm/member 2');
    expect(account.identifiers.map(({ kind, status, round }) => [kind, status, round])).toEqual([
      ['email', 'verified', 1],
      ['phone', 'derived', 2],
      ['email', 'unverified', 0],
      ['name', 'unverified', 0],
      ['id', 'derived', 2],
    ]);
  });

  it('takes back what it learnt through an identifier that turns out to be several people’s', async () => {
    const names = { name: { kind: 'name' } } as const;
    const orders: FakeCollection = {
      rows: [{ id: 1, phone: '+33612345678', other: 'ann.m@example.test', third: '+33698765432', name: 'Ann Martin' }],
      identifiers: { ...names, phone: { kind: 'phone' }, other: { kind: 'email' }, third: { kind: 'phone' } },
    };
    const visits: FakeCollection = {
      rows: ['Ann Martin', 'Bob Durand'].map((name, id) => ({ id, email: 'ann.m@example.test', phone: '+33612345678', name })),
      identifiers: { ...names, email: { kind: 'email' }, phone: { kind: 'phone' } },
      spec: { lookups: [{ kind: 'email', field: 'email', mode: 'index' }] },
    };
    const shop = fakeSource({ id: 'shop', collections: { orders, visits } });
    const { account, records } = await discoverEverything({ sources: [fakeSource(ASSOCIATION), shop] });
    expect(records).not.toContainEqual(expect.stringContaining('shop'));
    expect(account.identifiers.map(({ value, status, round }) => [value, status, round])).toEqual([
      ['ann@example.org', 'verified', 1],
      ['1', 'derived', 2],
      ['+33612345678', 'ambiguous', 2],
      ['ann.m@example.test', 'ambiguous', 3],
      ['+33698765432', 'ambiguous', 3],
    ]);
    expect(account.matches.filter(({ source }) => source === 'shop').map(({ tier, reasons }) => [tier, reasons[0]])).toEqual([
      ['C', 'several-people'],
      ['C', 'several-people'],
      ['C', 'contradicts-name'],
    ]);
  });

  it.each<[ErrorClass, Outcome, number]>([
    ['auth', 'denied', 1],
    ['permission', 'denied', 1],
    ['quota', 'throttled', 1],
    ['throttle', 'throttled', 4],
    ['transient', 'failed', 4],
    ['not-found', 'failed', 1],
    ['contract', 'failed', 1],
  ])('reports a source that cannot be opened (%s) as %s and goes on with the others', async (errorClass, outcome, attempts) => {
    const error = new ConnectorError(errorClass, 'No.', { remedy: 'Mend it.' });
    const broken = fakeSource({ ...NEWSLETTER, faults: [{ at: 'open', error, times: 9 }] });
    const { entry, records, account } = await discoverEverything({ sources: [broken, fakeSource(ASSOCIATION)] });
    expect(entry('mail/*')).toMatchObject({
      outcome,
      blocking: true,
      attempts,
      problem: { errorClass, message: 'No.', remedy: 'Mend it.' },
    });
    expect(records).toContain('crm/member 1');
    expect(account.complete).toBe(false);
  });

  it('opens a source that is down for a moment', async () => {
    const source = fakeSource({ ...ASSOCIATION, faults: [{ at: 'open', error: LOST, times: 3 }] });
    const { account } = await discoverEverything({ sources: [source] });
    expect([account.complete, source.calls.filter((call) => call === 'open').length]).toEqual([true, 4]);
  });

  it('reports a source that declares no collections at all', async () => {
    const { outcomes } = await discoverEverything({ sources: [fakeSource({ id: 'void', collections: {} })] });
    expect(outcomes).toEqual({ 'void/*': 'unsupported!' });
  });

  it('says what a limit of identifiers or rounds left out', async () => {
    const sources = [ASSOCIATION, NEWSLETTER].map(fakeSource);
    const few = await discoverEverything({ sources, limits: { identifiers: 2 } });
    expect(few.outcomes).toEqual({
      'crm/line': 'partial!',
      'crm/member': 'partial!',
      'crm/order': 'partial!',
      'mail/subscriber': 'partial!',
    });
    expect(few.entry('crm/order').reason?.message).toBe(
      'It is reached through member: 2 more identifiers of the person were found and not searched: a limit was reached.',
    );
    expect(few.account.identifiers.map(({ round }) => round)).toEqual([1, 2, 0, 0]);
    const short = await discoverEverything({ sources: [ASSOCIATION, NEWSLETTER].map(fakeSource), limits: { rounds: 1 } });
    expect(short.account.complete).toBe(false);
    expect(short.outcomes['mail/subscriber']).toBe('partial!');
  });

  it('tells its progress without personal data', async () => {
    const events: ProgressEvent[] = [];
    const sources = [
      ASSOCIATION,
      { ...NEWSLETTER, faults: [{ at: 'locate' as const, error: LOST }] },
      { ...TICKETS, faults: [{ at: 'open' as const, error: new ConnectorError('auth', 'No.') }] },
    ];
    await discoverEverything({ sources: sources.map(fakeSource), onProgress: (event) => events.push(event) });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set([
        'source-opened',
        'source-unavailable',
        'retrying',
        'round-started',
        'located',
        'decided',
        'read-started',
        'read-progress',
        'read-done',
      ]),
    );
    expect(events).toContainEqual({ type: 'decided', round: 1, included: 1, queued: 0, newIdentifiers: 2 });
    expect(events).toContainEqual({
      type: 'read-done',
      source: 'crm',
      collection: 'order',
      outcome: 'complete',
      records: 4,
      files: 0,
    });
    expect(JSON.stringify(events)).not.toMatch(/ann|martin|example|336/iu);
  });

  it('shows the ledger before anything is read', async () => {
    const found = await openDiscovery({ sources: [fakeSource(ASSOCIATION)], subject: ANN, ...fake() }).discover();
    expect([found.included.length, found.queued.length, found.identifiers.length]).toEqual([1, 0, 3]);
    expect(found.ledgerSoFar().map(({ collection, outcome }) => [collection, outcome])).toEqual([
      ['line', 'skipped'],
      ['member', 'skipped'],
      ['order', 'skipped'],
    ]);
    await found.close();
  });

  it('refuses two sources with one id, a second search, and a second read', async () => {
    const sources = [fakeSource(ASSOCIATION), fakeSource(ASSOCIATION)];
    expect(() => openDiscovery({ sources, subject: ANN })).toThrow(InvalidInputError);
    const run = openDiscovery({ sources: [fakeSource(ASSOCIATION)], subject: ANN, ...fake() });
    const found = await run.discover();
    await expect(run.discover()).rejects.toThrow('made once');
    const findings = found.read();
    expect(() => found.read()).toThrow('read once');
    expect(() => findings.account()).toThrow('consumed');
    findings.collections();
    expect(() => findings.collections()).toThrow('consumed once');
    await run.close();
  });
});
