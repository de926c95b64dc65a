import { createHash } from 'node:crypto';
import type { ArchiveLanguage, ArchiveOptions } from '../options.js';
import { foreign, markup, trusted, type Html } from './html.js';
import { renderData, renderDocuments, renderLedger, renderMore, type PageContent } from './page-tables.js';
import { PAGE_TEXTS, type PageTexts } from './page-texts.js';
import { PAGE_STYLE } from './page-style.js';

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * `README.html`: where a person begins. One file without scripts and without anything from outside; the language of the
 * request in full, the other one for what it is, how to open it, and rights.
 */
export function renderIndexPage(content: PageContent): string {
  const { options, complete } = content;
  const { language, controller } = options;
  const texts = PAGE_TEXTS[language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${texts.title(controller.name)}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#data">${texts.skip}</a>
<header>
<h1>${texts.headline} ${foreign(controller.name)}</h1>
${complete ? '' : markup`<p class="banner" role="note"><strong>${texts.incomplete}</strong></p>\n`}</header>
<main>
${renderIntroduction(texts, options)}${renderFacts(texts, content)}${renderDocuments(texts, content)}${renderData(texts, content)}${renderLedger(texts, content)}${renderMore(texts, content)}${renderLines(texts.check)}${renderRights(texts, options)}${renderOther(language === 'en' ? 'fr' : 'en', options)}</main>
</body>
</html>
`.text;
}

/** What the other language says. */
function renderOther(language: ArchiveLanguage, options: ArchiveOptions): Html {
  const texts = PAGE_TEXTS[language];
  return markup`<div lang="${language}">
<hr>
${renderIntroduction(texts, options)}${renderRights(texts, options)}</div>
`;
}

function renderIntroduction(texts: PageTexts, { format }: ArchiveOptions): Html {
  const [heading, first, ...lines] = texts.open;
  return markup`${renderLines(texts.what)}${renderLines([heading, first, format === 'csv' ? texts.csv : texts.json, ...lines])}`;
}

function renderLines([heading, ...lines]: readonly [string, ...string[]]): Html {
  return markup`<section>
<h2>${heading}</h2>
${lines.map((line) => markup`<p>${line}</p>\n`)}</section>
`;
}

function renderFacts({ labels }: PageTexts, { options, tables, attachments }: PageContent): Html {
  const { controller, reference, requestedAt, software } = options;
  const day = requestedAt.toISOString().slice(0, 10);
  const records = tables.filter(({ role }) => role === 'collection').reduce((sum, { facts }) => sum + facts.rows, 0);
  const rows: readonly (readonly [string, Html | undefined])[] = [
    [labels.controller, foreign(controller.name)],
    [labels.contact, controller.contact === undefined ? undefined : foreign(controller.contact)],
    [labels.officer, controller.officer === undefined ? undefined : foreign(controller.officer)],
    [labels.reference, markup`<code>${reference}</code>`],
    [labels.requested, markup`<time datetime="${day}">${day}</time>`],
    [labels.records, markup`${records}`],
    [labels.files, markup`${attachments}`],
    [labels.made, foreign(`${software.name} ${software.version}`)],
  ];
  return markup`<dl>
${rows.map(([label, value]) => (value === undefined ? markup`` : markup`<dt>${label}</dt><dd>${value}</dd>\n`))}</dl>
`;
}

function renderRights(texts: PageTexts, { controller }: ArchiveOptions): Html {
  const { authority } = controller;
  const name = authority === undefined ? markup`${texts.noAuthority}` : foreign(authority.name);
  const website = authority?.website === undefined ? markup`` : markup` (${foreign(authority.website)})`;
  const [heading, ...lines] = texts.rights;
  return markup`<section>
<h2>${heading}</h2>
${lines.map((line) => markup`<p>${line}</p>\n`)}<p>${texts.complaint} ${name}${website}</p>
</section>
`;
}
