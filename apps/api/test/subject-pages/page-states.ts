import { type DownloadLink, MOST_DOWNLOADS } from '@habeas/core';
import { StoreFault } from '../../src/persistence/index.js';
import { FEE_STATES } from './fee-states.js';
import { at, type PageState } from './page-state.js';
import { handsIn, notTransmitted, readsLetter, refusedUnproved, transmits, unsearched, wantsDocument } from './sending.js';
import { LINK_SIGN_IN_STATES, provesByAccountAlone, SIGN_IN_STATES } from './signing-in.js';
import type { Story } from './story.js';

const WRONG = '00000000';

type Reach = PageState['reach'];

/** Every state of every page, in the order in which one story goes through them. */
export const PAGE_STATES: readonly PageState[] = [
  ...at('GET /', 'ask', ['as it is', ({ tab }) => tab.go('/ask/hostel')], ['faults told at once', writesWrongly, '.faulty']),
  ...at(
    'POST /',
    'ask',
    ['everything is wrong', everythingWrong, '.faulty'],
    ['left open for too long', sentWith(`challenge.value = 'x'.repeat(60)`), '.problems'],
    ['too quick for a person', sentWith(''), '.problems'],
  ),
  ...at('POST /', 'asked', ['for oneself', asks('mine')], ['for somebody else', asksForOther]),
  ...at('GET /requests/:id/prove', 'prove', ['as it is', (story) => story.go('mine', '/prove')]),
  ...at('POST /requests/:id/prove', 'prove', ['a wrong code', provesWrongly, '.problems']),
  ...at(
    'POST /requests/:id/prove/again',
    'prove',
    ['too early for another code', again, '.problems'],
    ['another code is on its way', againLater, '[role=status]'],
  ),
  ...SIGN_IN_STATES,
  ...at('GET /requests/:id/prove/again', 'prove', ['come back to', (story) => story.go('mine', '/prove/again')]),
  ...at(
    'GET /requests/:id',
    'follow',
    ['waits for a proof', (story) => story.go('mine')],
    ['waits for an officer', (story) => story.go('other')],
  ),
  ...at('GET /requests/:id', 'follow', ['asks something', asksSomething, 'blockquote']),
  ...at('POST /requests/:id/answer', 'follow', ['an answer without words', answers(' '), '.problems']),
  ...at('POST /requests/:id/answer', 'done', ['answered', answers('Twice, in spring.')]),
  ...at('GET /requests/:id/answer', 'follow', ['come back to', (story) => story.go('mine', '/answer')]),
  ...at('GET /requests/:id', 'follow', ['takes longer', takesLonger]),
  ...at('GET /requests/:id/withdraw', 'withdraw', ['as it is', (story) => story.go('other', '/withdraw')]),
  ...at('POST /requests/:id/withdraw', 'done', ['withdrawn', (story) => story.press()]),
  ...at('GET /requests/:id', 'follow', ['withdrawn', (story) => story.go('other')]),
  ...at('GET /requests/:id', 'follow', ['refused', refused, 'blockquote']),
  ...at('GET /requests/:id/letters/:number', 'letter', ['as it was written', readsLetter]),
  ...at('GET /requests/:id', 'follow', ['refused, since it stayed unproved who asks', refusedUnproved, 'blockquote']),
  ...FEE_STATES,
  ...at('GET /requests/:id', 'follow', ['wants a document', wantsDocument, 'input[type=file]']),
  ...at('POST /requests/:id/document', 'follow', ['a document that is none', handsIn('no picture'), '.faulty']),
  ...at('GET /requests/:id/document', 'follow', [
    'come back to',
    (story) => story.go('document', '/document'),
    'input[type=file]',
  ]),
  ...at('POST /requests/:id/document', 'done', ['a document is there', handsIn('\x89PNG\r\n\x1a\n')]),
  ...at('GET /requests/:id/prove', 'prove', ['by signing in alone', provesByAccountAlone, 'form[action*="/sign-in"]']),
  ...at('POST /requests/:id/prove', 'done', ['proved', proves]),
  ...at('GET /requests/:id', 'follow', ['released', released, 'a[href*="/missing"]']),
  ...at('GET /requests/:id', 'follow', ['something was not searched', unsearched, '#unsearched']),
  ...at('GET /requests/:id/transmit', 'transmit', ['as it is', (story) => story.go('guest', '/transmit')]),
  ...at('POST /requests/:id/transmit', 'transmit', ['to nobody', (story) => story.press(), '.problems']),
  ...at('POST /requests/:id/transmit', 'done', ['it is to be sent', transmits]),
  ...at('GET /requests/:id', 'follow', ['it could not be sent', notTransmitted, '#transmissions']),
  ...at('GET /d/:link', 'open', ['with a link', (story) => story.tab.go(story.link)], ['with an address alone', (story) => story.tab.go(story.linkPath)]), // prettier-ignore
  ...at(
    'POST /d/:link',
    'open',
    ['a wrong code', (story) => story.open(WRONG), '.problems'],
    ['too many wrong codes', tooManyWrong, '.problems'],
  ),
  ...LINK_SIGN_IN_STATES,
  ...at('GET /d/:link', 'download', ['as it is', opens, 'a[download]']),
  ...at('GET /d/:link', 'download', ['to be locked first', isSpecial, 'form[action*="/packing"] .button.main']),
  ...at('GET /d/:link/archive', 'download', [
    'to be locked first',
    ({ tab, linkPath }) => tab.go(`${linkPath}/archive`),
    'form[action*="/packing"] .button.main',
  ]),
  ...at('GET /d/:link/report', 'report', ['as it lies in the archive', ({ tab, linkPath }) => tab.go(`${linkPath}/report`)]),
  ...at('POST /d/:link/packing', 'locked', ['with its passphrase', locks]),
  ...at('GET /d/:link/packing', 'download', ['come back to', (story) => story.tab.go(`${story.linkPath}/packing`)]),
  ...at('GET /d/:link/archive', 'gone', ['of a link that is none', (story) => story.tab.go('/ask/hostel/d/lnk_none/archive')]),
  ...at('GET /requests/:id/missing', 'missing', ['as it is', (story) => story.go('guest', '/missing')]),
  ...at('POST /requests/:id/missing', 'missing', ['without words', says(''), '.problems']),
  ...at('POST /requests/:id/link', 'fault', ['too soon for a new link', renews]),
  ...at('POST /requests/:id/link', 'done', ['a new link is on its way', renewsLater]),
  ...at('GET /requests/:id/link', 'follow', ['come back to', (story) => story.go('guest', '/link')]),
  ...at('POST /requests/:id/missing', 'done', ['something is missing', says('The stay of 2019.')]),
  ...at('GET /requests/:id/not-me', 'not-me', ['as it is', (story) => story.go('guest', '/not-me')]),
  ...at('POST /requests/:id/not-me', 'done', ['it was not them', (story) => story.press()]),
  ...at(
    'POST /d/:link',
    'gone',
    ['revoked', (story) => story.open(story.own('guest').claimCode)],
    ['expired', goneBecause((link) => ({ ...link, isRevoked: false, expiresAt: new Date(0) }))],
    ['used up', goneBecause((link) => ({ ...link, expiresAt: new Date(Date.now() + 60_000), completed: MOST_DOWNLOADS }))],
  ),
  ...at('GET /stop/:id/:secret', 'stop', ['as it is', stops]),
  ...at('POST /stop/:id/:secret', 'done', ['stopped', (story) => story.press()]),
  ...at('GET /follow', 'find', ['as it is', ({ tab }) => tab.go('/ask/hostel/follow')]),
  ...at('POST /follow', 'find', ['a wrong code', finds(1), '.problems'], ['too many wrong codes', finds(5), '.problems']),
  ...at('POST /follow', 'fault', ['too many at once', (story) => story.crowded(() => finds(1)(story))]),
  ...at('POST /', 'fault', ['longer than anything can be', tooLong]),
  ...at('GET /', 'fault', ['nothing there', ({ tab }) => tab.go('/ask/hostel/nothing')]),
  ...at(
    'GET /requests/:id',
    'fault',
    ['something broke', (story) => story.without(() => new Error('broken'), () => story.go('mine'))], // prettier-ignore
    ['the store is away', (story) => story.without(() => new StoreFault('ECONNREFUSED'), () => story.go('mine'))], // prettier-ignore
  ),
];

