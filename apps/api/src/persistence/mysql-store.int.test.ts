import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { it } from '@jest/globals';
import { StandingClock, storeChecks } from '@habeas/core/testing';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { type DurableStore, openStore } from './open-store.js';

const TABLES = [
  'request',
  'reference',
  'step',
  'evidence_segment',
  'evidence_checkpoint',
  'audit_entry',
  'answer',
  'staff',
  'session',
  'token',
  'turn',
  'message',
  'delivery',
  'download_session',
  'address_proof',
  'follow_session',
  'webhook_call',
  'received_transmission',
  'sending_limit',
];

describeWithServer('mariadb', 'a store in MariaDB', (server) => {
  const clock = new StandingClock();
  let database: TestDatabase;
  let store: DurableStore;

  beforeAll(async () => {
    database = await server.createDatabase('store');
    store = await openStore({ url: database.url, clock, allowsLazyFlush: true, patienceMs: 2_000 });
  });
  beforeEach(async () => {
    // Triggers do not stop it: it is how tests begin anew.
    await database.run(TABLES.map((table) => `TRUNCATE ${table}`).join(';'));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  for (const { title, run } of storeChecks) it(title, () => run(store, clock));
});
