import type { Page } from 'playwright-core';

/** How somebody uses a page. */
export interface Hands {
  /** Writes into a field, in the place of what is there. */
  write(selector: string, text: string): Promise<void>;
  /** Comes to a field, as it is. */
  reach(selector: string): Promise<void>;
  /** Presses a button, or follows a link. */
  press(selector: string): Promise<void>;
}

const MOST_TABS = 80;

/** By the keyboard alone, from wherever it is. */
export function keyboard(page: Page): Hands {
  const reach = async (selector: string): Promise<void> => {
    await page.waitForSelector(selector);
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not come to ${selector}.`);
  };
  return {
    reach,
    write: async (selector, text) => {
      await reach(selector);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    press: async (selector) => {
      await reach(selector);
      await page.keyboard.press('Enter');
    },
  };
}

/** By a finger on a telephone. */
export function finger(page: Page): Hands {
  return {
    reach: (selector) => page.focus(selector),
    write: (selector, text) => page.fill(selector, text),
    press: (selector) => page.tap(selector),
  };
}
