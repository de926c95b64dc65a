import { markup } from '@habeas/report';
import { claimCodeField } from '../parts/claim-code.js';
import { linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { list, paragraph, told } from '../parts/told.js';
import type { OpenView, SubjectView } from '../view/subject-view.js';

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
