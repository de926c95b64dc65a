import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { type FakeScript, fakeSource, fixedRandom, ManualClock } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { discoverEverything } from '../testing/run-discovery.js';
import { openDiscovery } from './open-discovery.js';

const LOST = new ConnectorError('transient', 'Connection lost.');
const ANN = subjectOf('email:ann@example.org');
const fake = (): { clock: ManualClock; random: ReturnType<typeof fixedRandom> } => ({
  clock: new ManualClock(),
  random: fixedRandom(),
});

describe('abort', () => {
  const HANG = { error: 'hang' } as const;
  it.each<[string, FakeScript, string]>([
    ['while a source opens', { ...NEWSLETTER, faults: [{ at: 'open', ...HANG }] }, 'mail/*'],
    ['while a source searches', { ...NEWSLETTER, faults: [{ at: 'locate', ...HANG }] }, 'mail/subscriber'],
    ['while a source reads', { ...NEWSLETTER, faults: [{ at: 'records', ...HANG }] }, 'mail/subscriber'],
  ])('ends everything at once, %s, closes all sessions and says so', async (_, script, name) => {
    const stop = new AbortController();
    const sources = [fakeSource(ASSOCIATION), fakeSource(script)];
    setTimeout(() => {
      stop.abort();
    }, 20);
    const { entry, account } = await discoverEverything({
      sources,
      signal: stop.signal,
      subject: subjectOf('email:ann@example.org', 'email:ann.m@example.test'),
    });
    expect(entry(name)).toMatchObject({ outcome: 'failed', blocking: true, problem: { errorClass: 'aborted' } });
    expect(account.complete).toBe(false);
    expect(sources.map(({ openSessions }) => openSessions())).toEqual([0, 0]);
  });

  it('closes a session that opens after the abort', async () => {
    const stop = new AbortController();
    const source = fakeSource(ASSOCIATION);
    const late = {
      ...source,
      open: async (signal: AbortSignal) => {
        stop.abort();
        await new Promise((resolve) => setImmediate(resolve));
        return source.open(signal);
      },
    };
    await discoverEverything({ sources: [late], signal: stop.signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect([source.calls, source.openSessions()]).toEqual([['open', 'close'], 0]);
  });

  it('does not wait for a session that does not close, nor mind one that fails to', async () => {
    const sources = [
      fakeSource({ ...ASSOCIATION, faults: [{ at: 'close', ...HANG }] }),
      fakeSource({ ...TICKETS, faults: [{ at: 'close', error: LOST }] }),
    ];
    expect((await discoverEverything({ sources })).account.complete).toBe(true);
  });

  it('stops the reading when its discovery is closed', async () => {
    const source = fakeSource(ASSOCIATION);
    const found = await openDiscovery({ sources: [source], subject: ANN, ...fake() }).discover();
    const findings = found.read();
    for await (const { collection } of findings.collections()) if (collection.name === 'line') await found.close();
    expect(findings.account().ledger.map(({ outcome, problem }) => [outcome, problem?.errorClass])).toEqual([
      ['failed', 'aborted'],
      ['failed', 'aborted'],
      ['failed', 'aborted'],
    ]);
    expect(source.openSessions()).toBe(0);
  });
});
