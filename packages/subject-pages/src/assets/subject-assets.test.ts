import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { accentAsset, SCRIPT_ASSET, STYLE_ASSET, subjectAssets } from './subject-assets.js';

describe('the files of the pages', () => {
  it('have a hash of themselves in their names, so that they may be kept for ever', () => {
    for (const { path, body } of subjectAssets(['#b3541e'])) {
      expect(path).toMatch(/^\/pages\/\w+\.[\da-f]{16}\.(?:css|js)$/u);
      expect(path).toContain(createHash('sha256').update(body).digest('hex').slice(0, 16));
    }
  });

  it('are a style, a script, and one style for each colour', () => {
    expect(subjectAssets()).toEqual([STYLE_ASSET, SCRIPT_ASSET]);
    const all = subjectAssets(['#b3541e', '#b3541e', '#004488']);
    expect(all.map(({ type }) => type)).toEqual(
      ['text/css', 'text/javascript', 'text/css', 'text/css'].map((type) => `${type}; charset=utf-8`),
    );
    expect(accentAsset('#b3541e').path).not.toBe(accentAsset('#004488').path);
  });

  it('load nothing, from nobody', () => {
    for (const { body } of subjectAssets(['#b3541e']))
      expect(body).not.toMatch(/url\(|@import|https?:|fetch\(|XMLHttp|innerHTML|eval/u);
  });

  it('hold a script of 4 kB at most, comments included', () => {
    expect(Buffer.byteLength(SCRIPT_ASSET.body)).toBeLessThanOrEqual(4_096);
  });
});
