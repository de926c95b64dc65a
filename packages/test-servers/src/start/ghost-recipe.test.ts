import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGhost, ghostFolder, GHOST_VERSION } from './ghost-folder.js';
import { ghostRecipeWith } from './ghost-recipe.js';

describe('Ghost', () => {
  it('is kept where the account that it runs as may read', () => {
    expect(ghostFolder('/srv/a', false)).toBe(`/srv/a/.cache/habeas-test-servers/ghost-${GHOST_VERSION}`);
    expect(ghostFolder('/root', true)).toBe(`/var/cache/habeas-test-servers/ghost-${GHOST_VERSION}`);
  });

  it('is there once it is installed whole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-ghost-folder-'));
    mkdirSync(join(folder, 'package'));
    expect(findGhost(folder)).toBeUndefined();
    writeFileSync(join(folder, 'installed'), '');
    expect(findGhost(folder)).toBe(join(folder, 'package'));
    rmSync(folder, { recursive: true });
  });

  it('is started from its folder, on its own data', () => {
    const recipe = ghostRecipeWith(() => '/opt/ghost');
    expect(recipe.isInstalled()).toBe(true);
    expect(recipe.initialise('/srv/ghost')).toEqual(['cp', '-r', '/opt/ghost/content', '/srv/ghost/content']);
    expect(recipe.serve('/srv/ghost', 2368).slice(3)).toEqual(['ghost', '/srv/ghost', '2368', process.execPath, '/opt/ghost']);
    expect(JSON.parse(recipe.files('x')['settings'] ?? '')).toMatchObject({ privacy: { useUpdateCheck: false } });
    expect(recipe.url(2368, 'x')).toBe('http://owner%40example.org:x@127.0.0.1:2368');
    expect(ghostRecipeWith(() => undefined).isInstalled()).toBe(false);
  });
});
