import type { PersonOfInterest } from '@habeas/example-worlds';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { accepted } from '../../src/client/service-client.js';
import type { Officer } from '../../src/demo/officer.js';

/** What axe finds on a page as it stands, in a line for each place. */
export async function violations(page: Page): Promise<readonly string[]> {
  await withAxe(page);
  return ofAxe(page, '');
}

/** What axe finds of all that its language may change, where its colours were looked at in another. */
export async function unsaid(page: Page): Promise<readonly string[]> {
  await withAxe(page);
  return ofAxe(page, `rules: { 'color-contrast': { enabled: false } },`);
}

/** A page that is looked at again has it already. */
async function withAxe(page: Page): Promise<void> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe.source);
}

/** What axe finds of its colours alone, where it has looked at the page before: the dark changes nothing else. */
export function unreadable(page: Page): Promise<readonly string[]> {
  return ofAxe(page, `runOnly: ['color-contrast', 'link-in-text-block'],`);
}

function ofAxe(page: Page, options: string): Promise<readonly string[]> {
  return page.evaluate(
    `axe.run(document, { ${options} resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  );
}

/** What is wider than the window, which nobody should have to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}

/** Signs somebody in by the keyboard alone, from the field that has it when the page opens. */
export async function signIn(
  page: Page,
  { account, code }: { readonly account: Officer['account']; readonly code: string },
  isThere = 'table.requests, .empty',
): Promise<void> {
  await page.waitForSelector('input[autocomplete=username]:focus');
  await page.keyboard.type(account.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(account.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('input[autocomplete=one-time-code]:focus');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.waitForSelector(isThere);
}

/** Opens a request, proved or not, and has it searched where it is, unless it is to wait for that. */
export async function asking(
  { client }: Officer,
  { given }: PersonOfInterest,
  isProved = true,
  isStarted = isProved,
): Promise<string> {
  const proof = isProved ? { provedBy: 'a test' } : {};
  const identifiers = given.map(({ kind, value, namespace }) => ({ kind, value, namespace, ...proof }));
  const input = {
    clientKey: `key-${String(Math.random())}`,
    identifiers,
    rights: ['access' as const],
    format: 'json' as const,
    language: 'en' as const,
  };
  const { id } = accepted((await client.run('openRequest', { input })).openRequest);
  if (isStarted) await client.run('startRequest', { id });
  return id;
}

/** Waits until a request is in some state. */
export async function reaching({ client }: Officer, id: string, state: string): Promise<void> {
  while ((await client.run('request', { id })).request?.state !== state) await new Promise((wake) => setTimeout(wake, 50));
}
