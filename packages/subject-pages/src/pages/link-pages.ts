import { type Html, markup } from '@habeas/report';
import { claimCodeField } from '../parts/claim-code.js';
import { linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { list, NOTHING, paragraph, told } from '../parts/told.js';
import type { OpenView, SubjectView } from '../view/subject-view.js';

/**
 * Takes the secret of a link, and the claim code or a way to the provider: by hand, or from the address where there are scripts (R50). Opening it
 * uses nothing up (R51).
 */
export function openPage(view: OpenView, scene: Scene): Page {
  const { link, secret, problem } = view;
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
${byAccount(view, scene)}</form>
${paragraph(scene, 'open.safe')}`;
  return { title, content, isFaulty: text !== undefined, address: scene.paths.link(link).open, isScripted: true };
}

/** The same form sends the secret on the way to the provider: it goes no further than here, and stands in no address. */
function byAccount({ link, maySignIn = false }: OpenView, scene: Scene): Html {
  if (!maySignIn) return NOTHING;
  const { words, paths } = scene;
  return markup`${paragraph(scene, 'open.signIn.why')}<div class="actions">
${sendButton(words.say('prove.other.signIn'), 'plain', paths.link(link).signIn)}</div>
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
