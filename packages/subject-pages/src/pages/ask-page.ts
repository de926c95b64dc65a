import { type Html, markup } from '@habeas/report';
import type { AskProblem, AskView } from '../view/ask-view.js';
import type { Page } from '../parts/page.js';
import { sendButton } from '../parts/field.js';
import { accountPart, signInPart } from './ask-account.js';
import { type Problem, problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { list, NOTHING, outside, told } from '../parts/told.js';
import { inMinutes } from '../parts/waiting.js';
import { AskFields } from './ask-fields.js';

/** The form with which a person asks: nothing in it has to be filled in but what the search needs (INT-02, INT-08). */
export function askPage(view: AskView, scene: Scene): Page {
  const { words } = scene;
  const found = problemsOf(view, scene);
  const content = markup`${problems(scene, found)}<h1>${words.say('ask.title')}</h1>
<p class="lead">${told(scene, 'ask.lead', { controller: scene.look.controllerName })}</p>
${found.length === 0 && view.account === undefined ? goodToKnow(scene) : NOTHING}${signInPart(view, scene)}${form(view, scene)}`;
  return {
    title: words.say('ask.title'),
    content,
    isFaulty: found.length > 0,
    // Who has signed in would have to do it again
    ...(view.account === undefined ? { address: scene.paths.ask } : {}),
    isScripted: true,
    isPublic: found.length === 0 && view.account === undefined,
  };
}

function problemsOf({ problem, faults = [] }: AskView, { words }: Scene): readonly Problem[] {
  return [
    ...(problem === undefined ? [] : [{ text: problemText(problem, words) }]),
    ...faults.map(({ field, fault }) => ({ field, text: `${words.say(`ask.${field}`)} – ${words.say(`ask.fault.${fault}`)}` })),
  ];
}

function problemText(problem: AskProblem, words: Scene['words']): string {
  switch (problem.kind) {
    case 'too-old':
    case 'account':
      return words.say(`ask.problem.${problem.kind}`);
    case 'too-quick':
      return words.say('ask.problem.too-quick', { seconds: problem.seconds });
    case 'too-many':
      return words.say('ask.problem.too-many', { minutes: inMinutes(problem.seconds) });
  }
}

function goodToKnow(scene: Scene): Html {
  const facts = (['free', 'card', 'month', 'used', 'elsewhere'] as const).map((name) => told(scene, `ask.know.${name}`));
  return markup`<section class="panel" aria-labelledby="know">
<h2 id="know">${scene.words.say('ask.know.title')}</h2>
${list('ul', facts, 'ticks')}</section>
`;
}

/** What the script says of a field, in the words of the service. */
function mended({ words }: Scene): Html {
  return markup` data-email="${words.say('ask.fault.bad-email')}" data-nothing="${words.say('ask.fault.nothing-to-search')}" data-long="${words.say('ask.fault.too-long')}" data-hidden="${words.say('ask.fault.hidden-characters')}"`;
}

function form(view: AskView, scene: Scene): Html {
  const { words, look, language, paths } = scene;
  const { value, bits } = view.challenge;
  const fields = new AskFields(view, scene);
  const notice = look.legal?.notice?.[language];
  return markup`<form method="post" action="${paths.ask}" novalidate data-bits="${bits}" data-working="${words.say('ask.working')}"${mended(scene)}>
<input type="hidden" name="challenge" value="${value}" autocomplete="off">
<input type="hidden" name="answer" value="" autocomplete="off">
${view.account === undefined ? markup`${fields.who()}${fields.other()}${fields.find()}` : accountPart(view.account, scene)}${fields.want()}${fields.say()}${notice === undefined ? NOTHING : markup`<p class="panel">${outside(notice)}</p>\n`}<div class="actions">
${sendButton(words.say('ask.send'))}</div>
<p class="working" role="status" data-working></p>
</form>
`;
}
