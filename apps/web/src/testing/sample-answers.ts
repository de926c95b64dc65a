import type { AcceptedOf } from '../api/service.js';

type Answering = (given: Readonly<Record<string, unknown>>) => unknown;

const ALL = [
  ...['open', 'attest', 'start', 'pause', 'refuse', 'release', 'cancel', 'extend', 'ask'].map((name) => `request.${name}`),
  ...['match.review', 'finding.read', 'task.read', 'task.end', 'delivery.renew', 'delivery.pack', 'delivery.revoke'],
  ...['breach.note', 'breach.end', 'delivery.choose', 'duty.note', 'duty.end'],
  ...['fee.announce', 'fee.note', 'proof.represent', 'proof.check', 'proof.document', 'request.correct', 'request.shred'],
  ...['transmission.order', 'received.read', 'received.download', 'received.delete'],
  ...['request.read', 'source.read', 'source.check', 'settings.read', 'audit.read', 'staff.manage', 'token.manage'],
  ...['figures.read', 'evidence.export', 'webhook.send'],
];

/** A request as the inbox has it. */
export const ROW: AcceptedOf<'inbox'>['requests']['edges'][number]['node'] = {
  id: 'req_1',
  reference: '2026-0001',
  state: 'awaiting_release',
  rights: ['access', 'portability'],
  receivedAt: '2026-11-01T09:00:00Z',
  dueAt: '2026-12-01T23:00:00Z',
  queued: 0,
  complete: true,
  possibleEvents: ['release', 'refuse', 'cancel'],
  problem: null,
  tasks: [],
  questions: [],
  breaches: [],
  duties: [],
};

/** The same as its page has it. */
export const REQUEST: NonNullable<AcceptedOf<'request'>['request']> = {
  ...ROW,
  version: 7,
  format: 'json',
  language: 'en',
  identifierKinds: ['email', 'name'],
  included: 2,
  expiresAt: null,
  ledger: [],
  archive: { bytes: 1_000, records: 3, files: 0 },
  tasks: [],
  outstanding: [],
  fee: null,
  isForHeir: false,
};

/** A line of its ledger. */
export const LINE: (typeof REQUEST)['ledger'][number] = {
  source: 'crm',
  collection: 'contacts',
  outcome: 'complete',
  blocking: false,
  included: 1,
  queued: 1,
  records: 3,
  files: 0,
  attempts: 1,
  message: null,
  remedy: null,
};

/** A page of the inbox. */
export function inboxOf(
  rows: AcceptedOf<'inbox'>['requests']['edges'][number]['node'][],
  more: { readonly endCursor?: string; readonly total?: number } = {},
): { readonly data: AcceptedOf<'inbox'> } {
  const pageInfo = { hasNextPage: more.endCursor !== undefined, endCursor: more.endCursor ?? null };
  return { data: { requests: { edges: rows.map((node) => ({ node })), pageInfo, totalCount: more.total ?? rows.length } } };
}

/** The page of a request. */
export function requestOf(changes: Partial<typeof REQUEST> = {}): { readonly data: AcceptedOf<'request'> } {
  return { data: { request: { ...REQUEST, ...changes } } };
}

/** A page of the trail. */
export function trailOf(
  entries: readonly Partial<AcceptedOf<'trail'>['auditTrail']['edges'][number]['node']>[],
  endCursor: string | null = null,
): { readonly data: AcceptedOf<'trail'> } {
  const usual = { at: '2026-11-02T10:00:00Z', actorKind: 'staff', actor: 'stf_2', action: 'request.open', outcome: 'done' };
  const edges = entries.map((entry, index) => ({ node: { id: `aud_${String(index)}`, ...usual, ...entry } }));
  return { data: { auditTrail: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor }, totalCount: edges.length } } };
}

const DEADLINES: AcceptedOf<'deadlines'> = {
  request: {
    id: 'req_1',
    deadlines: {
      workBy: '2026-12-01',
      limit: '2026-12-01',
      notBefore: null,
      isExtended: false,
      pausedDays: 0,
      calendar: 'FR 1',
      dates: [{ name: 'dueSafe', title: 'Safe', date: '2026-12-01', isVerified: true, sentences: ['One month.'] }],
    },
  },
};

