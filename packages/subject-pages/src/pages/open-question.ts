import { type Html, markup } from '@habeas/report';
import { sendButton, textField } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { day, outside, paragraph, told } from '../parts/told.js';
import type { OpenQuestion } from '../view/subject-view.js';

/** A question to the subject: what is asked, why, until when, and the place for the answer (DLN-07, DLN-08). */
export function openQuestion({ kind, text, answerBy, value, fault }: OpenQuestion, request: string, scene: Scene): Html {
  const { words, paths } = scene;
  const answer = textField({
    name: 'answer',
    label: words.say('follow.question.answer'),
    kind: 'lines',
    value,
    fault: fault && words.say(`form.fault.${fault}`),
  });
  return markup`<section class="panel" aria-labelledby="question">
<h2 id="question">${words.say('follow.question.title')}</h2>
<blockquote>${outside(text)}</blockquote>
${paragraph(scene, `follow.question.${kind}`)}<p><strong>${told(scene, 'follow.question.by', { date: day(scene, answerBy) })}</strong></p>
<form method="post" action="${paths.request(request).answer}" novalidate>
${answer}<div class="actions">
${sendButton(words.say('follow.question.send'))}</div>
</form>
</section>
`;
}
