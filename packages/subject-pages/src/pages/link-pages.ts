import { type Html, markup } from '@habeas/report';
import { claimCodeField } from '../parts/claim-code.js';
import { linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { sizeInWords } from '../parts/size-in-words.js';
import { day, list, NOTHING, paragraph, told } from '../parts/told.js';
import type { DownloadView, OpenView, SubjectView } from '../view/subject-view.js';

/** Takes the secret of a link and the claim code: by hand, or from the address where there are scripts (R50). Opening it uses nothing up (R51). */
export function openPage({ link, secret, problem }: OpenView, scene: Scene): Page {
  const { words } = scene;
  const title = words.say('open.title');
  const text = problem && words.say(`open.${problem}`);
  const field = textField({
    name: 'secret',
    label: words.say('open.secret'),
    hint: words.say('open.secret.hint'),
    value: secret,
  });
  const content = markup`${problems(scene, text === undefined ? [] : [{ text, field: 'claimCode' }])}<h1>${title}</h1>
<p class="lead">${words.say('open.lead')}</p>
<form method="post" action="${scene.paths.link(link).open}" novalidate>
<div data-secret>
${field}</div>
${claimCodeField(scene, text)}<div class="actions">
${sendButton(words.say('open.go'))}</div>
</form>
${paragraph(scene, 'open.safe')}`;
  return { title, content, isFaulty: text !== undefined, address: scene.paths.link(link).open, isScripted: true };
}

/** The archive, and what one does with it. */
export function downloadPage(view: DownloadView, scene: Scene): Page {
  const { words, language } = scene;
  const { link, bytes, left, sha256 } = view;
  const title = words.say('download.title');
  const go = markup`<a class="button main" href="${scene.paths.link(link).archive}" download>${words.say('download.go', { size: sizeInWords(bytes, language) })}</a>\n`;
  const content = markup`<h1>${title}</h1>
<div class="actions">
${left > 0 ? go : NOTHING}</div>
${facts(view, scene)}${paragraph(scene, 'download.broken')}${howTo(view, scene)}<details>
<summary>${words.say('download.check.title')}</summary>
<div>
${paragraph(scene, 'download.check.text')}<p><code translate="no">${sha256}</code></p>
</div>
</details>
${after(view, scene)}`;
  return { title, content, address: scene.paths.link(link).open };
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

function howTo({ format }: DownloadView, scene: Scene): Html {
  const steps = (['zip', 'report', format, 'keep'] as const).map((name) => told(scene, `download.how.${name}`));
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

/** The one answer to every link that opens nothing, whatever the reason. */
export function gonePage(_view: SubjectView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('gone.title');
  const content = markup`<h1>${title}</h1>
<p class="lead">${words.say('gone.lead')}</p>
${list('ul', [told(scene, 'gone.copy'), told(scene, 'gone.new')])}<div class="actions">
${linkButton(words.say('shell.mine'), paths.find)}</div>
`;
  return { title, content, address: '' };
}
