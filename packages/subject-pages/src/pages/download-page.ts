import { type Html, markup, trusted } from '@habeas/report';
import { copyable } from '../parts/copyable.js';
import { choices, linkButton, sendButton } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import type { Scene } from '../parts/scene.js';
import { sizeInWords } from '../parts/size-in-words.js';
import { day, list, NOTHING, paragraph, told } from '../parts/told.js';
import type { DownloadView, LockedView } from '../view/subject-view.js';

/** The archive, and what one does with it. */
export function downloadPage(view: DownloadView, scene: Scene): Page {
  const { words } = scene;
  const title = words.say('download.title');
  const content = markup`<h1>${title}</h1>
${fetchIt(view, scene)}${readIt(view, scene)}${facts(view, scene)}${paragraph(scene, 'download.broken')}${howTo(view, scene)}${lock(view, scene)}${check(view, scene)}${after(view, scene)}`;
  return { title, content, address: scene.paths.link(view.link).open, isScripted: true, isDownload: true };
}

/** The button; while the archive is being locked, where to look again; and before that, what locks it. */
function fetchIt(view: DownloadView, scene: Scene): Html {
  const { link, file, left, lock: wanted } = view;
  const { words, paths, language } = scene;
  if (wanted?.isAwaited === true) return lockIt(view, wanted, scene);
  if (file === undefined) {
    return markup`<p class="lead" role="status">${words.say('download.locking')}</p>
<div class="actions">
${linkButton(words.say('download.look'), paths.link(link).open)}</div>
`;
  }
  const go = markup`<a class="button main" href="${paths.link(link).archive}" download${fetched(file, scene)}>${words.say('download.go', { size: sizeInWords(file.bytes, language) })}</a>\n`;
  return markup`<div class="actions">\n${left > 0 ? go : NOTHING}</div>\n`;
}

/** Why the file is locked before it is given out, and the one press that does it. */
function lockIt({ link, packing, left }: DownloadView, { because }: NonNullable<DownloadView['lock']>, scene: Scene): Html {
  if (left === 0) return NOTHING;
  const { words, paths } = scene;
  return markup`<section class="panel" aria-labelledby="lock">
<h2 id="lock">${words.say('download.lock.title')}</h2>
${paragraph(scene, `download.lock.${because}`)}${paragraph(scene, 'download.lock.next')}<form method="post" action="${paths.link(link).packing}">
<input type="hidden" name="packing" value="${packing}">
<div class="actions">
${sendButton(words.say('download.lock.go'))}</div>
</form>
</section>
`;
}

/** The report, for who wants to read it before anything else, or only that: on a telephone a ZIP file is of little use. */
function readIt({ link, isReadable = false }: DownloadView, scene: Scene): Html {
  if (!isReadable) return NOTHING;
  const { words, paths } = scene;
  return markup`<section class="panel" aria-labelledby="read">
<h2 id="read">${words.say('download.read.title')}</h2>
${paragraph(scene, 'download.read.text')}<div class="actions">
<a class="button plain" href="${paths.link(link).report}" target="_blank" rel="noopener">${words.say('download.read.go')}</a>
</div>
</section>
`;
}

/** Up to here a browser checks what has come: it has to hold all of it for that. */
const MOST_CHECKED = 256 * 1024 * 1024;

/** What the script fetches the archive with. */
function fetched({ bytes, sha256 }: NonNullable<DownloadView['file']>, { words }: Scene): Html {
  const told = (['bar', 'pause', 'resume', 'paused', 'cut', 'checking', 'done', 'damaged'] as const).map(
    (name) => markup` data-${trusted(name)}="${words.say(`script.fetch.${name}`)}"`,
  );
  const running = words.say('script.fetch.running', { share: '%' });
  return markup` data-bytes="${bytes}" data-most="${MOST_CHECKED}" data-sha256="${sha256}" data-running="${running}"${told}`;
}

/**
 * Locks the archive with a passphrase, for who keeps it on a device that others use; or gives it as it is, with what that means where it
 * ought to be locked.
 */
function lock({ link, packing, lock: wanted, isFixed = false, left }: DownloadView, scene: Scene): Html {
  const { words, paths } = scene;
  if (left === 0) return NOTHING;
  const all = (['zip', 'aes', 'age'] as const).map((value) => ({
    value,
    label: words.say(`download.packing.${value}`),
    hint: words.say(value === 'zip' && wanted !== undefined ? 'download.packing.zip.open' : `download.packing.${value}.hint`),
    isChosen: value === packing,
  }));
  return markup`<details${isFixed ? trusted(' open') : NOTHING}>
<summary>${words.say(wanted === undefined ? 'download.packing.title' : 'download.packing.other')}</summary>
<div>
${isFixed ? markup`<p class="fault" role="status">${words.say('download.packing.later')}</p>\n` : NOTHING}<form method="post" action="${paths.link(link).packing}">
${choices({ name: 'packing', kind: 'radio', legend: markup`${words.say('download.packing.legend')}`, choices: all })}<div class="actions">
${sendButton(words.say('download.packing.go'), 'plain')}</div>
</form>
</div>
</details>
`;
}

function check({ file }: DownloadView, scene: Scene): Html {
  if (file === undefined) return NOTHING;
  return markup`<details>
<summary>${scene.words.say('download.check.title')}</summary>
<div>
${paragraph(scene, 'download.check.text')}<p><code translate="no"${copyable(scene)}>${file.sha256}</code></p>
</div>
</details>
`;
}

function facts({ reference, until, left }: DownloadView, scene: Scene): Html {
  const { words } = scene;
  const all = [
    { term: words.say('download.reference'), value: markup`${reference}` },
    { term: words.say('download.untilTerm'), value: told(scene, 'download.until', { until: day(scene, until) }) },
    { term: words.say('download.leftTerm'), value: told(scene, 'download.left', { left }) },
  ];
  return markup`<dl class="facts">\n${all.map(({ term, value }) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

function howTo({ format, packing }: DownloadView, scene: Scene): Html {
  const unlock = packing === 'zip' ? [] : [told(scene, `download.how.${packing}`)];
  const steps = [...unlock, ...(['zip', 'report', format, 'keep'] as const).map((name) => told(scene, `download.how.${name}`))];
  return markup`<section class="panel" aria-labelledby="how">\n<h2 id="how">${scene.words.say('download.how.title')}</h2>\n${list('ol', steps)}</section>\n`;
}

function after({ request }: DownloadView, { words, paths }: Scene): Html {
  if (request === undefined) return NOTHING;
  const to = paths.request(request);
  return markup`<section aria-labelledby="after">
<h2 id="after">${words.say('download.after.title')}</h2>
<div class="actions">
${linkButton(words.say('follow.action.missing'), to.missing, 'plain')}${linkButton(words.say('follow.action.not-me'), to.notMe, 'plain')}</div>
</section>
`;
}

/** The passphrase, once. No other language here: the page cannot be had again. */
export function lockedPage({ link, packing, passphrase }: LockedView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('locked.title');
  const keep = (['write', 'once', 'apart'] as const).map((name) => told(scene, `locked.${name}`));
  const content = markup`<h1>${title}</h1>
<section class="panel" aria-labelledby="passphrase">
<h2 id="passphrase">${words.say('locked.passphrase')}</h2>
<p class="code" translate="no"${copyable(scene)}>${passphrase}</p>
${list('ul', keep)}</section>
${paragraph(scene, packing === 'age' ? 'locked.age' : 'locked.aes')}<div class="actions">
${linkButton(words.say('locked.go'), paths.link(link).open)}</div>
`;
  return { title, content, isScripted: true };
}
