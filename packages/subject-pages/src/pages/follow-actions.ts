import { type Html, markup } from '@habeas/report';
import { linkButton, sendButton } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING } from '../parts/told.js';
import type { RequestPaths } from '../subject-paths.js';
import type { FollowAction, FollowView } from '../view/subject-view.js';

/** What comes first where it can be done at all: the others are there for who needs them. */
const MAIN: ReadonlySet<FollowAction> = new Set(['prove', 'download']);

/** What a subject can do about a request, the next thing first. Nothing is done by a link alone. */
export function actions(view: FollowView, scene: Scene): Html {
  const found = view.actions.map((action) => actionOf(action, view, scene));
  if (found.length === 0) return NOTHING;
  return markup`<section aria-labelledby="actions">
<h2 id="actions">${scene.words.say('follow.actions.title')}</h2>
<div class="actions">
${found}</div>
</section>
`;
}

function actionOf(action: FollowAction, { request, released }: FollowView, { words, paths }: Scene): Html {
  const label = words.say(`follow.action.${action}`);
  const to = paths.request(request);
  const look = MAIN.has(action) ? 'main' : 'plain';
  if (action === 'renew') return markup`<form method="post" action="${to.renew}">\n${sendButton(label, look)}</form>\n`;
  if (action !== 'download') return linkButton(label, to[PAGES[action]], look);
  return released?.link === undefined ? NOTHING : linkButton(label, paths.link(released.link).open, look);
}

/** The pages of a request that have what is done on them. */
const PAGES = {
  prove: 'prove',
  transmit: 'transmit',
  missing: 'missing',
  'not-me': 'notMe',
  withdraw: 'withdraw',
} as const satisfies Readonly<Record<Exclude<FollowAction, 'renew' | 'download'>, keyof RequestPaths>>;
