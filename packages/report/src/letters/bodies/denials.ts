import type { Block } from '../../document/document.js';
import type { RefusalGround } from '../facts/denial-facts.js';
import type { LetterFacts } from '../facts/letter-facts.js';
import { type LetterVoice, sentence } from '../voice.js';
import { caseFileOf } from './answers.js';
import type { Body } from './body.js';

export const refusal: Body<'refusal'> = ({ grounds, decision }, voice) => {
  const canBeMended = grounds.some(({ ground }) => ground === 'unidentifiable' || isUnproved(ground));
  const wouldHelp = grounds.flatMap((each) => (each.ground === 'unidentifiable' ? (each.wouldHelp ?? []) : []));
  const help = wouldHelp.map((kind) => voice.say(`identifier.${kind}`));
  return [
    voice.paragraph('refusal.sorry'),
    ...voice.list(
      'refusal.reasons',
      grounds.map((each) => groundOf(each, voice)),
    ),
    ...(help.length === 0 ? [] : voice.list('refusal.help', help)),
    ...grounds.flatMap(({ ground }) => (isUnproved(ground) ? [voice.paragraph(PROOFS[ground])] : [])),
    ...(canBeMended ? [voice.paragraph('refusal.again')] : []),
    voice.paragraph(decision.isDpo ? 'refusal.officer' : 'refusal.person'),
  ];
};

/** What would prove it, for whoever has not proved it. */
const PROOFS = { identity_not_proved: 'refusal.proof', authority_not_shown: 'refusal.authority' } as const;

function isUnproved(ground: RefusalGround['ground']): ground is keyof typeof PROOFS {
  return ground in PROOFS;
}

function groundOf(ground: RefusalGround, voice: LetterVoice): string {
  switch (ground.ground) {
    case 'manifestly_unfounded':
      return voice.say('ground.manifestly_unfounded', { evidence: sentence(ground.evidence) });
    case 'excessive':
      return voice.say('ground.excessive', { last: voice.day(ground.lastRequestOn), evidence: sentence(ground.evidence) });
    case 'abuse':
      return voice.say('ground.abuse', { aim: sentence(ground.aim), intent: sentence(ground.intent) });
    case 'legal_restriction':
      return voice.say('ground.legal_restriction', { lawRef: ground.lawRef, why: sentence(ground.why) });
    case 'unidentifiable':
      return voice.say('ground.unidentifiable', { demonstration: sentence(ground.demonstration) });
    case 'identity_not_proved':
    case 'authority_not_shown':
      return voice.say(`ground.${ground.ground}`, { doubt: sentence(ground.doubt) });
  }
}

export const fee: Body<'fee'> = ({ cause, costs, currency, answerBy }, voice) => {
  const total = voice.money(
    costs.reduce((sum, { cents }) => sum + cents, 0),
    currency,
  );
  return [
    ...causeOf(cause, voice),
    voice.paragraph('fee.costs', { total }),
    {
      kind: 'table',
      caption: voice.say('fee.caption'),
      columns: [{ title: voice.say('fee.cost') }, { title: voice.say('fee.amount'), align: 'end' }],
      rows: [
        ...costs.map(({ cost, cents }) => [voice.say(`cost.${cost}`), voice.money(cents, currency)]),
        [[{ text: voice.say('fee.total'), style: 'strong' }], [{ text: total, style: 'strong' }]],
      ],
      isNamed: true,
    },
    voice.paragraph('fee.choice', { answerBy: voice.day(answerBy) }),
  ];
};

function causeOf(cause: LetterFacts<'fee'>['cause'], voice: LetterVoice): readonly Block[] {
  if (cause.for === 'further_copy') return [voice.paragraph('fee.further_copy', { first: voice.day(cause.firstCopyOn) })];
  const evidence = sentence(cause.evidence);
  const why =
    cause.for === 'unfounded'
      ? voice.paragraph('fee.unfounded', { evidence })
      : voice.paragraph('fee.excess', { last: voice.day(cause.lastRequestOn), evidence });
  return [why, voice.paragraph('fee.officer')];
}

/** That nothing was passed on is said whatever the case (INT-10). */
export const wrongController: Body<'wrong_controller'> = ({ position, meantFor, caseFile }, voice) => [
  position.why === 'nothing_held'
    ? voice.paragraph('wrong_controller.nothing_held', { snapshot: voice.day(position.search.snapshotOn) })
    : voice.paragraph('wrong_controller.not_controller', { explanation: sentence(position.explanation) }),
  ...(meantFor === undefined ? [] : [voice.paragraph('wrong_controller.meantFor', { meantFor })]),
  voice.paragraph('wrong_controller.notForwarded'),
  voice.paragraph('wrong_controller.stay'),
  ...caseFileOf(caseFile, voice),
];
