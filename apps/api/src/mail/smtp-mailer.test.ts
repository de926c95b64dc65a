import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { type ConnectorError, Secret } from '@habeas/connector-sdk';
import type { OutgoingMessage } from '@habeas/core';
import { type MailCatcher, type MailCatcherOptions, startMailCatcher } from '@habeas/example-worlds';
import { type Certificates, createCertificates } from '@habeas/test-servers';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { MailConfig } from '../config/mail-config.js';
import type { WrittenMessage } from './message-writer.js';
import { SmtpMailer } from './smtp-mailer.js';

const CANARY = 'canary@example.org';
const MESSAGE: OutgoingMessage = {
  id: 'msg_1',
  controller: 'club',
  kind: 'closed',
  language: 'en',
  facts: { reference: '2026-0001' },
  to: new Secret(CANARY),
};
const WRITTEN = { subject: 'Request 2026-0001', text: `A link:\nhttps://example.org/${'x'.repeat(80)}\n`, html: '<p>A link</p>' };
const FROM = { name: 'Privacy', address: 'privacy@club.example' };

const open: { close: () => unknown }[] = [];
let now = 0;
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function catching(options?: MailCatcherOptions): Promise<MailCatcher> {
  const catcher = await startMailCatcher(options);
  open.push(catcher);
  return catcher;
}

function mailer(url: string, config: Partial<MailConfig> = {}, write = (): WrittenMessage => WRITTEN): SmtpMailer {
  const made = new SmtpMailer({
    config: { smtp: new Secret(url), from: FROM, controllers: new Map(), ...config },
    write,
    clock: { now: () => new Date(now) },
  });
  open.push(made);
  return made;
}

function send(by: SmtpMailer, message = MESSAGE, signal = new AbortController().signal) {
  return by.send(message, signal);
}

async function faultOf(sending: Promise<unknown>): Promise<ConnectorError> {
  const fault = (await sending.then(
    () => new Error('It was sent.'),
    (error: unknown) => error,
  )) as ConnectorError;
  expect(inspect(fault, { depth: 9 })).not.toContain('canary');
  return fault;
}

function withAccount(url: string, account: string): string {
  return url.replace('//', `//${account}@`);
}

