import { instead } from '../small-house.js';
import { at, type PageState } from './page-state.js';
import type { Story } from './story.js';

/** Those of the form, before anything is asked for. */
const ASK_SIGN_IN_STATES: readonly PageState[] = [
  ...at('GET /sign-in', 'ask', ['come back to', ({ tab }) => tab.go('/ask/hostel/sign-in'), 'form[action*="/sign-in"]']),
  ...at('POST /sign-in', 'fault', ['something broke', beginsWhileBroken]),
  ...at('GET /signed-in', 'sign-in', ['an account that tells of nothing', asksAsNobody]),
  ...at('GET /signed-in', 'ask', ['signed in', asksSignedIn, '#account ~ ul strong']),
  ...at('POST /', 'ask', ['the sign-in is over', asksTooLate, '.problems']),
  ...at('POST /', 'asked', ['signed in', asksByAccount]),
];

/** Every state that signing in leads to. */
export const SIGN_IN_STATES: readonly PageState[] = [
  ...ASK_SIGN_IN_STATES,
  ...at('GET /requests/:id/sign-in', 'prove', [
    'come back to',
    (story) => story.go('mine', '/sign-in'),
    'form[action*="/sign-in"]',
  ]),
  ...at('POST /requests/:id/sign-in', 'follow', ['nothing waits for it', signsInForOther]),
  ...at(
    'GET /signed-in',
    'sign-in',
    ['of nobody who has begun', ({ tab }) => tab.go('/ask/hostel/signed-in?state=x&code=y')],
    ['somebody else’s account', signsInAsAnother],
    ['cancelled', cancelsSigningIn],
    ['the provider is away', signsInWhileItIsAway],
    ['too often', signsInTooOften],
  ),
  ...at('GET /signed-in', 'done', ['signed in', signsInAsThemselves]),
];

/** Those of a link: the last wrong codes have been too many. */
export const LINK_SIGN_IN_STATES: readonly PageState[] = [
  ...at('POST /d/:link/sign-in', 'open', ['too many wrong codes before', signsInAtLink, '.problems']),
  ...at('GET /d/:link/sign-in', 'open', ['come back to', ({ tab, linkPath }) => tab.go(`${linkPath}/sign-in`)]),
  ...at('GET /signed-in', 'sign-in', ['an account that does not open the link', opensAsAnother]),
  ...at('GET /signed-in', 'download', ['let in to a link', opensAsThemselves, 'a[download]']),
];

/** Who sits at the browser, in the eyes of the provider: somebody whose verified address is that of a request. */
function person(story: Story, email: string): void {
  story.house.provider.person = { sub: `sub of ${email}`, claims: { email, email_verified: true } };
}

/** Presses the button of a request, and comes back from the provider. */
async function signsIn(story: Story, name: string): Promise<void> {
  await story.go(name, '/prove');
  await story.press('form[action*="/sign-in"] .button');
}

async function signsInAsThemselves(story: Story): Promise<void> {
  person(story, story.stranger('account'));
  await signsIn(story, 'account');
}

async function signsInAsAnother(story: Story): Promise<void> {
  await story.ask('account');
  person(story, 'somebody.else@example.org');
  await signsIn(story, 'account');
}

async function cancelsSigningIn(story: Story): Promise<void> {
  story.house.provider.person = { sub: 'nobody', cancels: true };
  await signsIn(story, 'account');
}

/** The provider sends them back, and does not answer any more. */
async function signsInWhileItIsAway(story: Story): Promise<void> {
  person(story, story.stranger('account'));
  const fault = new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') });
  const restore = instead(globalThis, 'fetch', () => Promise.reject(fault));
  await signsIn(story, 'account')
    .then(() => story.tab.is('sign-in'))
    .finally(restore);
}

async function signsInTooOften(story: Story): Promise<void> {
  await story.ask('often');
  story.house.provider.person = { sub: 'nobody', cancels: true };
  for (let times = 0; times < 6; times += 1) {
    await signsIn(story, 'often');
    await story.tab.is('sign-in');
  }
}

/** As if somebody had kept the page: nothing waits for it any more. */
async function signsInForOther(story: Story): Promise<void> {
  await story.go('mine', '/prove');
  const action = `${story.own('other').follow}/sign-in?language=${story.tab.language}`;
  await story.page.evaluate(
    `{ const form = document.querySelector('form[action*="/sign-in"]'); form.action = ${JSON.stringify(action)}; form.submit(); }`,
  );
}

/** No code is owed for an answer that waits for its release. */
export async function provesByAccountAlone(story: Story): Promise<void> {
  for (let looks = 0; looks < 100; looks += 1) {
    await story.go('document', '/prove');
    if ((await story.page.locator('form[action*="/sign-in"]').count()) > 0) return;
  }
}

async function signsInAtLink(story: Story): Promise<void> {
  await story.tab.go(story.link);
  await story.press('button[formaction*="/sign-in"]');
}

async function opensAsAnother(story: Story): Promise<void> {
  await story.changeLink('guest', ({ waitUntil: _over, ...link }) => link);
  person(story, 'somebody.else@example.org');
  await signsInAtLink(story);
}

async function opensAsThemselves(story: Story): Promise<void> {
  await story.changeLink('guest', ({ waitUntil: _over, ...link }) => link);
  person(story, story.guestsEmail);
  await signsInAtLink(story);
}

async function signsInToAsk({ tab, page }: Story): Promise<void> {
  await tab.go('/ask/hostel');
  await page.click('form[action*="/sign-in"] .button');
}

async function beginsWhileBroken(story: Story): Promise<void> {
  await story.tab.go('/ask/hostel');
  const { crypto } = story.house.house.started.service.desk.delivery;
  const restore = instead(crypto, 'seal', () => Promise.reject(new TypeError('broken')));
  await story.page.click('form[action*="/sign-in"] .button');
  await story.tab.is('fault').finally(restore);
}

async function asksAsNobody(story: Story): Promise<void> {
  story.house.provider.person = { sub: 'nobody known', claims: {} };
  await signsInToAsk(story);
}

async function asksSignedIn(story: Story): Promise<void> {
  person(story, story.stranger('asking'));
  await signsInToAsk(story);
}

async function asksTooLate(story: Story): Promise<void> {
  await asksSignedIn(story);
  await story.tab.is('ask', '#account ~ ul strong');
  await story.page.evaluate(`document.querySelector('[name=account]').value = 'x'.repeat(60)`);
  await story.page.click('form[data-bits] .button.main');
}

async function asksByAccount(story: Story): Promise<void> {
  await asksSignedIn(story);
  await story.tab.is('ask', '#account ~ ul strong');
  await story.page.click('form[data-bits] .button.main');
}
