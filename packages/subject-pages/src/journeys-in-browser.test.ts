import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { PageHost, type Posted } from '../test/page-host.js';
import { HOSTELS } from '../test/sample-look.js';
import { sample } from '../test/sample-views.js';
import { isWorkedOut } from './robots/is-worked-out.js';

const SECRET = 'Zm9yIHRoZSBzdWJqZWN0IG9ubHksIG5vYm9keSBlbHM';
const ASK = '/ask/hostels';
const OPEN = '/ask/hostels/d/k8Qw2LmZ';
const PHONE = { viewport: { width: 320, height: 640 } } as const;

describeWithChromium('what a subject does, in a real Chromium', ({ path, args }) => {
  let browser: Browser;
  let host: PageHost;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: [...args] });
    host = await PageHost.start(HOSTELS);
    host.show(ASK, sample('ask'));
    host.show(`POST ${ASK}`, sample('asked-prove'));
    host.show(OPEN, sample('open'));
    host.show(`POST ${OPEN}`, sample('open-wrong'));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });
  beforeEach(() => {
    host.posted.length = 0;
  });

  async function opened(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext({ ...PHONE, ...options })).newPage();
    await page.goto(`${host.origin}${url}`);
    return page;
  }

  /** What was sent, and once only. */
  function sent(): Posted {
    expect(host.posted).toHaveLength(1);
    return host.posted[0]!;
  }

  const pressed = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
    it('asks by the keyboard alone, from the top to the button (INT-06)', async () => {
      const page = await opened(ASK, { javaScriptEnabled });
      await pressed(page, 'Tab', 'Enter', 'Tab', 'Tab');
      await page.keyboard.type('claire.moreau@example.org');
      await pressed(page, 'Tab', 'Tab', 'Tab');
      await page.keyboard.type('Claire');
      await pressed(page, 'Tab', 'Tab', 'Enter', 'Tab', 'Tab');
      await page.keyboard.type('06 39 98 00 11\n06 39 98 00 12');
      await pressed(page, 'Tab', 'Tab', 'Tab', 'Tab', ' ', 'Tab', 'ArrowDown');
      await pressed(page, 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter');
      await page.waitForSelector('.code');
      const { path: to, form, origin } = sent();
      expect([to, origin]).toEqual([ASK, host.origin]);
      expect(form.getAll('rights')).toEqual(['access', 'portability']);
      expect(Object.fromEntries(form)).toMatchObject({
        requester: 'self',
        email: 'claire.moreau@example.org',
        givenName: 'Claire',
        otherPhones: '06 39 98 00 11\r\n06 39 98 00 12',
        format: 'json',
        language: 'fr',
        requesterName: '',
      });
    });

    it('has a way past what keeps robots out', async () => {
      const page = await opened(ASK, { javaScriptEnabled });
      await page.fill('[name=email]', 'claire.moreau@example.org');
      await page.click('form .button');
      await page.waitForSelector('.code');
      const { form } = sent();
      const challenge = { value: form.get('challenge') ?? '', bits: 8 };
      expect(challenge.value).toBe('1790000000.c2lnbmVk');
      // Without scripts there is no answer: the service then looks at how old the challenge is.
      if (javaScriptEnabled) expect(isWorkedOut(challenge, form.get('answer') ?? '')).toBe(true);
      else expect(form.get('answer')).toBe('');
    });

    it('is answered in the language of the page, which nothing has to remember (PER-01)', async () => {
      const page = await opened(ASK, { javaScriptEnabled, locale: 'de-DE' });
      await page.click('a[hreflang=fr]');
      await page.fill('[name=email]', 'claire.moreau@example.org');
      await page.click('form .button');
      await page.waitForSelector('html[lang=fr] .code');
      expect(await page.locator('h1').textContent()).toBe('Nous avons votre demande');
    });

    it('says who asks only where somebody asks for another person', async () => {
      const page = await opened(ASK, { javaScriptEnabled });
      expect(await page.locator('[name=authority]').isVisible()).toBe(false);
      await page.click('label[for=f-requester-proxy]');
      expect(await page.locator('[name=authority]').isVisible()).toBe(true);
    });

    it('is led to the first fault, and from there to its field', async () => {
      host.show(`POST ${ASK}`, sample('ask-one-fault'));
      const page = await opened(ASK, { javaScriptEnabled });
      await page.fill('[name=email]', 'claire.moreau@example.org');
      await page.click('form .button');
      await page.waitForSelector('.problems:focus');
      await pressed(page, 'Tab', 'Enter', 'Tab', 'Shift+Tab');
      expect(await page.locator('[name=email]:focus').inputValue()).toBe('claire.moreau');
      host.show(`POST ${ASK}`, sample('asked-prove'));
    });
  });

  it('opens a link: its secret goes into the form and out of the address, and a second try has it too (R50)', async () => {
    const page = await opened(`${OPEN}#${SECRET}`);
    expect(page.url()).toBe(`${host.origin}${OPEN}`);
    expect(await page.locator('[name=secret]').isVisible()).toBe(false);
    expect(host.posted).toEqual([]);
    await page.fill('[name=claimCode]', '1234 5678');
    await pressed(page, 'Enter');
    await page.waitForSelector('.problems:focus');
    expect(Object.fromEntries(sent().form)).toEqual({ secret: SECRET, claimCode: '1234 5678' });
    expect(page.url()).toBe(`${host.origin}${OPEN}?language=en`);
    expect(await page.locator('[name=secret]').inputValue()).toBe(SECRET);
    await page.click('a[hreflang=fr]');
    await page.waitForSelector('html[lang=fr]');
    expect(await page.locator('[name=secret]').inputValue()).toBe(SECRET);
    expect(page.url()).toBe(`${host.origin}${OPEN}?language=fr`);
  });

  it('opens a link that is pasted over a page that is open already', async () => {
    const page = await opened(OPEN);
    expect(await page.locator('[name=secret]').isVisible()).toBe(true);
    await page.evaluate(`location.hash = '${SECRET}'`);
    while ((await page.locator('[name=secret]').inputValue()) !== SECRET) await page.waitForTimeout(20);
    expect(page.url()).toBe(`${host.origin}${OPEN}`);
  });

  it('opens a link by hand without scripts, and takes no jump mark for a secret with them', async () => {
    const page = await opened(`${OPEN}#${SECRET}`, { javaScriptEnabled: false });
    await page.fill('[name=secret]', `https://hostels.example${OPEN}#${SECRET}`);
    await page.fill('[name=claimCode]', '48210937');
    await page.click('form .button');
    await page.waitForSelector('.problems');
    expect(sent().form.get('secret')).toContain(SECRET);
    const scripted = await opened(`${OPEN}#content`);
    expect(await scripted.locator('[name=secret]').inputValue()).toBe('');
  });

  it('is told beside a field what is wrong with it, before anything is sent, and loses nothing that was typed', async () => {
    const page = await opened(ASK);
    await page.click('form .button');
    expect(await page.textContent('#f-email-fault')).toContain('one thing to search with');
    expect(await page.locator('[name=email]:focus').count()).toBe(1);
    await page.fill('[name=email]', 'claire.moreau');
    await page.fill('[name=familyName]', 'Moreau\u202e');
    await page.click('summary');
    await page.fill('[name=period]', 'x'.repeat(401));
    await page.click('summary');
    await page.click('form .button');
    expect(await page.locator('.fault').allTextContents()).toHaveLength(3);
    expect(await page.getAttribute('[name=email]', 'aria-describedby')).toBe('f-email-fault');
    await page.fill('[name=email]', 'claire.moreau@example.org');
    expect(await page.getAttribute('[name=email]', 'aria-invalid')).toBeNull();
    await page.fill('[name=familyName]', 'Moreau');
    await page.click('form .button');
    expect(await page.locator('[name=period]:focus').isVisible()).toBe(true);
    expect(host.posted).toEqual([]);
    await page.fill('[name=period]', '2019');
    await page.click('form .button');
    await page.waitForSelector('.code');
    expect(Object.fromEntries(sent().form)).toMatchObject({ familyName: 'Moreau', period: '2019' });
  });

  it.each([
    ['Your code: 4821 0937. It works for ten minutes.', '4821 0937'],
    ['\u200b４８２１-0937\u2069', '4821 0937'],
    ['123456789', '123456789'],
    ['4821O937', '4821O937'],
  ])('pastes %j into the field of a code, which has %s then', async (pasted, value) => {
    const page = await opened(OPEN);
    await page.evaluate(
      `(() => {
        const field = document.querySelector('[name=claimCode]');
        field.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', ${JSON.stringify(pasted)});
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        if (field.dispatchEvent(event)) field.value = ${JSON.stringify(pasted)};
      })()`,
    );
    expect(await page.inputValue('[name=claimCode]')).toBe(value);
  });

  it('keeps a form while there is no connection, and says so', async () => {
    const page = await opened(OPEN);
    await page.fill('[name=secret]', SECRET);
    await page.fill('[name=claimCode]', '4821 0937');
    await page.context().setOffline(true);
    await page.click('form .button');
    await page.waitForSelector('#offline:focus');
    expect(await page.inputValue('[name=claimCode]')).toBe('4821 0937');
    await page.context().setOffline(false);
    await page.click('form .button');
    await page.waitForSelector('.problems');
    expect(sent().form.get('claimCode')).toBe('4821 0937');
  });

  it('copies the code that is shown once', async () => {
    const page = await opened(ASK, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.fill('[name=email]', 'claire.moreau@example.org');
    await page.click('form .button');
    await page.click('.copy');
    await page.waitForSelector('.copy:text("Copied")');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('4821 0937');
    expect(await page.textContent('.copy + [role=status]')).toBe('Copied');
  });
});