export const OUTLOOK: NonNullable<AcceptedOf<'refusalOutlook'>['request']>['refusalOutlook'] = {
  unproved: null,
  notExcessive: null,
  holdsSpecialCategories: null,
  compared: 0,
  isAll: true,
  earlier: [],
};

export const PROOF: NonNullable<NonNullable<AcceptedOf<'proof'>['request']>['proof']> = {
  ...{ required: 'L1', reached: 'L1', isEnough: true, onBehalf: null, representation: null, doubts: [], document: null },
  reasons: [{ code: 'contact', what: 'A code can be sent.' }],
  brought: [{ kind: 'code', at: '2026-11-02T10:00:00Z', by: 'subject' }],
};

const GATE: AcceptedOf<'gate'> = {
  request: { id: 'req_1', gate: { release: 'automatic', answer: 'copy', reasons: [] }, reportPreviews: [] },
};

const DEEDS = [
  ...[
    'start',
    'pause',
    'resume',
    'retry',
    'retrySource',
    'refuseUnproved',
    'cancel',
    'release',
    'review',
    'attest',
    'extend',
    'ask',
    'answer',
  ],
  ...[
    'rule',
    'ruleField',
    'renewLink',
    'revokeLink',
    'writeLetter',
    'endTask',
    'noteBreach',
    'endBreach',
    'chooseChannel',
    'noteDeath',
    'endDuty',
  ],
  ...['refuseOnGround', 'answerWrongController', 'refuseUnidentifiable', 'noteOtherRights', 'endOtherRight'],
  ...['announceFee', 'noteFee', 'waiveFee', 'ruleForPurpose', 'noteDoubt', 'decideRepresentation', 'demandDocument'],
  ...['decideDocument', 'correctReceipt', 'linkReminder', 'recordBounce', 'shred', 'orderTransmission'],
];
/** What a part of the page asks for of the request. */
export const of =
  (fields: object): Answering =>
  () => ({ data: { request: { id: 'req_1', ...fields } } });

/** Where the data of a request goes: nowhere yet, and nothing is out. */
export function transmissionsOf(
  changes: Partial<NonNullable<AcceptedOf<'transmissions'>['request']>> = {},
  transmissionReceivers: AcceptedOf<'transmissions'>['transmissionReceivers'] = [],
): Answering {
  const request = { id: 'req_1', gate: { release: 'dpo' }, answers: [], delivery: null, transmissions: [], ...changes } as const;
  return () => ({ data: { request, transmissionReceivers } });
}

/** Everything that is asked for by pages of a request that waits for its release. */
export function sampleAnswers(): readonly (readonly [string, Answering[]])[] {
  const done = (name: string): Answering[] => [() => ({ data: { [name]: { __typename: 'Request', id: 'req_1', version: 8 } } })];
  return [
    ['viewer', [() => ({ data: { viewer: { id: 'stf_1', controller: 'club', permissions: ALL } } })]],
    ['inbox', [() => inboxOf([ROW])]],
    ['request', [() => requestOf()]],
    ['deadlines', [() => ({ data: DEADLINES })]],
    ['gate', [() => ({ data: GATE })]],
    ['trail', [() => trailOf([{}])]],
    ['people', [() => ({ data: { staff: [{ id: 'stf_2', displayName: 'Paul Other' }] } })]],
    ['matches', [() => ({ data: { request: { id: 'req_1', matches: [] } } })]],
    ['clock', [of({ agenda: [], questions: [], reminders: [], otherRights: [], extension: null })]],
    ['delivery', [of({ channel: 'download', answers: [], delivery: null, breaches: [], messages: [] })]],
    ['duties', [of({ duties: [] })]],
    ['breachWords', [of({ breaches: [] })]],
    ['fee', [of({ fee: null })]],
    ['heirPart', [of({ heirPart: null })]],
    ['proof', [of({ proof: PROOF })]],
    ['refusalOutlook', [of({ refusalOutlook: OUTLOOK })]],
    ['decisions', [of({ decisions: [] })]],
    ['transmissions', [transmissionsOf()]],
    ['letters', [of({ letters: [] })]],
    ['identifiers', [of({ identifiers: [], matches: [] })]],
    ['rulings', [of({ recordRulings: [] })]],
    ...DEEDS.map((name) => [name, done(name)] as const),
  ];
}

/** How long an answer holds, so that it can be changed in one place of a test. */
export const DEADLINE_FACTS = DEADLINES;
