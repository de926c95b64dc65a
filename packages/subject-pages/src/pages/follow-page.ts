import { type Html, markup } from '@habeas/report';
import { daysBetween } from '@habeas/core/law';
import type { Page } from '../parts/page.js';
import { problems } from '../parts/problems.js';
import type { Scene } from '../parts/scene.js';
import { day, list, NOTHING, outside, paragraph, told } from '../parts/told.js';
import type { FollowView } from '../view/subject-view.js';
import { actions } from './follow-actions.js';
import { announcedFee } from './announced-fee.js';
import { openQuestion } from './open-question.js';
import { transmissions } from './transmit-page.js';
import { DOCUMENT_FIELD, wantedDocument } from './wanted-document.js';
import { progress } from './progress.js';

/** Where a request stands, in words that explain themselves, with the date that counts. */
export function followPage(view: FollowView, scene: Scene): Page {
  const { words } = scene;
  const { state, reference, question } = view;
  const title = words.say('follow.title');
  const fault = question?.fault && words.say(`form.fault.${question.fault}`);
  const found = [
    ...(fault === undefined ? [] : [{ text: fault, field: 'answer' }]),
    ...(view.document?.isRefused === true ? [{ text: words.say('follow.document.fault'), field: DOCUMENT_FIELD }] : []),
  ];
  const content = markup`${problems(scene, found)}<h1>${title}</h1>
<p class="soft">${told(scene, 'follow.reference', { reference })}</p>
${news(view, scene)}${progress(state, scene)}<section class="state" aria-labelledby="state">
<h2 id="state">${words.say(`follow.state.${state}`)}</h2>
${paragraph(scene, state === 'released' && view.channel !== undefined ? 'follow.state.released.byHand' : `follow.state.${state}.text`)}${released(view, scene)}</section>
${question === undefined ? NOTHING : openQuestion(question, view.request, scene)}${announcedFee(view, scene)}${wantedDocument(view, scene)}${unsearched(view, scene)}${answer(view, scene)}${due(view, scene)}${byHand(view, scene)}${otherRights(view, scene)}${passedOn(view, scene)}${transmissions(view, scene)}${actions(view, scene)}${events(view, scene)}`;
  return { title, content, isFaulty: found.length > 0, address: scene.paths.request(view.request).follow, isScripted: true };
}

/** What the script shows once the request is further than the page says. */
function news({ request, mark }: FollowView, { words, paths }: Scene): Html {
  if (mark === undefined) return NOTHING;
  const { follow, news: at } = paths.request(request);
  return markup`<p class="panel news" role="status" data-news="${at}" data-mark="${mark}" hidden>${words.say('script.news')} <a href="${follow}">${words.say('script.news.show')}</a></p>\n`;
}

function released({ released: found }: FollowView, scene: Scene): Html {
  if (found === undefined) return NOTHING;
  const until = paragraph(scene, 'follow.released.until', { until: day(scene, found.until) });
  return markup`${until}${paragraph(scene, 'follow.released.left', { left: found.left })}`;
}

/** What the answer lacks for good, unless somebody asks for it. */
function unsearched({ unsearched: titles = [] }: FollowView, scene: Scene): Html {
  if (titles.length === 0) return NOTHING;
  const items = list('ul', titles.map(outside)); // prettier-ignore
  return markup`<section aria-labelledby="unsearched">\n<h2 id="unsearched">${scene.words.say('follow.unsearched.title')}</h2>\n${paragraph(scene, 'follow.unsearched.what')}${items}${paragraph(scene, 'follow.unsearched.stops')}${paragraph(scene, 'follow.unsearched.ask')}</section>\n`;
}

/** What was decided, in its own words, and the letters: behind the claim code, never in an e-mail. */
function answer({ request, reason, letters = [], ...refusal }: FollowView, scene: Scene): Html {
  const paths = scene.paths.request(request);
  const why =
    reason === undefined
      ? NOTHING
      : markup`<section aria-labelledby="answer">\n<h2 id="answer">${scene.words.say('follow.answer.title')}</h2>\n<blockquote>${outside(reason)}</blockquote>\n${special(refusal, scene)}${paragraph(scene, 'follow.answer.remedies')}</section>\n`;
  if (letters.length === 0) return why;
  const items = letters.map(
    ({ number, on }) => markup`<a href="${paths.letter(number)}">${told(scene, 'follow.letter', { day: day(scene, on) })}</a>`,
  );
  return markup`${why}<section aria-labelledby="letters">\n<h2 id="letters">${scene.words.say('follow.letters.title')}</h2>\n${list('ul', items)}</section>\n`;
}