describe('a mailer', () => {
  it('hands a message over as it was written, under an id that stays the same', async () => {
    const { url, caught } = await catching();
    const { receipt } = await send(mailer(url));
    const [mail] = await caught(1);
    expect(mail).toMatchObject({
      from: FROM.address,
      to: [CANARY],
      subject: WRITTEN.subject,
      messageId: '<msg_1@club.example>',
    });
    expect(mail?.text.trim()).toBe(WRITTEN.text.trim());
    expect(mail?.html.trim()).toBe(WRITTEN.html);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('from')).toBe('Privacy <privacy@club.example>');
    expect(receipt).toMatch(/^[0-9a-f]{64}$/u);
    expect(receipt).not.toBe(createHash('sha256').digest('hex'));
  });

  it('sends in the name of the controller, and has answers go where it says', async () => {
    const { url, caught } = await catching();
    const own = { from: { name: '', address: 'data@club.test' }, replyTo: { name: '', address: 'dpo@club.test' } };
    const both = mailer(url, { replyTo: { name: '', address: 'dpo@all.test' }, controllers: new Map([['club', own]]) });
    await send(both);
    await send(both, { ...MESSAGE, controller: 'hostel' });
    const mails = await caught(2);
    expect(mails.map(({ from, headers }) => [from, headers.get('reply-to')])).toEqual([
      ['data@club.test', 'dpo@club.test'],
      [FROM.address, 'dpo@all.test'],
    ]);
  });

  it('keeps its connection for the next message', async () => {
    const catcher = await catching();
    const one = mailer(catcher.url);
    for (let message = 0; message < 5; message += 1) await send(one);
    expect([catcher.mails.length, catcher.connections()]).toEqual([5, 1]);
  });

  it('shows its account, and says so where it is refused', async () => {
    const { url, mails } = await catching({ account: { user: 'club@host', password: 'violet:tram' } });
    await send(mailer(withAccount(url, 'club%40host:violet%3Atram')));
    expect(mails).toHaveLength(1);
    expect(await faultOf(send(mailer(withAccount(url, 'club%40host:wrong'))))).toMatchObject({
      errorClass: 'transient',
      message: 'The mail server refuses the account (535).',
    });
  });

  it.each([
    ['connection', 554, 'transient'],
    ['sender', 550, 'transient'],
    ['recipient', 550, 'not-found'],
    ['recipient', 450, 'transient'],
    ['content', 554, 'permission'],
    ['content', 452, 'transient'],
  ] as const)('tells what is refused for good from what may go out later: %s %s', async (at, code, errorClass) => {
    const catcher = await catching();
    catcher.refuse({ at, code, says: `No <${CANARY}> here` });
    const fault = await faultOf(send(mailer(catcher.url)));
    expect(fault).toMatchObject({ errorClass });
    expect(fault.message).toContain(String(code));
    expect(catcher.mails).toEqual([]);
  });

  it('leaves a server alone for a while that is not there, and then tries again', async () => {
    const catcher = await catching();
    const one = mailer(catcher.url);
    catcher.refuse({ at: 'connection', code: 421 });
    await faultOf(send(one));
    catcher.refuse();
    const before = catcher.connections();
    await faultOf(send(one));
    expect(catcher.connections()).toBe(before);
    now += 15_001;
    await send(one);
    expect(catcher.mails).toHaveLength(1);
  });

  it('cannot reach a server that is gone', async () => {
    const { url, close } = await startMailCatcher().then((catcher) => ({ url: catcher.url, close: () => catcher.close() }));
    await close();
    expect(await faultOf(send(mailer(url)))).toMatchObject({ errorClass: 'transient' });
  });

  it('reads no files into a message, and one that cannot be made keeps no other from going out', async () => {
    const { url, mails } = await catching();
    const forged = { ...WRITTEN, html: { path: '/etc/hosts' } as never };
    const written = [forged, WRITTEN];
    const one = mailer(url, {}, () => written.shift() ?? WRITTEN);
    expect(await faultOf(send(one))).toMatchObject({ errorClass: 'contract' });
    await send(one);
    expect(mails).toHaveLength(1);
  });

  it('stops where it is told to, and says nothing of the server', async () => {
    const catcher = await catching();
    const one = mailer(catcher.url);
    expect(await faultOf(send(one, MESSAGE, AbortSignal.abort()))).toMatchObject({ errorClass: 'transient' });
    await send(one);
    expect(catcher.mails).toHaveLength(1);
  });

  it.each(['nobody', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', 'A <a@example.org>'])(
    'sends nothing to what is not one address (%#)',
    async (to) => {
      const { url, connections } = await catching();
      expect(await faultOf(send(mailer(url), { ...MESSAGE, to: new Secret(to) }))).toMatchObject({ errorClass: 'not-found' });
      expect(connections()).toBe(0);
    },
  );
});

describe('a connection to a mail server', () => {
  let certificates: Certificates | undefined;
  const tls = (isImplicit: boolean) => ({ ...(certificates ??= createCertificates()), isImplicit });

  it('is encrypted from the beginning with smtps:, and only with a certificate that is trusted', async () => {
    const { url, mails } = await catching({ tls: tls(true) });
    await send(mailer(url, { ca: certificates?.ca ?? '' }));
    expect(mails).toMatchObject([{ isSecure: true }]);
    expect(await faultOf(send(mailer(url)))).toMatchObject({ errorClass: 'transient' });
    expect(mails).toHaveLength(1);
  });

  it('is in clear with smtp: on this machine only, and is never made to another that offers no encryption', async () => {
    const plain = await catching();
    await send(mailer(plain.url.replace('127.0.0.1', 'localhost')));
    expect(plain.mails).toMatchObject([{ isSecure: false }]);
    // Another name of this machine, which is not known to be it
    const elsewhere = plain.url.replace('127.0.0.1', '0.0.0.0');
    expect(await faultOf(send(mailer(elsewhere)))).toMatchObject({ errorClass: 'transient' });
    expect(plain.mails).toHaveLength(1);
  });

  it('begins with STARTTLS with smtp: to another machine', async () => {
    const { url, mails } = await catching({ tls: tls(false) });
    expect(await faultOf(send(mailer(url.replace('127.0.0.1', '0.0.0.0'))))).toMatchObject({
      message: 'The mail server offers no encryption that can be trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
    });
    expect(mails).toEqual([]);
  });
});
