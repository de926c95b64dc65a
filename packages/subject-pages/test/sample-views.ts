import { type RequestState, TRANSMISSION_REASONS } from '@habeas/core';
import type { LocalDate } from '@habeas/core/law';
import { parseLocalDate } from '@habeas/core/law';
import { ASK_FAULTS, ASK_TEXTS } from '../src/view/ask-view.js';
import type { AskView } from '../src/view/ask-view.js';
import type { FollowAction, FollowView, SubjectView } from '../src/view/subject-view.js';
import { CHALLENGE, REQUEST, SIGN_IN_SAMPLES } from './sample-sign-ins.js';

const LINK = 'k8Qw2LmZ';
const RECEIVERS = [
  { id: 'union', name: 'Sports union' },
  { id: 'bank', name: 'A <b>bank</b>' },
];

/** A day of the calendar. */
export function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`${text} is no day`);
  return date;
}

const STATES: Readonly<Record<RequestState, readonly FollowAction[]>> = {
  received: ['prove', 'not-me', 'withdraw'],
  ready: ['not-me', 'withdraw'],
  searching: ['not-me', 'withdraw'],
  in_review: ['not-me', 'withdraw'],
  gathering: ['withdraw'],
  assembling: ['withdraw'],
  awaiting_release: ['withdraw'],
  released: ['download', 'renew', 'missing', 'not-me'],
  refused: [],
  cancelled: [],
  paused: ['withdraw'],
  needs_attention: ['withdraw'],
  shredded: [],
};

/** A request in a state, as on 20 March. */
export function followed(state: RequestState, more: Partial<FollowView> = {}): FollowView {
  return {
    page: 'follow',
    ...REQUEST,
    state,
    today: on('2026-03-20'),
    receivedOn: on('2026-03-05'),
    dueOn: on('2026-04-05'),
    events: [
      { on: on('2026-03-05'), event: 'received' },
      { on: on('2026-03-06'), event: 'proved' },
    ],
    actions: STATES[state],
    ...more,
  };
}

/** The form with everything typed. */
export const FILLED: AskView = {
  page: 'ask',
  challenge: CHALLENGE,
  values: {
    ...Object.fromEntries(ASK_TEXTS.map((name) => [name, `typed in ${name}`])),
    email: 'claire.moreau@example.org',
    requester: 'proxy',
    rights: ['access', 'portability'],
    format: 'json',
    packing: 'age',
    language: 'fr',
  },
};

/** The form with every fault there is, and a problem of the whole. */
const FAULTY: AskView = {
  ...FILLED,
  problem: { kind: 'too-quick', seconds: 12 },
  faults: ASK_TEXTS.map((field, index) => ({ field, fault: ASK_FAULTS[index % ASK_FAULTS.length] ?? 'needed' })),
};

const RELEASED = { until: on('2026-04-12'), left: 5, link: LINK } as const;

