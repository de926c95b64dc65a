import { createHash } from 'node:crypto';
import { accentOf } from './accent.js';
import { DOWNLOAD } from './script/download.js';
import { FIELDS } from './script/fields.js';
import { NEWS } from './script/news.js';
import { ROBOTS_AND_LINKS } from './script/robots-and-links.js';
import { SUBJECT_STYLE } from './style.js';

/** A file that pages load. Its path holds a hash of it, so it may be cached for ever. */
export interface SubjectAsset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** The style of all pages. */
export const STYLE_ASSET = asset('pages', 'css', SUBJECT_STYLE);
/**
 * What makes pages easier for who has scripts. Everything works without it. It asks nobody but the service, and writes no HTML. What looks
 * at fields comes before what sends them.
 */
export const SCRIPT_ASSET = asset('pages', 'js', `'use strict';\n${FIELDS}${ROBOTS_AND_LINKS}${NEWS}`);
/** The same for the page of a download. */
export const DOWNLOAD_ASSET = asset('download', 'js', `'use strict';\n${DOWNLOAD}`);

/** The colour of one controller, `#rrggbb`, in a style of its own: pages hold no style. */
export function accentAsset(colour: string): SubjectAsset {
  const { light, dark } = accentOf(colour);
  const dim = `@media screen and (prefers-color-scheme: dark) { :root { --main: ${dark}; } }`;
  return asset('colour', 'css', `:root { --main: ${light}; }\n${dim}\n`);
}

/** Every file that pages load, with those of these controllers' colours. */
export function subjectAssets(colours: readonly string[] = []): readonly SubjectAsset[] {
  const accents = new Map(colours.map(accentAsset).map((each) => [each.path, each]));
  return [STYLE_ASSET, SCRIPT_ASSET, DOWNLOAD_ASSET, ...accents.values()];
}

function asset(name: string, kind: 'css' | 'js', body: string): SubjectAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return {
    path: `/pages/${name}.${hash}.${kind}`,
    type: kind === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    body,
  };
}
