import type { Block, Text } from '../../document/document.js';
import type { Omission } from '../facts/answer-facts.js';
import type { LetterFacts } from '../facts/letter-facts.js';
import { maskedIdentifier } from '../masked-identifier.js';
import { type LetterVoice, sentence } from '../voice.js';
import type { Body } from './body.js';

export const answer: Body<'answer'> = (facts, voice) => [
  voice.paragraph('answer.yes', { snapshot: voice.day(facts.search.snapshotOn) }),
  ...given(facts, voice),
  ...rightsOf(facts, voice),
];

/** What is left out stands before the rights: nobody has to look for it (TPD-03). */
export const partialAnswer: Body<'partial_answer'> = (facts, voice) => [
  voice.paragraph('partial_answer.yes', { snapshot: voice.day(facts.search.snapshotOn) }),
  ...voice.list(
    'partial_answer.leftOut',
    facts.leftOut.map((each) => omissionOf(each, voice)),
  ),
  ...(facts.leftOut.some(({ reason }) => MARKED.has(reason)) ? [voice.paragraph('partial_answer.marks')] : []),
  ...given(facts, voice),
  ...rightsOf(facts, voice),
];

/** What leaves a mark where it stood (TPD-03). */
const MARKED: ReadonlySet<Omission['reason']> = new Set<Omission['reason']>([
  'third_party',
  'secrecy_of_correspondence',
  'staff_identity',
  'trade_secret',
  'intellectual_property',
]);

function given(
  { enclosed, delivery }: Pick<LetterFacts<'answer'>, 'enclosed' | 'delivery'>,
  voice: LetterVoice,
): readonly Block[] {
  const items = enclosed.map((each) => voice.say(`enclosed.${each}`));
  return [...voice.list('answer.enclosed', items), deliveryOf(delivery, voice)];
}

function deliveryOf(delivery: LetterFacts<'answer'>['delivery'], voice: LetterVoice): Block {
  if (delivery.by !== 'download') return voice.paragraph(`delivery.${delivery.by}`);
  const until = voice.day(delivery.until);
  const { downloads } = delivery;
  return downloads === undefined
    ? voice.paragraph('delivery.download', { until })
    : voice.paragraph('delivery.downloads', { until, count: downloads });
}

function rightsOf({ rights }: Pick<LetterFacts<'answer'>, 'rights'>, voice: LetterVoice): readonly Block[] {
  return voice.list(
    'rights.lead',
    [...new Set(rights)].map((right) => voice.say(`rights.${right}`)),
  );
}

function omissionOf(omission: Omission, voice: LetterVoice): Text {
  return [{ text: sentence(capital(omission.what, voice)), style: 'strong' }, ' ', reasonOf(omission, voice)];
}

/** The first letter large, as at the head of a sentence. */
function capital(words: string, { language }: LetterVoice): string {
  const [first = '', ...rest] = words;
  return `${first.toLocaleUpperCase(language)}${rest.join('')}`;
}

function reasonOf(omission: Omission, voice: LetterVoice): string {
  switch (omission.reason) {
    case 'third_party':
    case 'secrecy_of_correspondence':
    case 'staff_identity':
      return voice.say(`omission.${omission.reason}`);
    case 'trade_secret':
    case 'intellectual_property': {
      const { holder, why } = omission.interest;
      return voice.say(`omission.${omission.reason}`, { holder, why: sentence(why) });
    }
    case 'legal_restriction':
      return voice.say('omission.legal_restriction', { lawRef: omission.lawRef, why: sentence(omission.why) });
    case 'other_controller':
      return voice.say('omission.other_controller', { controller: omission.controller });
    case 'not_searched':
      return voice.say('omission.not_searched', { why: sentence(omission.why), next: sentence(omission.next) });
  }
}

export const noData: Body<'no_data'> = ({ identifiers, search, caseFile }, voice) => [
  voice.paragraph('no_data.no'),
  ...voice.list(
    'no_data.identifiers',
    identifiers.map((each) => identifierOf(each, voice)),
    { snapshot: voice.day(search.snapshotOn) },
  ),
  ...voice.list('no_data.sources', search.sources),
  voice.paragraph('no_data.more'),
  ...caseFileOf(caseFile, voice),
];

function identifierOf({ kind, value }: LetterFacts<'no_data'>['identifiers'][number], voice: LetterVoice): Text {
  const masked = maskedIdentifier(kind, value.reveal());
  const name = voice.say(`identifier.${kind}`);
  return masked === undefined ? name : [name, ' ', { text: masked, style: 'code' }];
}

/** What is held because the request was made (INT-09, OUT-01). */
export function caseFileOf({ holds, keptUntil }: LetterFacts<'no_data'>['caseFile'], voice: LetterVoice): readonly Block[] {
  const parts = [...new Set(holds)].map((part) => voice.say(`caseFile.${part}`));
  return voice.list('caseFile.lead', parts, { keptUntil: voice.day(keptUntil) });
}
