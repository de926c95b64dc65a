import type { FactsOf, MessageFacts, MessageKind } from '@habeas/core';
import type { MessageKey } from '../catalogue/messages.js';
import type { Block } from '../document/document.js';
import type { MessageVoice } from './message-voice.js';

type Body<Kind extends MessageKind> = (facts: FactsOf<Kind>, voice: MessageVoice) => readonly Block[];

/** What each kind of message says between its greeting and its closing. */
export const MESSAGE_BODIES: { readonly [Kind in MessageKind]: Body<Kind> } = {
  code: ({ code, minutes, link }, voice) => [
    voice.paragraph('code.use'),
    { kind: 'facts', facts: [{ term: voice.say('code.code'), value: [{ text: code, style: 'code' }] }] },
    ...(minutes === undefined ? [] : [voice.paragraph('code.minutes', { minutes })]),
    ...(link === undefined ? [voice.paragraph('code.ignore')] : onRecord(link, voice)),
  ],
  received: ({ receivedOn, dueOn, link }, voice) => [
    ...(receivedOn === undefined ? [] : [voice.paragraph('received.on', { received: voice.day(receivedOn) })]),
    voice.paragraph('received.thanks', { due: voice.day(dueOn) }),
    voice.paragraph('received.identity'),
    ...(link === undefined ? [] : voice.leadTo(link, 'received.follow')),
  ],
  notice: ({ link }, voice) => [
    voice.paragraph('notice.why'),
    voice.paragraph('notice.yours'),
    ...(link === undefined ? [voice.paragraph('notice.notYours')] : voice.leadTo(link, 'notice.notYours.link')),
  ],
  archive_ready: ({ link, until, isPartial }, voice) => [
    voice.paragraph('archive_ready.until', { until: voice.day(until) }),
    ...(isPartial === true ? [voice.paragraph('archive_ready.partial')] : []),
    ...voice.leadTo(link),
    voice.paragraph('archive_ready.proof'),
  ],
  addition_ready: ({ link, until, more, isPartial }, voice) => [
    voice.paragraph('addition_ready.why'),
    voice.paragraph('addition_ready.more', { more }),
    voice.paragraph('addition_ready.until', { until: voice.day(until) }),
    ...(isPartial === true ? [voice.paragraph('archive_ready.partial')] : []),
    ...voice.leadTo(link),
    voice.paragraph('archive_ready.proof'),
  ],
  addition_given_up: ({ unsearched, link }, voice) => [
    voice.paragraph('addition_given_up.why'),
    { kind: 'list', items: unsearched },
    voice.paragraph('addition_given_up.stops'),
    voice.paragraph('addition_given_up.ask'),
    voice.paragraph('addition_given_up.complain'),
    ...page({ link }, voice),
  ],
  archive_expiring: ({ link, until }, voice) => [
    voice.paragraph('archive_expiring.until', { until: voice.day(until) }),
    ...pageOr('archive_expiring.link', link, voice),
    voice.paragraph('archive_expiring.more'),
  ],
  extended: ({ dueOn, link }, voice) => [
    voice.paragraph('extended.due', { due: voice.day(dueOn) }),
    voice.paragraph('extended.reasons'),
    ...page({ link }, voice),
  ],
  refused: ({ link, until }, voice) => [
    voice.paragraph('refused.answer'),
    voice.paragraph('refused.reasons'),
    ...page({ link }, voice),
    ...(until === undefined ? [] : [voice.paragraph('refused.kept', { until: voice.day(until) })]),
  ],
  closed: ({ link, until }, voice) => [
    voice.paragraph('closed.closed'),
    ...(until === undefined ? [] : [voice.paragraph('closed.kept', { until: voice.day(until) })]),
    voice.paragraph('closed.again'),
    ...page({ link }, voice),
  ],
  question: ({ link, until }, voice) => [
    voice.paragraph('question.asked'),
    ...pageOr('question.letter', link, voice),
    ...(until === undefined ? [] : [voice.paragraph('question.until', { until: voice.day(until) })]),
  ],
  passed_on: ({ link }, voice) => [
    voice.paragraph('passed_on.theirs'),
    voice.paragraph('passed_on.answer'),
    ...page({ link }, voice),
  ],
  fee_announced: ({ link, amount, until }, voice) => [
    voice.paragraph('fee_announced.why', { amount: voice.money(amount) }),
    voice.paragraph('fee_announced.choice', { until: voice.day(until) }),
    voice.paragraph('fee_announced.silence'),
    voice.paragraph('fee_announced.complain'),
    ...page({ link }, voice),
  ],
  transmitted: ({ link }, voice) => [
    voice.paragraph('transmitted.sent'),
    voice.paragraph('transmitted.whole'),
    ...page({ link }, voice),
  ],
  not_transmitted: ({ link }, voice) => [
    voice.paragraph('not_transmitted.why'),
    voice.paragraph('not_transmitted.download'),
    ...pageOr('not_transmitted.ask', link, voice),
  ],
  review_needed: ({ link, dueOn }, voice) => [
    voice.paragraph('review_needed.waits'),
    ...(dueOn === undefined ? [] : [voice.paragraph('review_needed.due', { due: voice.day(dueOn) })]),
    ...page({ link }, voice),
  ],
  due_soon: ({ link, dueOn }, voice) => [
    voice.paragraph('due_soon.waits', { due: voice.day(dueOn) }),
    voice.paragraph('due_soon.where'),
    ...page({ link }, voice),
  ],
};

/** Whoever gave the number need not be who reads the address that stands on record with it. */
function onRecord(link: string, voice: MessageVoice): readonly Block[] {
  return [voice.paragraph('code.ours'), ...voice.leadTo(link, 'code.notYours.link')];
}

function page({ link }: { readonly link: MessageFacts['link'] | undefined }, voice: MessageVoice): readonly Block[] {
  return link === undefined ? [] : voice.leadTo(link);
}

/** The page, or where else it is found. */
function pageOr(otherwise: MessageKey, link: string | undefined, voice: MessageVoice): readonly Block[] {
  return link === undefined ? [voice.paragraph(otherwise)] : voice.leadTo(link);
}
