import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { subjectAssets } from '@habeas/subject-pages';

const web = dirname(createRequire(import.meta.url).resolve('@habeas/web/package.json'));
const console = readFileSync(join(web, 'src/style/tokens.css'), 'utf8');
const pages = subjectAssets().find(({ type }) => type.startsWith('text/css'))?.body ?? '';

/** What a style calls its colours and corners: first in the light, then in the dark. */
function tokensIn(style: string): readonly ReadonlyMap<string, string>[] {
  const blocks = [...style.matchAll(/:root \{([^}]*)\}/gu)].slice(0, 2);
  return blocks.map(([, block = '']) => {
    const all = [...block.matchAll(/--([\w-]+):\s*([^;]+);/gu)];
    return new Map(all.map(([, name = '', value = '']) => [name, value]));
  });
}

describe('the pages of subjects and the console', () => {
  it('have one visual language: what both name is the same, in the light and in the dark', () => {
    const [own, theirs] = [tokensIn(pages), tokensIn(console)];
    expect([own.length, theirs.length]).toEqual([2, 2]);
    for (const [scheme, tokens] of own.entries()) {
      const shared = [...tokens].filter(([name]) => theirs[scheme]?.has(name));
      expect(shared.length).toBeGreaterThanOrEqual(scheme === 0 ? 12 : 11);
      expect(Object.fromEntries(shared)).toEqual(
        Object.fromEntries(shared.map(([name]) => [name, theirs[scheme]?.get(name)] as const)),
      );
    }
  });

  it('name every colour of the pages in the console too', () => {
    const [light] = tokensIn(pages);
    const [theirs] = tokensIn(console);
    expect([...(light?.keys() ?? [])].filter((name) => theirs?.has(name) !== true)).toEqual([]);
  });
});
