import { Secret } from '@habeas/connector-sdk';
import { handOver } from '../../delivery/hand-over.js';
import { renewClaimCode } from '../../delivery/manage-link.js';
import { askForData, subjectViewer } from '../../identity/ask-for-data.js';
import { proveAddress } from '../../identity/prove-address.js';
import { answerQuestion } from '../../request/clock/answer-question.js';
import { askQuestion } from '../../request/clock/ask-question.js';
import { linkReminder } from '../../request/clock/link-reminder.js';
import type { DataRequest } from '../../request/data-request.js';
import {
  attestIdentity,
  cancelRequest,
  pauseRequest,
  releaseRequest,
  resumeRequest,
  retrySearch,
  startSearch,
} from '../../request/decide-request.js';
import { type NewRequest, openRequest } from '../../request/open-request.js';
import { refuseOnGround } from '../../request/grounded-refusal.js';
import { refuseUnproved } from '../../request/refuse-unproved.js';
import { reviewMatch } from '../../request/review-match.js';
import { ruleOnField } from '../../request/rule-on-field.js';
import { openCaseFile } from '../../request/sealed-files.js';
import { shredRequest } from '../../request/shred-request.js';
import { answerWrongController, refuseUnidentifiable } from '../../request/special-refusals.js';
import { UNFOUNDED } from '../refusing.js';
import type { LifeDice } from './dice.js';
import type { LiveHouse } from './live-house.js';

/** A request in a house, and what may be drawn. */
export interface Live {
  readonly house: LiveHouse;
  readonly id: string;
  readonly dice: LifeDice;
}

const EMAIL = { kind: 'email', value: 'ann@example.org' } as const;
const GIVEN: NewRequest = { identifiers: [EMAIL], rights: ['access'], format: 'csv', language: 'en' };
const PROVED: NewRequest = { ...GIVEN, identifiers: [{ ...EMAIL, provedBy: 'signed in' }] };
const ONCE = { key: 'life-1', fingerprint: 'f' };
const DAY_MS = 86_400_000;

/** A way in which a request begins. */
export type Beginning = (house: LiveHouse) => Promise<DataRequest>;

const openUnproved: Beginning = ({ desk, officer }) => openRequest(desk, officer(), GIVEN, ONCE);
const openProved: Beginning = ({ desk, officer }) => openRequest(desk, officer(), PROVED, ONCE);
const handOverProved: Beginning = async ({ desk, officer }) => (await handOver(desk, officer(), PROVED, ONCE)).request;
const handOverUnproved: Beginning = async ({ desk, officer }) => (await handOver(desk, officer(), GIVEN, ONCE)).request;
const askByThemselves: Beginning = async ({ desk }) =>
  (await askForData(desk, 'club', { ...GIVEN, isForOther: false }, ONCE)).request;

/** Each can come twice. */
export const BEGINNINGS: readonly Beginning[] = [openUnproved, openProved, handOverProved, handOverUnproved, askByThemselves];

type Action = (live: Live) => Promise<unknown>;

