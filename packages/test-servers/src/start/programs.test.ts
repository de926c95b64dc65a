import { describe, expect, it } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import { findFolderWith, findProgram } from './programs.js';
import { installed } from './recipe.js';

describe('programs', () => {
  it('are found on the path, and where servers live', async () => {
    expect(findProgram('sh')).toMatch(/\/sh$/);
    expect(findProgram('no-such-program')).toBeUndefined();
    expect(findFolderWith(['sh', 'no-such-program'])).toBeUndefined();
    await withEnvironment({ PATH: undefined }, () => {
      expect(findProgram('sh')).toBeUndefined();
      return Promise.resolve();
    });
  });

  it('may be gone by the time they are needed', () => {
    expect(installed('/usr/sbin/x')).toBe('/usr/sbin/x');
    expect(() => installed(undefined)).toThrow('removed');
  });
});