const FILE = { bytes: 4_230_000, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' } as const;
const LOCKED = { page: 'download', link: LINK, reference: '2026-0042', until: on('2026-04-12'), left: 5, format: 'csv' } as const;
const SENSITIVE = { because: 'special_categories', isAwaited: true } as const;

const UNFOUNDED = {
  standing: 'announced',
  for: 'manifestly_unfounded',
  currency: 'EUR',
  answerBy: on('2026-03-27'),
  costs: [
    { cost: 'printing', cents: 150 },
    { cost: 'storage_medium', cents: 600 },
    { cost: 'packaging', cents: 100 },
    { cost: 'postage', cents: 420 },
  ],
} as const;
const FEE = { ...UNFOUNDED, for: 'further_copy', on: on('2026-02-20') } as const;

/** Every page in every state that it has. */
export const SAMPLES: Readonly<Record<string, SubjectView>> = {
  ask: { page: 'ask', challenge: CHALLENGE },
  'ask-filled': FILLED,
  'ask-faults': FAULTY,
  'ask-one-fault': {
    page: 'ask',
    challenge: CHALLENGE,
    values: { email: 'claire.moreau', givenName: 'Claire' },
    faults: [{ field: 'email', fault: 'bad-email' }],
  },
  ...SIGN_IN_SAMPLES,
  'ask-account-over': { ...FILLED, problem: { kind: 'account' }, maySignIn: true },
  'ask-too-many': { ...FILLED, problem: { kind: 'too-many', seconds: 61 } },
  'ask-too-old': { ...FILLED, problem: { kind: 'too-old' } },
  ...Object.fromEntries(
    (['prove', 'proved', 'by-person'] as const).map((next): [string, SubjectView] => [
      `asked-${next}`,
      { page: 'asked', ...REQUEST, claimCode: '48210937', receivedOn: on('2026-03-05'), dueOn: on('2026-04-05'), next },
    ]),
  ),
  find: { page: 'find' },
  'find-wrong': { page: 'find', reference: '2026-0042', problem: { kind: 'wrong' } },
  prove: { page: 'prove', ...REQUEST },
  'prove-wrong': { page: 'prove', ...REQUEST, problem: { kind: 'wrong' }, maySignIn: true },
  'prove-wait': { page: 'prove', ...REQUEST, problem: { kind: 'wait', seconds: 601 } },
  'prove-again': { page: 'prove', ...REQUEST, isSentAgain: true, maySignIn: true },
  'prove-account': { page: 'prove', ...REQUEST, isWithoutCode: true },
  ...Object.fromEntries(
    (Object.keys(STATES) as RequestState[]).map((state): [string, SubjectView] => [`follow-${state}`, followed(state)]),
  ),
  'follow-download': followed('released', {
    released: RELEASED,
    events: (
      ['received', 'proved', 'searched', 'asked', 'answered', 'extended', 'priced', 'released', 'downloaded', 'ended'] as const
    ).map((event, index) => ({ on: on(`2026-03-${String(index + 1).padStart(2, '0')}`), event })),
  }),
  'follow-used-up': followed('released', { released: { ...RELEASED, left: 0 }, actions: ['renew', 'missing'] }),
  'follow-looks-for-news': followed('searching', { mark: '9f86d081884c7d65' }),
  'follow-late': followed('searching', { today: on('2026-04-06'), events: [] }),
  'follow-extended': followed('searching', {
    dueOn: on('2026-06-05'),
    extension: { reason: 'redaction_needed', before: on('2026-04-05') },
  }),
  'follow-wrong-controller': followed('refused', {
    reason: 'The hostels of the north are not ours.',
    refusedAs: 'wrong_controller',
  }),
  'follow-unidentifiable': followed('refused', {
    reason: 'Our counters keep no names.',
    refusedAs: 'unidentifiable',
    wouldHelp: ['email', 'phone', 'id', 'name', 'birthDate'],
  }),
  'follow-unproved': followed('refused', { reason: 'The code was not entered.', refusedAs: 'identity_not_proved' }),
  'follow-no-authority': followed('refused', { reason: 'No mandate is signed.', refusedAs: 'authority_not_shown' }),
  'follow-unsearched': followed('released', { unsearched: ['Ticket shop', 'Paper files'] }),
  'follow-by-post': followed('released', { channel: 'registered_post' }),
  'follow-on-site': followed('released', { channel: 'on_site' }),
  'follow-orally': followed('awaiting_release', { channel: 'orally' }),
  'follow-passed-on': followed('released', { passedOn: [on('2026-03-09')] }),
  'follow-other-rights': followed('searching', {
    otherRights: [
      { right: 'erasure', dueOn: on('2026-04-05'), isOver: false },
      { right: 'objection', dueOn: on('2026-04-05'), isOver: true },
      { right: 'rectification', dueOn: on('2026-04-05'), isOver: true },
      { right: 'restriction', dueOn: on('2026-04-05'), isOver: true },
      { right: 'withdrawal_of_consent', dueOn: on('2026-04-05'), isOver: true },
    ],
  }),
  ...Object.fromEntries(
    (['announced', 'accepted', 'paid', 'waived'] as const).map((standing): [string, SubjectView] => [
      `follow-fee-${standing}`,
      followed('awaiting_release', { fee: { ...FEE, standing } }),
    ]),
  ),
  'follow-fee-repeated': followed('searching', { fee: { ...FEE, for: 'excessive', currency: 'CHF' } }),
  'follow-fee-ended': followed('cancelled', { fee: FEE }),
  'follow-fee-unfounded': followed('searching', { fee: UNFOUNDED }),
  'follow-question': followed('in_review', {
    question: {
      kind: 'scope',
      text: 'We found 12,400 records in six places. Do you want all of them, or the bookings only?',
      answerBy: on('2026-03-27'),
    },
  }),
  'follow-question-fault': followed('received', {
    question: { kind: 'identity', text: 'Which room did you book last?', answerBy: on('2026-03-27'), value: ' ', fault: 'empty' },
  }),
  'follow-reasons': followed('refused', {
    reason: 'You asked for the same three weeks ago, and nothing has changed since.',
    letters: [
      { number: 1, on: on('2026-03-10') },
      { number: 2, on: on('2026-03-12') },
    ],
  }),
  'follow-letter': followed('searching', { letters: [{ number: 1, on: on('2026-03-10') }] }),
  open: { page: 'open', link: LINK },
  'open-account': { page: 'open', link: LINK, maySignIn: true },
  'open-wrong': { page: 'open', link: LINK, secret: 'not the whole of it', problem: 'wrong' },
  'open-wait': { page: 'open', link: LINK, problem: 'wait' },
  ...Object.fromEntries(
    (['csv', 'json'] as const).map((format): [string, SubjectView] => [
      `download-${format}`,
      {
        page: 'download',
        link: LINK,
        reference: '2026-0042',
        packing: 'zip',
        file: FILE,
        until: on('2026-04-12'),
        left: format === 'csv' ? 5 : 1,
        format,
        ...(format === 'csv' ? { request: REQUEST.request, isReadable: true } : {}),
      },
    ]),
  ),
  ...Object.fromEntries(
    (['aes', 'age'] as const).flatMap((packing): readonly [string, SubjectView][] => [
      [`download-${packing}`, { ...LOCKED, packing, file: FILE }],
      [`download-${packing}-locking`, { ...LOCKED, packing, isFixed: packing === 'age' }],
      [`locked-${packing}`, { page: 'locked', link: LINK, packing, passphrase: '50917-93715-56004-18226-73155-40928' }],
    ]),
  ),
  'download-lock-special_categories': { ...LOCKED, packing: 'aes', lock: SENSITIVE, isReadable: true },
  'download-lock-asked': { ...LOCKED, packing: 'age', lock: { because: 'asked', isAwaited: true } },
  'download-unlocked': { ...LOCKED, packing: 'zip', file: FILE, lock: { ...SENSITIVE, isAwaited: false } },
  gone: { page: 'gone' },
  'follow-transmissions': followed('released', {
    actions: ['renew', 'transmit'],
    transmissions: [
      { to: 'Sports union', on: on('2026-03-20'), state: 'waiting' },
      { to: 'Sports union', on: on('2026-03-20'), state: 'sent' },
      ...TRANSMISSION_REASONS.map((reason) => ({ to: 'A <b>bank</b>', on: on('2026-03-20'), state: 'failed' as const, reason })),
    ],
  }),
  'follow-document': followed('received', { document: { state: 'wanted' } }),
  'follow-document-fault': followed('received', { document: { state: 'wanted', isRefused: true } }),
  'follow-document-held': followed('received', { document: { state: 'held' } }),
  transmit: { page: 'transmit', ...REQUEST, receivers: RECEIVERS },
  'transmit-fault': { page: 'transmit', ...REQUEST, receivers: RECEIVERS, fault: 'empty' },
  'transmit-too-long': { page: 'transmit', ...REQUEST, receivers: RECEIVERS, fault: 'too-long' },
  missing: { page: 'missing', ...REQUEST },
  'missing-fault': { page: 'missing', ...REQUEST, value: 'x', fault: 'too-long' },
  'not-me': { page: 'not-me', ...REQUEST },
  withdraw: { page: 'withdraw', ...REQUEST },
  stop: { page: 'stop', ...REQUEST, secret: 'q7-Zt0_a' },
  ...Object.fromEntries(
    (['missing', 'transmit', 'document', 'not-me', 'withdrawn', 'answered', 'fee', 'renewed', 'proved'] as const).map(
      (what): [string, SubjectView] => [
        `done-${what}`,
        { page: 'done', what, reference: '2026-0042', ...(what === 'not-me' ? {} : { request: REQUEST.request }) },
      ],
    ),
  ),
  'fault-400': { page: 'fault', status: 400 },
  'fault-404': { page: 'fault', status: 404 },
  'fault-429': { page: 'fault', status: 429, retrySeconds: 90 },
  'fault-500': { page: 'fault', status: 500, incident: 'b2f1-77' },
  'fault-503': { page: 'fault', status: 503, retrySeconds: 30 },
};

/** One of {@link SAMPLES}. */
export function sample(name: string): SubjectView {
  const view = SAMPLES[name];
  if (view === undefined) throw new RangeError(`there is no sample ${name}`);
  return view;
}
