import { type Html, markup } from '@habeas/report';
import { linkButton, sendButton } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { list, NOTHING, outside, paragraph } from '../parts/told.js';
import type { AskAccount, AskView } from '../view/ask-view.js';

/** The way to the provider, before anything is typed: a form of its own, since what was typed would be lost. */
export function signInPart({ maySignIn = false, account }: AskView, scene: Scene): Html {
  if (!maySignIn || account !== undefined) return NOTHING;
  const { words, paths } = scene;
  return markup`<section class="panel" aria-labelledby="account">
<h2 id="account">${words.say('ask.account.title')}</h2>
${paragraph(scene, 'ask.account.why')}<form method="post" action="${paths.signIn}" class="actions">
${sendButton(words.say('prove.other.signIn'), 'plain')}</form>
</section>
`;
}

/** Who has signed in, as the form has it: shown, and not to be changed. */
export function accountPart({ sealed, knownBy }: AskAccount, scene: Scene): Html {
  const { words, paths } = scene;
  const items = knownBy.map(({ kind, value }) => markup`${words.say(`ask.${kind}`)}: <strong>${outside(value)}</strong>`);
  return markup`<input type="hidden" name="account" value="${sealed}" autocomplete="off">
<section class="panel" aria-labelledby="account">
<h2 id="account">${words.say('ask.account.in')}</h2>
${paragraph(scene, 'ask.account.used')}${list('ul', items)}${paragraph(scene, 'ask.account.soon')}<div class="actions">
${linkButton(words.say('ask.account.without'), paths.ask, 'plain')}</div>
</section>
`;
}
