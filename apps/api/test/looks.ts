import type { Page } from 'playwright-core';
import { unreadable, unsaid, violations } from './console/console-screens.js';

const WIDTHS = [320, 768, 1_280] as const;
const HEIGHT = 740;
/** Print twice as large is read in a window of this width. */
const LARGE_PRINT_WIDTH = 640;

/** What is not as it has to be: in light and dark, from narrow to wide, in large print, and on paper. The page is left as it was. */
export async function wrongWith(page: Page): Promise<readonly string[]> {
  const wrong = [...(await violations(page)), ...(await misfits(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  wrong.push(...(await unreadable(page)).map((each) => `dark ${each}`));
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  if (!(await page.locator('h1').first().isVisible())) wrong.push('loses its heading on paper');
  await page.emulateMedia({ media: 'screen' });
  return wrong;
}

/** The same of what another language may change, where {@link wrongWith} has looked at the page in one: its words, and their width. */
export async function wrongInOtherWords(page: Page): Promise<readonly string[]> {
  return [...(await unsaid(page)), ...(await misfits(page))];
}

/** Where it has to be scrolled sideways, at some width or in large print. */
async function misfits(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    if ((await widthOf(page)) > width) wrong.push(`scrolls sideways at ${String(width)}`);
  }
  await page.setViewportSize({ width: LARGE_PRINT_WIDTH, height: HEIGHT });
  await page.evaluate('document.documentElement.style.fontSize = "200%"');
  if ((await widthOf(page)) > LARGE_PRINT_WIDTH) wrong.push('scrolls sideways in large print');
  await page.evaluate('document.documentElement.style.fontSize = ""');
  if (before !== null) await page.setViewportSize(before);
  return wrong;
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}