async function writesWrongly({ tab, page }: Story): Promise<void> {
  await tab.go('/ask/hostel');
  await page.click('label[for=f-requester-proxy]');
  await page.click('summary');
  const wrong = { email: 'no address', phone: 'none', familyName: 'a\u202eb', otherEmails: 'x', formerNames: 'y'.repeat(401) };
  for (const [name, text] of Object.entries(wrong)) await page.fill(`[name=${name}]`, text);
  await page.click('form .button.main');
}

async function everythingWrong(story: Story): Promise<void> {
  await writesWrongly(story);
  await story.page.evaluate(`document.querySelector('form[data-bits]').submit()`);
  await story.tab.is('ask', '.problems');
}

/** The form as a program sends it: without what the script works out. */
function sentWith(change: string): Reach {
  return async ({ tab, page }) => {
    await tab.go('/ask/hostel');
    await page.fill('[name=email]', `quick.${tab.language}@example.org`);
    await page.evaluate(
      `{ const form = document.querySelector('form[data-bits]'); const { challenge, answer } = form.elements; answer.value = ''; ${change}; form.submit(); }`,
    );
    await tab.is('ask', '.problems');
  };
}

function asks(name: string): Reach {
  return async (story) => {
    await story.ask(name);
  };
}

async function asksForOther(story: Story): Promise<void> {
  const { tab, page } = story;
  await tab.go('/ask/hostel');
  await page.click('label[for=f-requester-parental_authority]');
  await page.fill('[name=requesterName]', 'Bob Example');
  await page.fill('[name=email]', story.stranger('child'));
  await page.click('form .button.main');
  await tab.is('asked');
  story.keep('other', await tab.asked());
}

