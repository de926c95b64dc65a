import { type Html, markup } from '@habeas/report';
import { linkButton, sendButton } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING, paragraph } from '../parts/told.js';
import type { SignInView } from '../view/subject-view.js';

/** A sign-in that came to nothing: why, as far as it concerns the person, and what else they can do (IDV-02, IDV-08). */
export function signInPage(view: SignInView, scene: Scene): Page {
  const { words } = scene;
  const title = words.say('signIn.title');
  const content = markup`<h1>${title}</h1>
<p class="lead" role="status">${words.say(`signIn.${view.why}`)}</p>
${view.isToAsk === true ? NOTHING : paragraph(scene, 'signIn.safe')}<section aria-labelledby="else">
<h2 id="else">${words.say('signIn.else')}</h2>
${elsewhere(view, scene)}</section>
`;
  return { title, content };
}

function elsewhere(view: SignInView, scene: Scene): Html {
  const { words, paths } = scene;
  if (view.isForLink === true) return paragraph(scene, 'signIn.link');
  if (view.isToAsk !== true) return markup`${waysOn(view, scene)}${paragraph(scene, 'prove.other.silence')}`;
  const again =
    view.why === 'often'
      ? NOTHING
      : markup`<form method="post" action="${paths.signIn}" class="actions">\n${sendButton(words.say('signIn.again'))}</form>\n`;
  return markup`${again}<div class="actions">\n${linkButton(words.say('ask.account.without'), paths.ask, 'plain')}</div>\n`;
}

function waysOn({ why, own }: SignInView, scene: Scene): Html {
  const { words, paths } = scene;
  if (own === undefined) {
    return markup`<div class="actions">\n${linkButton(words.say('asked.go.follow'), paths.find)}</div>\n`;
  }
  const again = why === 'often' ? NOTHING : signInForm(own.request, 'signIn.again', scene);
  return markup`${again}<div class="actions">
${linkButton(words.say('signIn.other'), paths.request(own.request).prove, 'plain')}</div>
${paragraph(scene, 'prove.other.person', { reference: own.reference })}`;
}

/** The button that leads to the provider: a form, so that nobody is sent there by a link on another page. */
export function signInForm(
  request: string,
  label: 'signIn.again' | 'prove.other.signIn',
  { words, paths }: Scene,
  look: 'main' | 'plain' = 'main',
): Html {
  return markup`<form method="post" action="${paths.request(request).signIn}" class="actions">\n${sendButton(words.say(label), look)}</form>\n`;
}
