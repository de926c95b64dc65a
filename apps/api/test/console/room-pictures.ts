import type { Page } from 'playwright-core';

/** Every room beside the requests: its address, and what stands there once it is whole. */
export const ROOMS: readonly (readonly [name: string, path: string, isThere: string])[] = [
  ['overview', 'overview', '.tiles'],
  ['sources', 'sources', '.source-cards .dates'],
  ['data-map', 'sources/membership', '.collection'],
  ['data-map-editor', 'sources/membership/edit', '.check.good'],
  ['register', 'register', '.flow'],
  ['received', 'received', '.empty, .cards'],
  ['audit', 'audit', '.cards'],
  ['people', 'people', '.cards'],
  ['programs', 'programs', '.empty, .cards'],
  ['settings', 'settings', '.pairs'],
  ['first-steps', 'first-steps', '.first-steps .done-step:last-child'],
  ['first-controller', 'first-steps/controller', '.check.good'],
  ['first-source', 'first-steps/source', '.editor form'],
];

/** Goes to a room, and waits until it is there. */
export async function goTo(page: Page, url: string, [, path, isThere]: (typeof ROOMS)[number]): Promise<void> {
  await page.goto(`${url}/console/club/${path}`);
  await page.waitForSelector(isThere);
}