async function provesWrongly(story: Story): Promise<void> {
  await story.page.fill('[name=code]', WRONG);
  await story.press();
}

async function again(story: Story): Promise<void> {
  await story.go('mine', '/prove');
  await story.press('form[action*="/again"] .button');
}

async function againLater(story: Story): Promise<void> {
  await story.codeIsOlder('mine');
  await again(story);
}

async function asksSomething(story: Story): Promise<void> {
  await story.question('mine', 'Have you stayed with us? \u202eevil <b>');
  await story.go('mine');
}

function answers(text: string): Reach {
  return async (story) => {
    await story.go('mine');
    await story.page.fill('[name=answer]', text);
    await story.press();
  };
}

async function takesLonger(story: Story): Promise<void> {
  await story.extend('mine');
  await story.go('mine');
}

async function refused(story: Story): Promise<void> {
  await story.handOver('refused');
  await story.refuse('refused');
  await story.go('refused');
}

async function proves(story: Story): Promise<void> {
  const email = story.house.guest();
  story.guestsEmail = email;
  await story.ask('guest', email);
  await story.go('guest', '/prove');
  await story.page.fill('[name=code]', await story.house.codeTo(email));
  await story.press();
  await story.tab.is('done');
  story.link = await story.house.linkTo(email);
}

function released(story: Story): Promise<void> {
  return story.go('guest');
}

async function tooManyWrong(story: Story): Promise<void> {
  for (let time = 0; time < 5; time += 1) await story.open(WRONG);
}

/** By the claim code, in a browser that has not been let in before. */
async function opens(story: Story): Promise<void> {
  await story.page.context().clearCookies({ name: '__Host-dl' });
  await story.changeLink('guest', ({ waitUntil: _over, ...link }) => link);
  await story.open(story.own('guest').claimCode);
}

/** The answer holds special categories. */
async function isSpecial(story: Story): Promise<void> {
  await story.changeAnswer('guest', (answer) => ({ ...answer, hasSpecialCategories: true }));
  await story.tab.go(story.linkPath);
}

async function locks(story: Story): Promise<void> {
  await story.tab.go(story.linkPath);
  await story.page.click('details:has(form) summary');
  await story.page.click('label[for=f-packing-aes]');
  await story.press();
}

function says(text: string): Reach {
  return async (story) => {
    await story.go('guest', '/missing');
    await story.page.fill('[name=what]', text);
    await story.press();
  };
}

async function renews(story: Story): Promise<void> {
  await story.go('guest');
  await story.press('form[action*="/link"] .button');
}

async function renewsLater(story: Story): Promise<void> {
  await story.changeLink('guest', (link) => ({ ...link, issuedAt: new Date(link.issuedAt.getTime() - 11 * 60_000) }));
  await renews(story);
}

function goneBecause(change: (link: DownloadLink) => DownloadLink): Reach {
  return async (story) => {
    await story.changeLink('guest', change);
    await story.open(story.own('guest').claimCode);
  };
}

async function stops(story: Story): Promise<void> {
  await story.isAskedFromElsewhere();
  await story.tab.go(story.stopPath);
}

/** Somebody tries codes. */
function finds(times: number): Reach {
  return async (story) => {
    for (let time = 0; time < times; time += 1) {
      await story.find('refused', WRONG);
      await story.page.waitForSelector('[data-page=find] .problems, [data-page=fault]');
    }
  };
}

async function tooLong({ tab, page }: Story): Promise<void> {
  await tab.go('/ask/hostel');
  await page.fill('[name=message]', 'x'.repeat(300_000));
  await page.evaluate(`document.querySelector('form[data-bits]').submit()`);
}
