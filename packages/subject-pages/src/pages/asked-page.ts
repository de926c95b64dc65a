import { type Html, markup, trusted } from '@habeas/report';
import { copyable } from '../parts/copyable.js';
import { linkButton } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import type { Scene } from '../parts/scene.js';
import { day, list, paragraph, told } from '../parts/told.js';
import type { AskedView } from '../view/subject-view.js';

/** A request was taken in: its code, its date, and what comes next. No other language here: the page cannot be had again. */
export function askedPage(view: AskedView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('asked.title');
  const to = paths.request(view.request);
  const go =
    view.next === 'prove'
      ? linkButton(words.say('asked.go.prove'), to.prove)
      : linkButton(words.say('asked.go.follow'), to.follow);
  const content = markup`<h1>${title}</h1>
<p class="lead">${told(scene, 'asked.lead', { due: day(scene, view.dueOn) })}</p>
${code(view, scene)}<h2>${words.say('asked.next.title')}</h2>
${next(view, scene)}<div class="actions">
${go}</div>
`;
  return { title, content, isScripted: true };
}

function code({ claimCode, reference }: AskedView, scene: Scene): Html {
  const keep = (['write', 'secret', 'lost'] as const).map((name) => told(scene, `asked.code.${name}`));
  return markup`<section class="panel" aria-labelledby="code">
<h2 id="code">${scene.words.say('asked.code.title')}</h2>
${paragraph(scene, 'asked.code.why')}<p class="code" translate="no"${copyable(scene)}>${inFours(claimCode)}</p>
<p>${told(scene, 'done.reference', { reference: markup`<strong>${reference}</strong>` })}</p>
${list('ul', keep)}</section>
`;
}

/** As people copy digits. */
function inFours(digits: string): Html {
  return markup`${(digits.match(/.{1,4}/gu) ?? []).map((four, index) => markup`${index === 0 ? trusted('') : trusted(' ')}${four}`)}`;
}

function next(view: AskedView, scene: Scene): Html {
  const steps = [`asked.next.${view.next}`, 'asked.next.search', 'asked.next.link'] as const;
  return list('ol', steps.map((key) => told(scene, key))); // prettier-ignore
}
