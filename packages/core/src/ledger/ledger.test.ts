import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { OpenSource } from '../discovery/source.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/index.js';
import { Ledger, type LedgerView } from './ledger.js';

const view: LedgerView = { kinds: new Set(['email']), leftOut: [], count: () => ({ included: 0, queued: 0 }), now: new Date(0) };

async function openedLedger(): Promise<Ledger> {
  const binding = fakeSource(ASSOCIATION);
  const ledger = new Ledger();
  ledger.opened(new OpenSource(binding, await binding.open(new AbortController().signal)));
  return ledger;
}

describe('Ledger', () => {
  it('has one entry per collection from the start, none of them conclusive before it is searched', async () => {
    const entries = (await openedLedger()).entries(view);
    expect(entries.map(({ collection, outcome, blocking, attempts }) => [collection, outcome, blocking, attempts])).toEqual([
      ['line', 'skipped', true, 0],
      ['member', 'skipped', true, 0],
      ['order', 'skipped', true, 0],
    ]);
  });

  it('has the title of a collection, whatever came of it, where its source has one (SCP-09)', async () => {
    const title = { en: 'Members', fr: 'Adhérents' };
    const binding = fakeSource({
      ...ASSOCIATION,
      collections: { member: { rows: [], spec: { title } }, order: { rows: [] } },
    });
    const ledger = new Ledger();
    ledger.opened(new OpenSource(binding, await binding.open(new AbortController().signal)));
    const [member, order] = ledger.entries(view);
    expect(member).toMatchObject({ collection: 'member', title });
    expect(order).not.toHaveProperty('title');
  });

  it('has no draft for what no source declares', async () => {
    const ledger = await openedLedger();
    expect(() => ledger.draft('crm', 'nothing')).toThrow('does not declare');
    expect(() => ledger.draft('nobody', 'member')).toThrow('does not declare');
  });

  it('has an entry that blocks for a source that could not be opened, and for one with nothing to search (SCP-03, SCP-09)', async () => {
    const down = fakeSource({ id: 'down', collections: {} }).description;
    const bare = fakeSource({ id: 'bare', collections: {} });
    const ledger = new Ledger();
    const work = { attempts: 3, startedAt: new Date(0), finishedAt: new Date(0) };
    ledger.unavailable(down, new ConnectorError('transient', 'It does not answer.'), work);
    ledger.opened(new OpenSource(bare, await bare.open(new AbortController().signal)));
    expect(ledger.entries(view)).toMatchObject([
      { source: { id: 'bare' }, collection: '*', outcome: 'unsupported', blocking: true },
      { source: { id: 'down' }, collection: '*', outcome: 'failed', blocking: true },
    ]);
  });

  it('passes on gaps, and fields that the data map does not know', async () => {
    const script = {
      ...ASSOCIATION,
      collections: {
        member: {
          rows: [],
          spec: { gaps: ['No archive.'], fields: [{ name: 'new', type: 'string' as const, unclassified: true }] },
        },
      },
    };
    const binding = fakeSource(script);
    const ledger = new Ledger();
    ledger.opened(new OpenSource(binding, await binding.open(new AbortController().signal)));
    expect(ledger.entries(view)).toMatchObject([{ gaps: ['No archive.'], unclassified: ['new'] }]);
  });
});
