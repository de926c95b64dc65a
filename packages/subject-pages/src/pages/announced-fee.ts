import { type Html, markup } from '@habeas/report';
import { linkButton, sendButton } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { day, list, NOTHING, paragraph, told } from '../parts/told.js';
import type { FollowView, ToldFee } from '../view/subject-view.js';

/** A fee before anything is due: what it is for, what it is made up of, until when to answer, and both ways to go on (OUT-06). */
export function announcedFee({ fee, request, state }: FollowView, scene: Scene): Html {
  if (fee === undefined || ENDED.has(state)) return NOTHING;
  const title = markup`<h2 id="fee">${scene.words.say('follow.fee.title')}</h2>\n`;
  if (fee.standing !== 'announced') {
    return markup`<section aria-labelledby="fee">\n${title}${paragraph(scene, `follow.fee.${fee.standing}`, { total: total(fee, scene) })}</section>\n`;
  }
  const paths = scene.paths.request(request);
  const costs = fee.costs.map(({ cost, cents }) => told(scene, `follow.fee.cost.${cost}`, { amount: money(cents, fee, scene) }));
  return markup`<section class="panel" aria-labelledby="fee">
${title}${paragraph(scene, 'follow.fee.first')}${cause(fee, scene)}<p><strong>${told(scene, 'follow.fee.total', { total: total(fee, scene) })}</strong></p>
${list('ul', costs)}<p><strong>${told(scene, 'follow.fee.by', { date: day(scene, fee.answerBy) })}</strong></p>
${paragraph(scene, 'follow.fee.silence')}${paragraph(scene, 'follow.fee.complain')}<form method="post" action="${paths.fee}" class="actions">
${sendButton(scene.words.say('follow.fee.accept', { total: total(fee, scene) }))}${linkButton(scene.words.say('follow.action.withdraw'), paths.withdraw, 'plain')}</form>
</section>
`;
}

const ENDED: ReadonlySet<FollowView['state']> = new Set(['refused', 'cancelled', 'shredded']);

function cause({ for: what, on }: ToldFee, scene: Scene): Html {
  return paragraph(scene, `follow.fee.for.${what}`, on === undefined ? {} : { date: day(scene, on) });
}

function total(fee: ToldFee, scene: Scene): string {
  const cents = fee.costs.reduce((sum, each) => sum + each.cents, 0);
  return money(cents, fee, scene);
}

function money(cents: number, { currency }: ToldFee, { words }: Scene): string {
  return words.money(cents, currency);
}
