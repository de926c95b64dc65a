import type { Download, Locator, Page } from 'playwright-core';
import { complaints, type ConsoleHouse } from './console-house.js';
import { overflow } from './console-screens.js';
import { type ConsoleLanguage, consoleWords, type Say } from './console-words.js';
import { keys, type PageHands } from './first-time-hands.js';

type Filling = Parameters<Say>[1];

/** Somebody who works in the rooms of the console by the keyboard alone, in a language, by the words that they read. */
export class RoomWorker {
  readonly #hands: PageHands;

  private constructor(
    readonly page: Page,
    readonly say: Say,
  ) {
    this.#hands = keys(page);
  }

  static async arrive(house: ConsoleHouse, language: ConsoleLanguage): Promise<RoomWorker> {
    const page = await house.page('/console/', { locale: language === 'fr' ? 'fr-FR' : 'en-GB', acceptDownloads: true });
    page.setDefaultTimeout(20_000);
    return new RoomWorker(page, await consoleWords(language));
  }

  /** Opens the console anew, wherever they were. */
  async begin(): Promise<void> {
    await this.page.goto(new URL('/console/', this.page.url()).href);
    await this.there('main h1');
  }

  /** Follows the way to a room that the head of each page has. */
  async goTo(room: string): Promise<void> {
    await this.#hands.press(this.page.getByRole('navigation').getByRole('link', { name: this.say(room), exact: true }));
    await this.page.getByRole('heading', { level: 1, name: this.say(room) }).waitFor();
  }

  press(key: string, filling?: Filling): Promise<void> {
    return this.pressed(this.say(key, filling));
  }

  /** A button, or a link, by all that it is called: of the dialog, where one is open. */
  async pressed(name: string): Promise<void> {
    const dialog = this.page.locator('[role=dialog]').last();
    const place = (await dialog.count()) > 0 ? dialog : this.page;
    const button = place.getByRole('button', { name, exact: true });
    await this.#hands.press(button.or(place.getByRole('link', { name, exact: true })).first());
  }

  /** Opens or shuts what is folded. */
  unfold(summary: Locator): Promise<void> {
    return this.#hands.press(summary);
  }

  write(key: string, text: string): Promise<void> {
    return this.#hands.write(this.page.getByLabel(this.say(key), { exact: true }).first(), text);
  }

  writeInto(field: Locator, text: string): Promise<void> {
    return this.#hands.write(field, text);
  }

  choose(key: string, value: string): Promise<void> {
    return this.#hands.choose(this.page.getByLabel(this.say(key), { exact: true }).first(), value);
  }

  /** A tick, or one of several answers. */
  async take(role: 'checkbox' | 'radio', name: string): Promise<void> {
    await this.#hands.press(this.page.getByRole(role, { name }).first());
  }

  /** Presses what hands out a file, and takes that. */
  async download(key: string, filling?: Filling): Promise<Download> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press(key, filling)]);
    return file;
  }

  there(selector: string): Promise<unknown> {
    return this.page.waitForSelector(selector);
  }

  gone(selector: string): Promise<unknown> {
    return this.page.waitForSelector(selector, { state: 'detached' });
  }

  /** What is wrong with the page as it stands: what it complains of, and what does not fit. */
  async faults(): Promise<readonly unknown[]> {
    const wide = await overflow(this.page);
    return [...complaints, ...(wide === 0 ? [] : [`is ${String(wide)} too wide`])];
  }
}
