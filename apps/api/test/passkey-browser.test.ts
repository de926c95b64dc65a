import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithChromium } from '@habeas/test-servers/jest';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { localOrigin, PasskeyPerson } from './passkey-person.js';

/** A key that knows its owner, as a browser's own tools offer it. */
const KEY = {
  protocol: 'ctap2',
  transport: 'usb',
  hasResidentKey: false,
  hasUserVerification: true,
  isUserVerified: true,
} as const;

/** A page of the service with a virtual key in its browser. What is run in it is text: it is the page's code, not ours. */
class ServicePage {
  constructor(private readonly tools: CDPSession) {}

  static async open(browser: Browser, url: string): Promise<ServicePage> {
    const page = await (await browser.newContext()).newPage();
    const tools = await page.context().newCDPSession(page);
    await tools.send('WebAuthn.enable');
    await tools.send('WebAuthn.addVirtualAuthenticator', { options: { ...KEY, automaticPresenceSimulation: true } });
    await page.goto(url);
    return new ServicePage(tools);
  }

  /** One of the calls below /session. */
  call(path: string, body: object = {}): Promise<object> {
    const content = JSON.stringify(JSON.stringify(body));
    const init = `{ method: 'POST', headers: { 'content-type': 'application/json' }, body: ${content} }`;
    return this.#run(`fetch('/session${path}', ${init}).then((answer) => answer.json())`);
  }

  create(options: object): Promise<object> {
    const publicKey = `PublicKeyCredential.parseCreationOptionsFromJSON(${JSON.stringify(options)})`;
    return this.#run(`navigator.credentials.create({ publicKey: ${publicKey} }).then((made) => made.toJSON())`);
  }

  get(options: object): Promise<object> {
    const publicKey = `PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)})`;
    return this.#run(`navigator.credentials.get({ publicKey: ${publicKey} }).then((found) => found.toJSON())`);
  }

  async #run(expression: string): Promise<object> {
    const answer = await this.tools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { exceptionDetails, result } = answer;
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as object;
  }
}

describeWithChromium('a passkey in a real Chromium', ({ path, args }) => {
  let house: ServiceHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await serviceHouse();
    browser = await chromium.launch({ executablePath: path, args: [...args] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  it('is enrolled by a page of the service, proves the second factor, and steps up, each once', async () => {
    const person = await PasskeyPerson.invited(house, await officerOf(house));
    const page = await ServicePage.open(browser, localOrigin(house));

    expect(await page.call('', person.credentials)).toMatchObject({ needs: 'enrolment', factors: [] });
    const made = await page.create(await page.call('/passkey'));
    const enrolled = await page.call('/passkey/confirm', { name: 'Virtual', credential: made });
    expect(enrolled).toMatchObject({ needs: null, recoveryCodes: expect.arrayContaining([expect.any(String)]) });
    await expect(page.create(await page.call('/passkey'))).rejects.toThrow('InvalidStateError');

    expect(await page.call('', person.credentials)).toMatchObject({ needs: 'second-factor', factors: ['passkey'] });
    const proof = await page.get(await page.call('/passkey/challenge'));
    expect(await page.call('/second-factor/passkey', { credential: proof })).toMatchObject({ needs: null });

    const again = await page.get(await page.call('/passkey/challenge'));
    expect(await page.call('/step-up/passkey', { credential: again })).toMatchObject({ needs: null });
    expect(await page.call('/step-up/passkey', { credential: again })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  }, 60_000);
});
