import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from '@habeas/core';
import { openStore } from '../open-store.js';

/**
 * A worker that lives to be killed: claims steps, leaves one entry in the trail for each, adds the next one, and gives
 * entries their places. Arguments: the URL of the store, the name of the worker, how many steps a request has.
 */
const [url = '', worker = '', stepsEach = '1'] = process.argv.slice(2);
const store = await openStore({ url, allowsLazyFlush: true, connections: 2 });

process.stdout.write('ready\n');
for (;;) {
  const claim = await store.claim({ worker, leaseMs: 1_000, kinds: ['search'] });
  if (claim === undefined) await pause(5);
  else await work(claim);
  await store.trail.sequence(20);
}

async function work(claim: Claim): Promise<void> {
  const { id, controller, request, key } = claim.step;
  await store.renew(claim, 1_000);
  await store.transact(async ({ steps, audit, now }) => {
    await steps.hold(claim);
    const actor = { kind: 'system', id: worker } as const;
    const entry = { id: randomUUID(), controller, actor, action: 'step.end', object: { type: 'step', id } };
    await audit.add({ ...entry, outcome: 'done', details: { attempts: claim.step.attempts } });
    const next = Number(key) + 1;
    if (next <= Number(stepsEach)) {
      const step = {
        id: `${request}/${next}`,
        controller,
        request,
        key: String(next),
        kind: 'search',
        workflowVersion: 1,
      } as const;
      await steps.add({ ...step, dueAt: now });
    }
    await steps.end(claim, { state: 'done' });
  });
}
