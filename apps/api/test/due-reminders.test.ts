import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { startService, type StartedService } from '../src/start.js';
import { StoreWindow } from './faults/house/store-window.js';
import { officerOf, type ServiceHouse, serviceHouse, serviceLog } from './house.js';

const DAY_MS = 86_400_000;
const CANARY = 'canary.person@example.org';

let catcher: MailCatcher;
let house: ServiceHouse;
let officer: Officer;
let started: StartedService;
beforeAll(async () => {
  catcher = await startMailCatcher();
  house = await serviceHouse(`mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`);
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(async () => {
  await started.stop();
  await catcher.close();
  rmSync(house.folder, { recursive: true });
});

it('an officer is written to when a request that nobody has decided about nears its safe date, though the service was down meanwhile (DLN-04)', async () => {
  const input = {
    clientKey: 'a-request-that-waits',
    identifiers: [{ kind: 'email' as const, value: CANARY, provedBy: 'a letter' }],
    rights: ['access' as const],
  };
  const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
  await house.started.stop();
  const window = new StoreWindow({ sqlite: join(house.folder, 'data', 'habeas.db') });
  await window.rows('UPDATE request SET due_at = ? WHERE id = ?', Date.now() + DAY_MS, id);
  started = await startService({ config: house.configFile, role: 'all' }, serviceLog([]));
  const [mail, ...more] = await catcher.caught(1);
  expect([mail?.subject, more]).toEqual([expect.stringMatching(/^(?:Request 2\d{3}-0001 is to be answered soon|La demande 2\d{3}-0001 est à traiter sous peu)$/u), []]); // prettier-ignore
  expect(mail?.to).toEqual([expect.stringContaining('@')]);
  expect(`${String(mail?.subject)}${String(mail?.text)}${String(mail?.html)}${String(mail?.to)}`).not.toContain('canary');
  const sent = async () => {
    const rows = await window.rows('SELECT kind, state FROM message WHERE request = ?', id);
    return rows.filter(({ kind }) => kind === 'due_soon').map(({ state }) => state);
  };
  while ((await sent())[0] !== 'sent') await new Promise((wake) => setTimeout(wake, 20));
  await started.stop();
  started = await startService({ config: house.configFile, role: 'all' }, serviceLog([]));
  while (!(await window.isIdle())) await new Promise((wake) => setTimeout(wake, 20));
  expect([await sent(), catcher.mails.length]).toEqual([['sent'], 1]);
}, 90_000);
