import { type Html, markup } from '@habeas/report';
import { linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { list, NOTHING, paragraph, told } from '../parts/told.js';
import type { ConfirmView, DoneView, SayView, StopView } from '../view/subject-view.js';

/** Something is missing in an answer. It is the same request that goes on, not a new one. */
export function missingPage({ request, reference, value, fault }: SayView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('missing.title');
  const to = paths.request(request);
  const text = fault && words.say(`form.fault.${fault}`);
  const field = textField({ name: 'what', label: words.say('missing.what'), hint: words.say('missing.what.hint'), kind: 'lines', value, fault: text }); // prettier-ignore
  const content = markup`${problems(scene, text === undefined ? [] : [{ text, field: 'what' }])}${head(title, reference, scene)}<p class="lead">${words.say('missing.lead')}</p>
<form method="post" action="${to.missing}" novalidate>
${field}<div class="actions">
${sendButton(words.say('missing.go'))}${linkButton(words.say('missing.back'), to.follow, 'plain')}</div>
</form>
`;
  return { title, content, isFaulty: text !== undefined, address: to.missing, isScripted: true };
}

const CONSEQUENCES = {
  'not-me': ['not-me.stop', 'not-me.person', 'not-me.yours'],
  withdraw: ['withdraw.yours', 'withdraw.again'],
} as const;

/** Asks once more, and says what will happen. */
export function confirmPage({ page, request, reference }: ConfirmView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say(`${page}.title`);
  const to = paths.request(request);
  const content = markup`${head(title, reference, scene)}<p class="lead">${words.say(`${page}.lead`)}</p>
${list(
  'ul',
  CONSEQUENCES[page].map((key) => told(scene, key)),
)}<form method="post" action="${page === 'withdraw' ? to.withdraw : to.notMe}" class="actions">
${sendButton(words.say(`${page}.go`), 'grave')}${linkButton(words.say('confirm.back'), to.follow, 'plain')}</form>
`;
  return { title, content, address: page === 'withdraw' ? to.withdraw : to.notMe, isScripted: true };
}

/** Asks somebody who reads a contact on record whether they did not ask. Opening it changes nothing (R51). */
export function stopPage({ request, secret, reference }: StopView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('not-me.title');
  const address = paths.stop(request, secret);
  const content = markup`${head(title, reference, scene)}<p class="lead">${words.say('not-me.lead')}</p>
${list(
  'ul',
  CONSEQUENCES['not-me'].map((key) => told(scene, key)),
)}<form method="post" action="${address}" class="actions">
${sendButton(words.say('not-me.go'), 'grave')}</form>
`;
  return { title, content, address };
}

/** What was done just now. */
export function donePage({ what, reference, request }: DoneView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say(`done.${what}`);
  const go = request === undefined ? NOTHING : markup`<div class="actions">\n${linkButton(words.say('asked.go.follow'), paths.request(request).follow)}</div>\n`; // prettier-ignore
  const content = markup`<h1>${title}</h1>
<p class="lead" role="status">${words.say(`done.${what}.text`)}</p>
${paragraph(scene, 'done.reference', { reference })}${go}`;
  return { title, content };
}

function head(title: string, reference: string, scene: Scene): Html {
  return markup`<h1>${title}</h1>\n<p class="soft">${told(scene, 'follow.reference', { reference })}</p>\n`;
}
