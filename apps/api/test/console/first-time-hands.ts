import type { Locator, Page } from 'playwright-core';

/** How somebody uses what stands on a page. */
export interface PageHands {
  /** A button, a link, a tick, or one of several answers. */
  press(what: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Takes one of a list, by its value. */
  choose(list: Locator, value: string): Promise<void>;
}

const MOST_TABS = 150;

/** With a mouse, and letters typed into fields. */
export function mouse(page: Page): PageHands {
  return {
    press: (what) => what.click(),
    write: async (field, text) => {
      await field.click();
      await page.keyboard.type(text);
    },
    choose: async (list, value) => {
      await list.selectOption(value);
    },
  };
}

/** By the keyboard alone, from wherever it is: with Tab, the arrows, Enter, the space bar and letters. */
export function keys(page: Page): PageHands {
  const focused = async (what: Locator): Promise<boolean> => (await what.and(page.locator(':focus')).count()) > 0;
  const reach = async (what: Locator): Promise<void> => {
    await what.waitFor();
    await goOn(page, 'Tab', () => focused(what));
  };
  return {
    press: async (what) => {
      await what.waitFor();
      const type = await what.getAttribute('type');
      if (type !== 'radio') {
        await reach(what);
        await page.keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
        return;
      }
      // Of answers that exclude each other Tab goes to one, and the arrows to the others
      const name = (await what.getAttribute('name')) ?? '';
      await goOn(page, 'Tab', () => focused(page.locator(`input[name="${name}"]`)));
      await page.keyboard.press('Space');
      await goOn(page, 'ArrowDown', () => focused(what));
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.type(text);
    },
    choose: async (list, value) => {
      await reach(list);
      const text = (await list.locator(`option[value="${value}"]`).textContent()) ?? '';
      await page.keyboard.type(text);
      if ((await list.inputValue()) !== value) throw new Error(`The keyboard does not choose ${text}.`);
    },
  };
}

async function goOn(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not come there with ${key}.`);
}
