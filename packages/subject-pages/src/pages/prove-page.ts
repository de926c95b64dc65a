import { type Html, markup } from '@habeas/report';
import { codeProblemText } from '../parts/claim-code.js';
import { sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING, paragraph } from '../parts/told.js';
import type { ProveView } from '../view/subject-view.js';
import { signInForm } from './sign-in-page.js';

/** The proof by a code, and the ways there are without one (IDV-02, IDV-08). It looks the same whether anything is on record or not. */
export function provePage(view: ProveView, scene: Scene): Page {
  const { words, paths } = scene;
  const { problem, isSentAgain, request } = view;
  const title = words.say('prove.title');
  const to = paths.request(request);
  if (view.isWithoutCode === true) return { title, content: byAccountAlone(view, scene), address: to.prove, isScripted: true };
  const text = problem && codeProblemText(scene, problem);
  const code = textField({ name: 'code', label: words.say('prove.code'), hint: words.say('prove.code.hint'), kind: 'digits', autocomplete: 'one-time-code', fault: text }); // prettier-ignore
  const content = markup`${problems(scene, text === undefined ? [] : [{ text, field: 'code' }])}<h1>${title}</h1>
${isSentAgain === true ? markup`<p class="panel" role="status">${words.say('prove.again.sent')}</p>\n` : NOTHING}${paragraph(scene, 'prove.lead')}<form method="post" action="${to.prove}" novalidate>
${code}<div class="actions">
${sendButton(words.say('prove.go'))}</div>
</form>
${otherWays(view, scene)}`;
  return { title, content, isFaulty: text !== undefined, address: to.prove, isScripted: true };
}

/** Where no code is owed, and an account still makes it surer who asks. */
function byAccountAlone({ request, reference }: ProveView, scene: Scene): Html {
  return markup`<h1>${scene.words.say('prove.title')}</h1>
${paragraph(scene, 'prove.account.lead')}${signInForm(request, 'prove.other.signIn', scene)}${paragraph(scene, 'prove.other.person', { reference })}${paragraph(scene, 'prove.other.silence')}`;
}

function otherWays({ request, reference, maySignIn }: ProveView, scene: Scene): Html {
  const { words, paths } = scene;
  const account =
    maySignIn === true
      ? markup`${paragraph(scene, 'prove.other.signIn.why')}${signInForm(request, 'prove.other.signIn', scene, 'plain')}`
      : NOTHING;
  return markup`<section aria-labelledby="other">
<h2 id="other">${words.say('prove.other.title')}</h2>
<form method="post" action="${paths.request(request).sendAgain}" class="actions">
${sendButton(words.say('prove.again'), 'plain')}</form>
${account}${paragraph(scene, 'prove.other.person', { reference })}${paragraph(scene, 'prove.other.silence')}</section>
`;
}
