import { type Html, markup } from '@habeas/report';
import { choices, linkButton, sendButton, textField } from '../parts/field.js';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { day, list, NOTHING, outside, paragraph, told } from '../parts/told.js';
import type { FollowView, ToldTransmission, TransmitView } from '../view/subject-view.js';

/** To whom the portable data is to be sent (DEL-04): somebody who is listed, or somebody else, to whom it may not be possible. */
export function transmitPage({ request, reference, receivers, fault }: TransmitView, scene: Scene): Page {
  const { words, paths } = scene;
  const title = words.say('transmit.title');
  const to = paths.request(request);
  const text = fault && words.say(fault === 'empty' ? 'transmit.fault.empty' : 'form.fault.too-long');
  const listed = choices({
    name: 'receiver',
    kind: 'radio',
    legend: markup`${words.say('transmit.to')}`,
    choices: receivers.map(({ id, name }) => ({ value: id, label: name, isChosen: false })),
  });
  const other = textField({
    name: 'other',
    label: words.say('transmit.other'),
    hint: words.say('transmit.other.hint'),
    fault: text,
  });
  const facts = (['part', 'free', 'download'] as const).map((name) => told(scene, `transmit.know.${name}`));
  const content = markup`${problems(scene, text === undefined ? [] : [{ text, field: 'other' }])}<h1>${title}</h1>
<p class="soft">${told(scene, 'follow.reference', { reference })}</p>
<p class="lead">${words.say('transmit.lead')}</p>
${list('ul', facts)}<form method="post" action="${to.transmit}" novalidate>
${listed}${other}<div class="actions">
${sendButton(words.say('transmit.go'))}${linkButton(words.say('missing.back'), to.follow, 'plain')}</div>
</form>
`;
  return { title, content, isFaulty: text !== undefined, address: to.transmit };
}

/** What became of what was to be sent on, with the reason where it was not, and that the download stays (DEL-05). */
export function transmissions({ transmissions: all = [] }: FollowView, scene: Scene): Html {
  if (all.length === 0) return NOTHING;
  const items = all.map((each) => transmission(each, scene));
  const isAnyFailed = all.some(({ state }) => state === 'failed');
  const stays = isAnyFailed ? paragraph(scene, 'follow.transmission.download') : NOTHING;
  return markup`<section aria-labelledby="transmissions">\n<h2 id="transmissions">${scene.words.say('follow.transmissions.title')}</h2>\n${list('ul', items)}${stays}</section>\n`;
}

function transmission(each: ToldTransmission, scene: Scene): Html {
  const said = told(scene, `follow.transmission.${each.state}`, { to: outside(each.to), day: day(scene, each.on) });
  return each.state === 'failed' ? markup`${said} ${told(scene, `follow.transmission.why.${each.reason}`)}` : said;
}
