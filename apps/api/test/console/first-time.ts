import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { type StartedDemo, startDemo } from '../../src/demo/start-demo.js';
import type { BrowserPlace } from './console-house.js';
import { violations } from './console-screens.js';
import { mouse, type PageHands } from './first-time-hands.js';

const STEP_MS = 30_000;
const MOST_LOOKS = 80;
const LOOK_MS = 250;
/** What the browser itself writes: of an answer that is an error, and of a page in a sandbox, which has no origin. */
const NO_FAULTS = ['Failed to load resource', 'The page requested an origin-keyed agent cluster'];

/** What `npm run demo` serves, before anybody has done anything there, and browsers of people who see it for the first time. */
export class FirstTimeHouse {
  /** What pages have complained about. */
  readonly complaints: string[] = [];
  #lastStep = 0;

  private constructor(
    readonly demo: StartedDemo,
    private readonly browser: Browser,
    private readonly directory: string,
  ) {}

  static async start({ path, args }: BrowserPlace, consoleFolder: string): Promise<FirstTimeHouse> {
    const directory = mkdtempSync(join(tmpdir(), 'habeas-first-time-'));
    const demo = await startDemo({ directory, consoleFolder, port: 0, say: () => undefined });
    const browser = await chromium.launch({ executablePath: path, args: [...args] });
    return new FirstTimeHouse(demo, browser, directory);
  }

  /** A browser of somebody's own, in which they have not been anywhere. */
  async somebody(locale: string, hands = mouse): Promise<Visitor> {
    const context = await this.browser.newContext({ locale, acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    context.on('weberror', (error) => this.complaints.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !NO_FAULTS.some((start) => message.text().startsWith(start)))
        this.complaints.push(message.text());
    });
    return new Visitor(await context.newPage(), this.complaints, hands);
  }

  /** What an authenticator with this key shows: each code works once, so it is the next one where the last was used. */
  codeOf(secret: string): string {
    this.#lastStep = Math.max(Math.floor(Date.now() / STEP_MS), this.#lastStep + 1);
    return generateSync({ secret, epoch: (this.#lastStep * STEP_MS) / 1_000 });
  }

  /** As if more than five minutes had gone by since anybody at a controller proved who they are. */
  async proofsAreOld(controller: string): Promise<void> {
    const steppedUpAt = new Date(Date.now() - 6 * 60_000);
    await this.demo.started.service.store.transact(async ({ sessions, staff }) => {
      for (const { id } of await staff.list(controller))
        for (const session of await sessions.of(id)) await sessions.change({ ...session, steppedUpAt });
    });
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.demo.stop();
    rmSync(this.directory, { recursive: true });
  }
}

/** How a visitor finds what they want to use: by what it is and what it says. */
export type Named = readonly [role: 'button' | 'link' | 'textbox' | 'radio', name: string | RegExp];

/** Somebody at a browser, with a mouse unless it is said otherwise. */
export class Visitor {
  readonly #hands: PageHands;

  constructor(
    readonly page: Page,
    private readonly complaints: readonly string[],
    hands: (page: Page) => PageHands = mouse,
  ) {
    this.#hands = hands(page);
  }

  press(what: Named | Locator): Promise<void> {
    return this.#hands.press(this.#placeOf(what));
  }

  write(field: Named, text: string): Promise<void> {
    return this.#hands.write(this.#placeOf(field), text);
  }

  /** Takes one of a list that has this label. */
  choose(label: string, value: string): Promise<void> {
    return this.#hands.choose(this.page.getByLabel(label).first(), value);
  }

  /** Waits until something is there, and gives what is wrong with the page: what axe finds, and what the page complains about. */
  async faultsAt(selector: string): Promise<readonly string[]> {
    await this.page.waitForSelector(selector);
    return [...(await violations(this.page)), ...this.complaints];
  }

  /** Presses something else again and again, until what they wait for is there. */
  async until(selector: string, again: Named): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      if ((await this.page.locator(selector).count()) > 0) return;
      await this.page.waitForTimeout(LOOK_MS);
      await this.press(again);
    }
    throw new Error(`There is no ${selector}.`);
  }

  /** Another tab of the same browser. */
  async tab(): Promise<Visitor> {
    return new Visitor(await this.page.context().newPage(), this.complaints);
  }

  /** What stands somewhere on the page. */
  async reads(selector: string): Promise<string> {
    return (await this.page.locator(selector).first().textContent()) ?? '';
  }

  #placeOf(what: Named | Locator): Locator {
    if ('waitFor' in what) return what.first();
    const [role, name] = what;
    return this.page.getByRole(role, { name }).first();
  }
}
