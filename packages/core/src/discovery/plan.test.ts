import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { type FakeScript, fakeSource, fixedRandom, ManualClock } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { openDiscovery } from './open-discovery.js';

const ANN = subjectOf('email:ann@example.org');
const fake = (): { clock: ManualClock; random: ReturnType<typeof fixedRandom> } => ({
  clock: new ManualClock(),
  random: fixedRandom(),
});

describe('plan', () => {
  it('says what would be searched and what cannot be, before anything is fetched', async () => {
    const scripts: FakeScript[] = [
      { ...ASSOCIATION, estimates: true },
      TICKETS,
      {
        id: 'calls',
        collections: { call: { rows: [{ id: 1, phone: '' }], identifiers: { phone: { kind: 'phone', mode: 'scan' } } } },
      },
      { ...NEWSLETTER, faults: [{ at: 'open', error: new ConnectorError('auth', 'No.') }] },
    ];
    const sources = scripts.map(fakeSource);
    const run = openDiscovery({ sources, subject: ANN, ...fake() });
    const { collections } = await run.plan();
    expect(collections.map(({ source, collection, reach }) => `${source.id}/${collection} ${reach}`)).toEqual([
      'calls/call unreachable',
      'crm/line owner',
      'crm/member search',
      'crm/order owner',
      'mail/* unreachable',
      'shop/attendee search',
      'shop/price none',
    ]);
    expect(collections[0]?.reason?.remedy).toBe('Ask for a phone number.');
    expect(collections[2]?.cost).toMatchObject({ calls: 1, paths: [] });
    expect(collections[4]?.problem?.errorClass).toBe('auth');
    expect(collections[6]?.reason?.message).toContain('Prices.');
    expect(sources.flatMap(({ calls }) => calls)).not.toContainEqual(expect.stringMatching(/locate|records/u));
    await run.close();
    expect(sources.map(({ openSessions }) => openSessions())).toEqual([0, 0, 0, 0]);
  });

  it('tells the rows that a scan would read, and uses its sessions for the search', async () => {
    const collections = {
      call: { rows: [{ id: 1, phone: '' }], identifiers: { phone: { kind: 'phone', mode: 'scan' } } },
      note: { rows: [] },
    } as const;
    const source = fakeSource({ id: 'calls', collections, estimates: true });
    const run = openDiscovery({ sources: [source], subject: subjectOf('phone:+33612345678'), ...fake() });
    expect((await run.plan()).collections[0]?.cost?.rowsToScan).toBe(1);
    await run.discover();
    expect(source.calls).toEqual(['open', 'locate 1']);
    await run.close();
  });

  it('says that a source could not tell what it costs', async () => {
    const source = fakeSource({
      ...ASSOCIATION,
      estimates: true,
      faults: [{ at: 'plan', error: new ConnectorError('permission', 'No.') }],
    });
    const run = openDiscovery({ sources: [source], subject: ANN, ...fake() });
    expect((await run.plan()).collections.map(({ problem }) => problem?.errorClass)).toEqual([
      'permission',
      'permission',
      'permission',
    ]);
    await run.close();
  });

  it('needs no session to be closed', async () => {
    await expect(openDiscovery({ sources: [], subject: ANN }).close()).resolves.toBeUndefined();
  });
});
