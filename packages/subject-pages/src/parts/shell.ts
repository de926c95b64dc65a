import { type Html, legible, markup, trusted } from '@habeas/report';
import { accentAsset, DOWNLOAD_ASSET, SCRIPT_ASSET, STYLE_ASSET } from '../assets/subject-assets.js';
import { SUBJECT_LANGUAGES } from '../view/subject-look.js';
import { footer } from './footer.js';
import type { Page } from './page.js';
import type { Scene } from './scene.js';
import { NOTHING, outside } from './told.js';

/**
 * What the pages may load and do (CSP 3): their own files, and nothing of anybody else. For the header of every one; where a form leads on to a
 * provider, with its origins: browsers mind redirects too.
 */
export function subjectPolicy(formOrigins: readonly string[] = []): string {
  const forms = ["'self'", ...formOrigins].join(' ');
  return `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;
}

/** A whole document, that says which page it is. Everything that it needs beside itself is on the same host. */
export function shell(scene: Scene, name: string, page: Page): string {
  const { words, language, look } = scene;
  const document = markup`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
${page.isPublic === true ? NOTHING : trusted('<meta name="robots" content="noindex, nofollow">\n')}<title>${windowTitle(scene, page)}</title>
<link rel="stylesheet" href="${STYLE_ASSET.path}">
${look.colour === undefined ? NOTHING : markup`<link rel="stylesheet" href="${accentAsset(look.colour).path}">\n`}${scripts(page)}</head>
<body>
<a class="skip" href="#content">${words.say('shell.skip')}</a>
<header>
<p class="controller">${outside(look.controllerName)}</p>
${page.address === undefined ? NOTHING : languages(scene, page.address)}</header>
<main id="content" tabindex="-1" data-page="${name}">
${page.isScripted === true ? markup`<p class="offline" id="offline" role="alert" tabindex="-1" hidden>${words.say('script.offline')}</p>\n` : NOTHING}${page.content}</main>
${footer(scene)}</body>
</html>
`;
  return document.text;
}

function scripts({ isScripted, isDownload }: Page): Html {
  const all = [...(isScripted === true ? [SCRIPT_ASSET] : []), ...(isDownload === true ? [DOWNLOAD_ASSET] : [])];
  return markup`${all.map(({ path }) => markup`<script src="${path}" defer></script>\n`)}`;
}

function windowTitle({ words, look }: Scene, { title, isFaulty }: Page): string {
  const said = isFaulty === true ? words.say('shell.faulty', { title }) : title;
  return words.say('shell.title', { title: said, controller: legible(look.controllerName) });
}

/** The same page in the other languages, each named in its own. */
function languages({ words, language }: Scene, address: string): Html {
  const [path = ''] = address.split('?');
  const items = SUBJECT_LANGUAGES.map((other) => {
    const name = words.say(`shell.${other}`);
    return other === language
      ? markup`<li aria-current="true" lang="${other}">${name}</li>\n`
      : markup`<li><a href="${path}?language=${other}" hreflang="${other}" lang="${other}">${name}</a></li>\n`;
  });
  return markup`<nav aria-label="${words.say('shell.languages')}">\n<ul>\n${items}</ul>\n</nav>\n`;
}
