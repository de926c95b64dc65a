import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createCertificates } from '@habeas/test-servers';
import { type CaughtMail, type MailCatcher, type MailCatcherOptions, startMailCatcher } from './mail-catcher.js';

let catcher: MailCatcher | undefined;
afterEach(() => catcher?.close());

async function started(options?: MailCatcherOptions): Promise<MailCatcher> {
  catcher = await startMailCatcher(options);
  return catcher;
}

/** Says each line after the answer to the one before; gives all that was answered. */
async function speak(url: string, lines: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  const answer = async (): Promise<void> => {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    heard += chunk.toString();
  };
  await answer();
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    await answer();
  }
  socket.destroy();
  return heard;
}

const CONTENT = 'Subject: Caf=?utf-8?q?=C3=A9?=\r\nMessage-ID: <m1@example.org>\r\nX-Kind: closed\r\n\r\nHello\r\n.';
const MAIL = ['EHLO here', 'MAIL FROM:<club@example.org>', 'RCPT TO:<ann@example.org>', 'DATA', CONTENT];

describe('a mail catcher', () => {
  it('accepts a mail, and shows it as its recipient would see it', async () => {
    const told: CaughtMail[] = [];
    const { url, caught, mails, connections } = await started({ onMail: (mail) => told.push(mail) });
    const waiting = caught(1);
    expect(await speak(url, MAIL)).toContain('250 ');
    const [mail] = await waiting;
    expect(mail).toMatchObject({
      from: 'club@example.org',
      to: ['ann@example.org'],
      messageId: '<m1@example.org>',
      isSecure: false,
    });
    expect([mail?.text.trim(), mail?.html, mail?.headers.get('x-kind')]).toEqual(['Hello', '', 'closed']);
    expect(told).toEqual(mails);
    expect(connections()).toBe(1);
  });

  it.each([
    ['connection', []],
    ['sender', MAIL.slice(0, 2)],
    ['recipient', MAIL.slice(0, 3)],
    ['content', MAIL],
  ] as const)('refuses at the %s when it is told to, and keeps nothing', async (at, lines) => {
    const { url, mails, refuse } = await started();
    refuse({ at, code: 554, says: 'No <ann@example.org>' });
    expect(await speak(url, lines)).toMatch(/554[^\n]*No <ann@example\.org>/u);
    refuse();
    expect(mails).toEqual([]);
    await speak(url, MAIL);
    expect(mails).toHaveLength(1);
  });

  it('refuses without a word of its own, too', async () => {
    const { url, refuse } = await started();
    refuse({ at: 'sender', code: 451 });
    expect(await speak(url, MAIL.slice(0, 2))).toContain('451');
  });

  it('lets only its account send, where it has one', async () => {
    const { url } = await started({ account: { user: 'club', password: 'violet' } });
    const plain = (password: string): string => `AUTH PLAIN ${Buffer.from(`\0club\0${password}`).toString('base64')}`;
    expect(await speak(url, MAIL.slice(0, 2))).toContain('530');
    expect(await speak(url, ['EHLO here', plain('green')])).toContain('535');
    expect(await speak(url, ['EHLO here', plain('violet')])).toContain('235');
  });

  it('takes a bounce, which has no sender', async () => {
    const { url, mails } = await started();
    await speak(
      url,
      MAIL.map((line) => line.replace('club@example.org', '')),
    );
    expect(mails).toMatchObject([{ from: '' }]);
  });

  it('offers TLS where it has a certificate, afterwards or from the beginning', async () => {
    const tls = createCertificates();
    const offering = await startMailCatcher({ tls });
    expect(await speak(offering.url, ['EHLO here'])).toContain('STARTTLS');
    await offering.close();
    expect((await started({ tls: { ...tls, isImplicit: true } })).url).toMatch(/^smtps:/u);
  });

  it('is not there where its port is taken', async () => {
    const { url } = await started();
    await expect(startMailCatcher({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
