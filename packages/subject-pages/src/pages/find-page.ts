import { markup } from '@habeas/report';
import { claimCodeField, codeProblemText } from '../parts/claim-code.js';
import { sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import type { FindView } from '../view/subject-view.js';

/** The way back to a request. Which of the two was wrong is not said. */
export function findPage({ reference, problem }: FindView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('find.title');
  const text = problem && codeProblemText(scene, problem);
  const named = textField({
    name: 'reference',
    label: words.say('find.reference'),
    hint: words.say('find.reference.hint'),
    value: reference,
  });
  const content = markup`${problems(scene, text === undefined ? [] : [{ text, field: 'reference' }])}<h1>${title}</h1>
<p class="lead">${words.say('find.lead')}</p>
<form method="post" action="${paths.find}" novalidate>
${named}${claimCodeField(scene, text)}<div class="actions">
${sendButton(words.say('find.go'))}</div>
</form>
<p>${words.say('find.none')} <a href="${paths.ask}">${words.say('shell.ask')}</a></p>
`;
  return { title, content, isFaulty: text !== undefined, address: paths.find, isScripted: true };
}
