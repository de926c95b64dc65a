import type { Page } from 'playwright-core';

/** How much slower the processor is made, as of a phone that is some years old. */
export const SLOWED = 4;

/** Does something with a page whose processor is made slower, and gives it its own again. */
export async function slowed<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  try {
    return await act();
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
}
