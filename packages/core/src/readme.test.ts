import { expect, it } from '@jest/globals';
import { ConnectorError, Secret } from '@habeas/connector-sdk';
import { createSubject, openDiscovery } from './index.js';
import { fakeSource, fixedRandom, ManualClock } from './testing/index.js';

it('the example of the README searches, survives a fault and reads everything', async () => {
  const crm = fakeSource({
    id: 'crm',
    collections: {
      member: { rows: [{ id: 1, email: 'ann@example.org' }], identifiers: { email: { kind: 'email' } } },
      order: { rows: [{ id: 10, member: 1 }], owner: { collection: 'member', field: 'member' } },
    },
    faults: [{ at: 'records', collection: 'order', after: 1, error: new ConnectorError('transient', 'Connection lost.') }],
  });
  const subject = createSubject([{ kind: 'email', value: new Secret('ann@example.org'), verified: true }]);
  const run = openDiscovery({ sources: [crm], subject, clock: new ManualClock(), random: fixedRandom() });

  const discovery = await run.discover();
  const findings = discovery.read();
  const seen: (string | number)[] = [];
  for await (const collection of findings.collections()) {
    for await (const batch of collection.records()) seen.push(collection.collection.name, batch.length);
  }

  expect(seen).toEqual(['member', 1, 'order', 1]);
  expect(findings.account().complete).toBe(true);
});
