import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { CaughtMail } from '@habeas/example-worlds';
import { type MailboxPage, startMailboxPage } from './mailbox-page.js';

const mails: CaughtMail[] = [];
let page: MailboxPage;
beforeEach(async () => {
  mails.length = 0;
  page = await startMailboxPage({ mails });
});
afterEach(() => page.close());

const mail = (subject: string, text: string, html = ''): CaughtMail => ({
  ...{ from: 'privacy@example.org', to: ['ann@example.org'], messageId: '<1@example.org>', isSecure: false },
  ...{ subject, text, html, headers: new Map() },
});
const read = async (language = 'en-GB'): Promise<string> =>
  (await fetch(page.url, { headers: { 'accept-language': language } })).text();

it('says so while nothing has come, in the language of the browser', async () => {
  expect(await read()).toContain('<html lang="en">');
  expect(await read()).toContain('Nothing has come yet.');
  expect(await read('fr-FR,fr;q=0.9')).toContain('<html lang="fr">');
  expect(await read('fr-FR,fr;q=0.9')).toContain('Rien n’est encore arrivé.');
  expect(await (await fetch(page.url, { headers: { 'accept-language': '' } })).text()).toContain('lang="en"');
});

it('shows the newest message first, each in its own language, with its links to follow', async () => {
  mails.push(mail('First', 'Your code: 12345678'));
  mails.push(mail('Second', 'Open http://127.0.0.1:1/ask/d/x#secret now', '<html lang="fr">'));
  const html = await read();
  expect(html.indexOf('Second')).toBeLessThan(html.indexOf('First'));
  expect(html).toContain('<article lang="fr">\n<h2>Second</h2>');
  expect(html).toContain('<article lang="en">\n<h2>First</h2>');
  expect(html).toContain('Open <a href="http://127.0.0.1:1/ask/d/x#secret">http://127.0.0.1:1/ask/d/x#secret</a> now');
  expect(html).toContain('To: ann@example.org');
});

it('shows what stands in a message as a text, and runs nothing', async () => {
  mails.push(mail('<b>', '<script>alert(1)</script> javascript:alert(1) http://x.test/"onclick="y'));
  const response = await fetch(page.url);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await response.text();
  expect(html).toContain('<h2>&lt;b&gt;</h2>');
  expect(html).not.toMatch(/<script|href="javascript|onclick="/u);
});
