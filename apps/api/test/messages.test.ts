import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '@habeas/connector-sdk';
import { type NewMessage, queueMessage } from '@habeas/core';
import { localDate } from '@habeas/core/law';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterEach, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { startService } from '../src/start.js';
import { officerOf, serviceHouse, serviceLog } from './house.js';
import { firstOfficer, smallHouse } from './small-house.js';

const CANARY = 'canary.person@example.org';
const SECRET = 'canary-secret-of-a-link';
const READY: NewMessage = {
  kind: 'archive_ready',
  to: new Secret(CANARY),
  language: 'fr',
  facts: { reference: '2026-0001', link: `https://privacy.example.org/d/lnk_1#${SECRET}`, until: localDate('2026-05-20') },
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function catching(): Promise<MailCatcher> {
  const catcher = await startMailCatcher();
  open.push(catcher.close);
  return catcher;
}

function mailTo({ url }: MailCatcher): string {
  return `mail: { smtp: '${url}', from: Privacy <privacy@example.org>, controllers: { hostel: { from: data@hostel.example } } }\nworker: { idleSeconds: 0.02 }\n`;
}

async function opened({ client }: Officer): Promise<string> {
  const identifiers = [{ kind: 'email' as const, value: CANARY }];
  const input = { clientKey: `key-${String(Math.random())}`, identifiers, rights: ['access' as const] };
  return accepted((await client.run('openRequest', { input })).openRequest).id;
}

type House = Pick<Awaited<ReturnType<typeof smallHouse>>, 'started'>;

async function queue({ started }: House, request: string, message = READY, controller = 'club'): Promise<string> {
  const { desk } = started.service;
  return desk.store.transact(async (transaction) => {
    const row = await transaction.requests.lock(controller, request);
    if (row === undefined) throw new Error('No such request.');
    return queueMessage(transaction, desk, row, { actor: { kind: 'system', id: 'test' }, controller }, message);
  });
}

async function messages({ client }: Officer, id: string) {
  return (await client.run('messages', { id })).request?.messages ?? [];
}

async function inState(officer: Officer, id: string, state: string) {
  for (let look = 0; look < 500; look += 1) {
    const found = await messages(officer, id);
    if (found.length > 0 && found.every((message) => message.state === state)) return found;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error('It did not come to that.');
}

/** Everything below a folder, as it lies on the disk. */
function onDisk(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n');
}

describe('a message of a request', () => {
  it('arrives as text and as a page, in the language and the name of its controller (PER-01)', async () => {
    const catcher = await catching();
    const house = await serviceHouse(mailTo(catcher));
    open.push(() => house.stop());
    const officer = (await officerOf(house)).for('hostel');
    const id = await opened(officer);
    const message = await queue(house, id, READY, 'hostel');
    const [mail] = await catcher.caught(1);
    expect(mail).toMatchObject({
      from: 'data@hostel.example',
      to: [CANARY],
      subject: 'Demande 2026-0001\u00a0: la réponse est prête',
      messageId: `<${message}@hostel.example>`,
    });
    expect(mail?.text).toContain(`d/lnk_1#${SECRET}\n`);
    expect(mail?.html).toContain('<html lang="fr">');
    const [sent] = await inState(officer, id, 'sent');
    expect(sent).toMatchObject({
      kind: 'archive_ready',
      language: 'fr',
      problem: null,
      receipt: expect.stringMatching(/^\w{64}$/u),
    });
    expect(sent?.sentAt).not.toBeNull();
  }, 60_000);

  it('leaves its address and its secret in no log, no trail and nowhere on the disk, sent or refused', async () => {
    const catcher = await catching();
    const house = await smallHouse(mailTo(catcher));
    open.push(() => house.stop());
    const officer = await firstOfficer(house);
    const id = await opened(officer);
    catcher.refuse({ at: 'recipient', code: 550, says: `No <${CANARY}> here` });
    await queue(house, id);
    const [failed] = await inState(officer, id, 'failed');
    expect(failed?.problem).toMatchObject({ message: 'The mail server takes no mail for this address (550).' });
    catcher.refuse({ at: 'recipient', code: 451, says: `Later <${CANARY}>` });
    const delayed = await queue(house, id);
    for (;;) {
      const found = (await messages(officer, id)).find((message) => message.id === delayed);
      if (found?.problem != null) break;
    }
    catcher.refuse();
    await catcher.caught(1);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50 });
    const { request } = await officer.client.run('requestWork', { id });
    const told = JSON.stringify([auditTrail, request, house.log]) + onDisk(house.folder);
    expect(told).toContain('message.queue');
    expect(told).not.toMatch(/canary/iu);
  }, 60_000);

  it('that came back is noted once', async () => {
    const catcher = await catching();
    const house = await smallHouse(mailTo(catcher));
    open.push(() => house.stop());
    const officer = await firstOfficer(house);
    const id = await opened(officer);
    const message = await queue(house, id);
    await inState(officer, id, 'sent');
    expect(accepted((await officer.client.run('recordBounce', { id, message })).recordBounce).id).toBe(id);
    const [bounced] = await messages(officer, id);
    expect(bounced).toMatchObject({ state: 'bounced', bouncedAt: expect.any(String) });
    const again = (await officer.client.run('recordBounce', { id, message, bouncedAt: new Date().toISOString() })).recordBounce;
    expect(again).toMatchObject({ code: 'WRONG_STATE' });
  }, 60_000);

  it('waits where no mail is configured, which can be seen, and goes out after a start with one', async () => {
    const house = await smallHouse();
    const officer = await firstOfficer(house);
    const id = await opened(officer);
    await queue(house, id);
    for (;;) {
      const [waiting] = await messages(officer, id);
      if (waiting?.problem == null) continue;
      expect(waiting).toMatchObject({
        kind: 'archive_ready',
        state: 'waiting',
        problem: { message: 'This service has no mail server.', remedy: 'Name one in service.yaml, as mail.smtp.' },
      });
      break;
    }
    await house.started.stop();
    open.push(() => {
      house.remove();
    });
    const about = (level: number, text: string): number =>
      house.log.filter((line) => line.includes(`"level":${String(level)}`) && line.includes(text)).length;
    expect([about(40, 'no-mail'), about(50, '')]).toEqual([1, 0]);
    const catcher = await catching();
    const settings = readFileSync(house.configFile, 'utf8').replace('worker: { idleSeconds: 0.02 }\n', mailTo(catcher));
    const log: string[] = [];
    const started = await startService({ config: house.write('service.yaml', settings), role: 'all' }, serviceLog(log));
    open.push(() => started.stop());
    const [mail] = await catcher.caught(1);
    expect(mail?.from).toBe('privacy@example.org');
    expect(mail?.text).toContain('Example\n');
    expect(log.filter((line) => line.includes('no-mail'))).toEqual([]);
  }, 60_000);
});
