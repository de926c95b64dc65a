import { type Html, markup } from '@habeas/report';
import { codeProblemText } from '../parts/claim-code.js';
import { linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING, paragraph } from '../parts/told.js';
import type { ProveView } from '../view/subject-view.js';

/** The proof by a code, and the ways there are without one (IDV-02, IDV-08). It looks the same whether anything is on record or not. */
export function provePage(view: ProveView, scene: Scene): Page {
  const { words, paths } = scene;
  const { problem, isSentAgain, request } = view;
  const title = words.say('prove.title');
  const to = paths.request(request);
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

function otherWays({ request, reference, signIn }: ProveView, scene: Scene): Html {
  const { words, paths } = scene;
  const account =
    signIn === undefined
      ? NOTHING
      : markup`${paragraph(scene, 'prove.other.signIn.why')}<div class="actions">\n${linkButton(words.say('prove.other.signIn'), signIn, 'plain')}</div>\n`;
  return markup`<section aria-labelledby="other">
<h2 id="other">${words.say('prove.other.title')}</h2>
<form method="post" action="${paths.request(request).sendAgain}" class="actions">
${sendButton(words.say('prove.again'), 'plain')}</form>
${account}${paragraph(scene, 'prove.other.person', { reference })}${paragraph(scene, 'prove.other.silence')}</section>
`;
}
