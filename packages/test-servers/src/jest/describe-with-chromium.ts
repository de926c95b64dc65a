import { CHROMIUM_VARIABLE, givenChromium } from '../config/env.js';
import { JEST, missingGroup } from './missing-group.js';

/** A real Chromium. */
export interface TestBrowser {
  /** Its program. Use it inside hooks and tests only. */
  readonly path: string;
  /** What it has to be started with here: it refuses to run in its own sandbox as root. */
  readonly args: readonly string[];
}

/**
 * A group of tests that needs a real Chromium, which the environment names. Without one the group is skipped, with a line on
 * standard error; where `CI=true` it fails instead.
 */
export function describeWithChromium(title: string, body: (browser: TestBrowser) => void, api = JEST): void {
  const path = givenChromium();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const group = { needs: 'Chromium', title, api, body: () => { body({ path: path ?? 'unavailable', args }); } }; // prettier-ignore
  if (path === undefined) missingGroup(group, `${CHROMIUM_VARIABLE} is not set`);
  else api.describe(title, group.body);
}
