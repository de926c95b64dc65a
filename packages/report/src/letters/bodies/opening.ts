import type { Block, Text } from '../../document/document.js';
import type { LetterFacts } from '../facts/letter-facts.js';
import { sentence } from '../voice.js';
import type { LetterVoice } from '../voice.js';
import type { Body } from './body.js';

/** Reference and receipt stand in the head, whom to ask at the end (INT-04). */
export const acknowledgement: Body<'acknowledgement'> = ({ dueOn, identity, otherRights = [] }, voice) => {
  const rights = voice.listed(otherRights.map((right) => voice.say(`other.${right}`)));
  return [
    voice.paragraph('acknowledgement.thanks', { due: voice.day(dueOn) }),
    voice.paragraph(`acknowledgement.identity.${identity}`),
    ...(otherRights.length === 0 ? [] : [voice.paragraph('acknowledgement.otherRights', { rights })]),
    ...(otherRights.includes('erasure') ? [voice.paragraph('acknowledgement.erasure')] : []),
  ];
};

type Ask = LetterFacts<'identity_question'>['asks'][number];

export const identityQuestion: Body<'identity_question'> = (facts, voice) => {
  const { doubt, asks, isOneEnough, answerBy } = facts;
  const lead = isOneEnough && asks.length > 1 ? 'identity_question.one' : 'identity_question.all';
  const because = `${voice.say(`identity_question.doubt.${doubt.reason}`)} ${sentence(doubt.explanation)}`;
  return [
    voice.paragraph('identity_question.why'),
    { kind: 'paragraph', text: because },
    ...voice.list(
      lead,
      asks.map((each) => (each.ask === 'detail' ? each.what : voice.say(`identity_question.ask.${each.ask}`))),
    ),
    ...aboutDocuments(asks, voice),
    aboutTheClock(facts, voice),
    voice.paragraph('identity_question.silence', { answerBy: voice.day(answerBy) }),
  ];
};

/** That none is asked for, or why one is, what to black out, and what becomes of it (IDV-01, IDV-04, IDV-05). */
function aboutDocuments(asks: readonly Ask[], voice: LetterVoice): readonly Block[] {
  const document = asks.find(({ ask }) => ask === 'document');
  if (document?.ask !== 'document') return [voice.paragraph('identity_question.noDocument')];
  return [
    voice.paragraph('identity_question.documentWhy', { why: sentence(document.why) }),
    voice.paragraph('identity_question.documentHow', { sendTo: document.sendTo }),
    voice.paragraph('identity_question.documentKept', { hours: document.keptHours }),
  ];
}

/** What a question does to the date: the safe one is named whether the clock stands still or not (DLN-03, DLN-07). */
function aboutTheClock({ clock, dueOn }: Pick<LetterFacts<'identity_question'>, 'clock' | 'dueOn'>, voice: LetterVoice): Block {
  return voice.paragraph(`question.${clock}`, { due: voice.day(dueOn) });
}

export const scopeQuestion: Body<'scope_question'> = (facts, voice) => {
  const parts: readonly Text[] = facts.parts;
  return [
    voice.paragraph('scope_question.found', facts.found),
    ...voice.list('scope_question.parts', parts),
    voice.paragraph('scope_question.everything', { answerBy: voice.day(facts.answerBy) }),
    voice.paragraph(`scope_question.information.${facts.information}`),
    aboutTheClock(facts, voice),
  ];
};