/** What is done by people and programs. Much of it comes at the wrong time, or lacks something. */
const BY_PEOPLE: Readonly<Record<string, Action>> = {
  attest: ({ house, id }) => attestIdentity(house.desk, house.officer(), id, [{ identifier: 1, provedBy: 'answered a mail' }]),
  'attest nothing': ({ house, id }) => attestIdentity(house.desk, house.officer(), id, []),
  prove: async ({ house, id }) => {
    const code = house.sent.findLast(({ kind }) => kind === 'code')?.facts.code ?? '00000000';
    return proveAddress(house.desk, { viewer: subjectViewer('club'), id }, new Secret(code));
  },
  start: ({ house, id }) => startSearch(house.desk, house.officer(), id),
  'start by nobody': ({ house, id }) => retrySearch(house.desk, subjectViewer('club'), id),
  pause: ({ house, id }) => pauseRequest(house.desk, house.officer(), id),
  resume: ({ house, id }) => resumeRequest(house.desk, house.officer(), id),
  retry: ({ house, id }) => retrySearch(house.desk, house.officer(), id),
  review: async ({ house, id, dice }) => {
    const request = await house.store.transact(({ requests }) => requests.get('club', id));
    const { matches } = await openCaseFile(house.vault, request!);
    const match = matches.find(({ decision }) => decision === 'queued')?.id ?? 'm1';
    const verdict = dice.one(['confirmed', 'rejected'] as const);
    return reviewMatch(house.desk, house.officer(), id, { match, verdict, reason: 'Somebody asked.' });
  },
  rule: ({ house, id }) => {
    const decision = { involvement: 'author', outcome: 'disclose' } as const;
    const place = { source: 'crm', collection: 'member', field: 'last' };
    return ruleOnField(house.desk, { ...house.officer(), isDpo: true }, id, { ...place, decision });
  },
  release: ({ house, id }) => releaseRequest(house.desk, house.officer(), id, { days: 7 }),
  'release with a reason': ({ house, id }) =>
    releaseRequest(house.desk, house.officer(), id, { days: 7, reason: 'The rest follows by letter.' }),
  'release without a proof': ({ house, id }) => {
    const { actor, controller } = house.officer();
    return releaseRequest(house.desk, { actor, controller }, id, { days: 7 });
  },
  'release by a program': ({ house, id }) =>
    releaseRequest(house.desk, { ...house.officer(), actor: { kind: 'service', id: 'tok_1' } }, id, { days: 7 }),
  'claim code': ({ house, id }) => renewClaimCode(house.desk, house.officer(), id),
  ask: ({ house, id }) => {
    const question = { kind: 'identity', doubt: 'unknown_sender', text: 'Which room was it?' } as const;
    return askQuestion(house.desk, { ...house.officer(), isDpo: true }, id, question);
  },
  answer: ({ house, id }) => answerQuestion(house.desk, { ...house.officer(), isDpo: true }, id, { text: 'The blue one.' }),
  remind: ({ house, id }) => linkReminder(house.desk, { ...house.officer(), isDpo: true }, id, { text: 'Still waiting.' }),
};

/** What ends a request, or tries to. */
const ENDS: Readonly<Record<string, Action>> = {
  refuse: ({ house, id }) => refuseOnGround(house.desk, house.officer(), id, UNFOUNDED),
  'refuse for nothing': ({ house, id, dice }) => {
    const evidence = dice.one([' ', 'Too much work.', 'Confidential.']);
    return refuseOnGround(house.desk, house.officer(), id, { ...UNFOUNDED, claimed: { ...UNFOUNDED.claimed, evidence } });
  },
  'refuse as unproved': ({ house, id }) => refuseUnproved(house.desk, house.officer(), id, 'The code was not entered.'),
  'refuse as unproved for nothing': ({ house, id }) => refuseUnproved(house.desk, house.officer(), id, 'Too much work.'),
  'refuse as meant for another': ({ house, id }) =>
    answerWrongController(house.desk, house.officer(), id, { explanation: 'The club of the north has them.' }),
  'refuse by a program': ({ house, id, dice }) => {
    const program = { ...house.officer(), actor: { kind: 'service', id: 'tok_1' } } as const;
    const demonstration = 'The counters keep no names.';
    return dice.one([
      () => refuseOnGround(house.desk, program, id, UNFOUNDED),
      () => refuseUnproved(house.desk, program, id, 'A rule says so.'),
      () => answerWrongController(house.desk, program, id, { explanation: 'A rule says so.' }),
      () => refuseUnidentifiable(house.desk, program, id, { demonstration, wouldHelp: ['id'] }),
    ])();
  },
  cancel: ({ house, id }) => cancelRequest(house.desk, house.officer(), id, 'Withdrawn.'),
  withdraw: ({ house, id }) => cancelRequest(house.desk, subjectViewer('club'), id, 'Withdrawn by the person who asked.'),
  shred: ({ house, id }) => shredRequest(house.desk, house.officer(), id),
};

/** What happens around it. */
const AROUND: Readonly<Record<string, (house: LiveHouse) => void>> = {
  'the mail server': ({ toggle }) => {
    toggle('mail');
  },
  'the source': ({ toggle }) => {
    toggle('source');
  },
  'the archive': ({ toggle }) => {
    toggle('archive');
  },
  'a minute': ({ pass }) => {
    pass(60_000);
  },
  'a day': ({ pass }) => {
    pass(DAY_MS);
  },
  'ten days': ({ pass }) => {
    pass(10 * DAY_MS);
  },
};

/** Draws what happens next: mostly the work goes on. */
export function drawn(dice: LifeDice): readonly [name: string, action: Action] {
  if (dice.chance(0.45)) return ['work', ({ house, id }) => house.work(id)];
  if (dice.chance(0.15)) {
    const [name, happens] = dice.one(Object.entries(AROUND));
    return [
      name,
      ({ house }) => {
        happens(house);
        return Promise.resolve();
      },
    ];
  }
  return dice.one(Object.entries(dice.chance(0.12) ? ENDS : BY_PEOPLE));
}
