import { afterAll, describe, it } from '@jest/globals';
import { isContinuousIntegration } from '../config/env.js';

/** The part of Jest that groups are registered with. */
export interface TestApi {
  readonly describe: { (title: string, body: () => void): void; skip(title: string, body: () => void): void };
  readonly it: (title: string, run: () => void) => void;
  readonly afterAll: (run: () => Promise<void>) => void;
}

/** Jest itself. */
export const JEST: TestApi = { describe, it, afterAll };

/** A group of tests that cannot run here. */
export interface NeedyGroup {
  /** What it needs, as it follows an article: `mariadb server`. */
  readonly needs: string;
  readonly title: string;
  readonly api: TestApi;
  readonly body: () => void;
  /** Whether it is skipped even where `CI=true`. */
  readonly mayBeMissing?: boolean;
}

let skippedGroups = 0;

/** Skips the group with a line on standard error; where `CI=true` it fails instead, unless what it needs may be missing. */
export function missingGroup({ needs, title, api, body, mayBeMissing = false }: NeedyGroup, reason: string): void {
  if (isContinuousIntegration() && !mayBeMissing) {
    api.describe(title, () => {
      api.it(`finds a ${needs}`, () => {
        throw new Error(`There is no ${needs} for "${title}": ${reason}.`);
      });
    });
    return;
  }
  skippedGroups += 1;
  process.stderr.write(`SKIPPED (${skippedGroups} in this file): "${title}" needs a ${needs}, and ${reason}.\n`);
  api.describe.skip(title, body);
}