/** What a refusal means that is more than its reason, and what can be done about it. */
function special({ refusedAs, wouldHelp = [] }: Pick<FollowView, 'refusedAs' | 'wouldHelp'>, scene: Scene): Html {
  if (refusedAs === undefined) return NOTHING;
  const meaning = paragraph(scene, `follow.refused.${refusedAs}`);
  if (wouldHelp.length === 0) return meaning;
  return markup`${meaning}${list(
    'ul',
    wouldHelp.map((kind) => told(scene, `follow.help.${kind}`)),
  )}`;
}

const ANSWERED: ReadonlySet<FollowView['state']> = new Set(['released', 'refused', 'cancelled', 'shredded']);

/** The date, while an answer is owed. */
function due({ state, today, dueOn: safe, legalDueOn = safe, extension }: FollowView, scene: Scene): Html {
  if (ANSWERED.has(state)) return NOTHING;
  const dueOn = daysBetween(today, safe) < 0 ? legalDueOn : safe;
  const days = daysBetween(today, dueOn);
  const date = day(scene, dueOn);
  const said =
    days < 0
      ? paragraph(scene, 'follow.due.late', { due: date })
      : markup`<p><strong>${told(scene, 'follow.due.by', { due: date })}</strong> ${told(scene, 'follow.due.days', { days })}</p>\n`;
  const why =
    extension === undefined
      ? NOTHING
      : markup`<p>${told(scene, 'follow.due.extended', { before: day(scene, extension.before) })} ${told(scene, `follow.extension.${extension.reason}`)}</p>\n`;
  return markup`<section aria-labelledby="due">\n<h2 id="due">${scene.words.say('follow.due.title')}</h2>\n${said}${why}</section>\n`;
}

/** What else was asked for: nothing of it is done here, so that much is said and no more. */
function otherRights({ otherRights: tasks = [] }: FollowView, scene: Scene): Html {
  if (tasks.length === 0) return NOTHING;
  const items = tasks.map(({ right, dueOn, isOver }) => {
    const name = told(scene, `follow.other.${right}`);
    const how = isOver ? told(scene, 'follow.other.over') : told(scene, 'follow.other.due', { due: day(scene, dueOn) });
    return markup`<strong>${name}</strong> ${how}`;
  });
  return markup`<section aria-labelledby="others">\n<h2 id="others">${scene.words.say('follow.other.title')}</h2>\n${list('ul', items)}</section>\n`;
}

/** How an answer comes that does not go by a link (DEL-02). */
function byHand({ channel }: FollowView, scene: Scene): Html {
  if (channel === undefined) return NOTHING;
  return markup`<section aria-labelledby="channel">\n<h2 id="channel">${scene.words.say('follow.channel.title')}</h2>\n${paragraph(scene, `follow.channel.${channel}`)}</section>\n`;
}

/** Whoever else answers for a part of it. Their names are in the report. */
function passedOn({ passedOn: days = [] }: FollowView, scene: Scene): Html {
  if (days.length === 0) return NOTHING;
  const items = days.map((on) => told(scene, 'follow.passedOn.on', { on: day(scene, on) }));
  return markup`<section aria-labelledby="passed-on">\n<h2 id="passed-on">${scene.words.say('follow.passedOn.title')}</h2>\n${list('ul', items)}${paragraph(scene, 'follow.passedOn.theirs')}</section>\n`;
}

function events({ events: all }: FollowView, scene: Scene): Html {
  if (all.length === 0) return NOTHING;
  const items = all.map(({ on, event }) => markup`${day(scene, on)} <span>${told(scene, `follow.event.${event}`)}</span>`);
  return markup`<section aria-labelledby="events">\n<h2 id="events">${scene.words.say('follow.events.title')}</h2>\n${list('ol', items, 'events')}</section>\n`;
}
