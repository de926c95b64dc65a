import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { accentAsset, DOWNLOAD_ASSET, SCRIPT_ASSET, STYLE_ASSET, subjectAssets } from './subject-assets.js';

describe('the files of the pages', () => {
  it('have a hash of themselves in their names, so that they may be kept for ever', () => {
    for (const { path, body } of subjectAssets(['#b3541e'])) {
      expect(path).toMatch(/^\/pages\/\w+\.[\da-f]{16}\.(?:css|js)$/u);
      expect(path).toContain(createHash('sha256').update(body).digest('hex').slice(0, 16));
    }
  });

  it('are a style, two scripts, and one style for each colour', () => {
    expect(subjectAssets()).toEqual([STYLE_ASSET, SCRIPT_ASSET, DOWNLOAD_ASSET]);
    const all = subjectAssets(['#b3541e', '#b3541e', '#004488']);
    expect(all.map(({ type }) => type)).toEqual(
      ['text/css', 'text/javascript', 'text/javascript', 'text/css', 'text/css'].map((type) => `${type}; charset=utf-8`),
    );
    expect(accentAsset('#b3541e').path).not.toBe(accentAsset('#004488').path);
  });

  it('load nothing, from nobody', () => {
    for (const { body } of subjectAssets(['#b3541e']))
      expect(body).not.toMatch(
        /url\(|@import|https?:|XMLHttp|sendBeacon|WebSocket|innerHTML|outerHTML|insertAdjacent|DOMParser|eval/u,
      );
  });

  it('hold scripts of 60 kB at most as they are sent, those of every page together', () => {
    const sent = gzipSync([SCRIPT_ASSET, DOWNLOAD_ASSET].map(({ body }) => body).join('')).length;
    expect(sent).toBeLessThanOrEqual(60_000);
    expect(sent).toBeLessThanOrEqual(6_000); // what they take now: who adds a lot says so here
  });
});
