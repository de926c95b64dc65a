import type { Account, LedgerEntry } from '@habeas/core';
import { sourceTitle } from '@habeas/core/law';
import type { ArchiveTable } from '../assembly/archive-table.js';
import type { WrittenDocument } from '../assembly/documents.js';
import { sourcesOf } from '../descriptor/describe-package.js';
import type { ArchiveLanguage, ArchiveOptions } from '../options.js';
import { textIn } from '../texts.js';
import { foreign, markup, type Html } from './html.js';
import type { PageTexts } from './page-texts.js';

/** What the index page shows. */
export interface PageContent {
  readonly options: ArchiveOptions;
  readonly account: Account;
  readonly documents: readonly WrittenDocument[];
  readonly tables: readonly ArchiveTable[];
  readonly complete: boolean;
  readonly attachments: number;
}

/** The person's own tables, source by source, with titles, counts and links. */
export function renderData(texts: PageTexts, { account, tables, options }: PageContent): Html {
  const [heading, caption, nothing] = texts.data;
  const own = tables.filter(({ role }) => role !== 'provenance');
  const blocks = sourcesOf(account).map((system) => {
    const mine = own.filter(({ source }) => source?.id === system.id);
    const title = foreign(sourceTitle(system, options.language));
    return mine.length === 0 ? markup`` : renderTables(texts, markup`${caption} ${title}`, mine, options.language);
  });
  return markup`<section id="data">
<h2>${heading}</h2>
${own.length === 0 ? markup`<p>${nothing}</p>\n` : blocks}</section>
`;
}

/** The files for people: to be read first. */
export function renderDocuments(texts: PageTexts, { documents, options }: PageContent): Html {
  const [heading, intro] = texts.documents;
  if (documents.length === 0) return markup``;
  return markup`<section>
<h2>${heading}</h2>
<p>${intro}</p>
<ul>
${documents.map(({ path, title }) => markup`<li><a href="${path}">${title[options.language]}</a></li>\n`)}</ul>
</section>
`;
}

/** The tables about the search itself. */
export function renderMore(texts: PageTexts, { tables, options }: PageContent): Html {
  const [heading, caption] = texts.more;
  const mine = tables.filter(({ role }) => role === 'provenance');
  return markup`<section>
<h2>${heading}</h2>
${renderTables(texts, markup`${caption}`, mine, options.language)}</section>
`;
}

/** The ledger in plain words. */
export function renderLedger(texts: PageTexts, { account, options }: PageContent): Html {
  const [heading, caption, intro] = texts.ledger;
  return markup`<section>
<h2>${heading}</h2>
<p>${intro}</p>
<div class="wide" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
${renderHead(texts.ledgerColumns)}<tbody>
${account.ledger.map((entry) => renderEntry(texts, entry, options.language))}</tbody>
</table>
</div>
</section>
`;
}

function renderHead(columns: readonly string[]): Html {
  return markup`<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>\n`;
}

function renderEntry(
  texts: PageTexts,
  { source, collection, title, outcome, records, queued, problem, reason, gaps }: LedgerEntry,
  language: ArchiveLanguage,
): Html {
  const remarks = [
    ...(queued === 0 ? [] : [markup`${texts.queued(queued)}`]),
    ...(problem === undefined ? [] : [foreign(problem.message)]),
    ...(reason === undefined ? [] : [foreign(reason.message)]),
    ...gaps.map(foreign),
  ].map((remark, index) => (index === 0 ? remark : markup`<br>${remark}`));
  const cells = markup`<td>${foreign(textIn(language, title, collection))}</td><td>${texts.outcomes[outcome]}</td><td class="number">${records}</td><td>${remarks}</td>`;
  return markup`<tr><th scope="row">${foreign(sourceTitle(source, language))}</th>${cells}</tr>\n`;
}

function renderTables(texts: PageTexts, caption: Html, tables: readonly ArchiveTable[], language: ArchiveLanguage): Html {
  return markup`<div class="wide">
<table>
<caption>${caption}</caption>
${renderHead(texts.dataColumns)}<tbody>
${tables.map((table) => renderTable(table, language))}</tbody>
</table>
</div>
`;
}

function renderTable({ file, title, name, facts, format }: ArchiveTable, language: ArchiveLanguage): Html {
  const link = markup`<a href="${file.path}">${foreign(textIn(language, title, name))}</a>`;
  return markup`<tr><th scope="row">${link}</th><td class="number">${facts.rows}</td><td>${format.toUpperCase()}</td></tr>\n`;
}
