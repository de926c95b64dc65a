import { randomBytes } from 'node:crypto';
import type { DOCUMENTS } from '../src/client/documents.js';
import type { OpenRequestInput } from '../src/client/operations.generated.js';

/** One of everything that has an id. */
export interface Ids {
  readonly request: string;
  readonly source: string;
  readonly staff: string;
  readonly token: string;
  readonly session: string;
  readonly passkey: string;
}

type RootField = keyof typeof DOCUMENTS;

/** Valid arguments of every root field, as variables of the document of its name. */
export const EXAMPLES: Readonly<Partial<Record<RootField, (ids: Ids) => object>>> = {
  viewer: () => ({}),
  settings: () => ({}),
  setup: () => ({}),
  mailCheck: () => ({}),
  connectors: () => ({}),
  checkConfiguration: () => ({ yaml: 'habeas: 1' }),
  register: () => ({ language: 'en' }),
  scope: () => ({ language: 'en' }),
  request: ({ request }) => ({ id: request }),
  requests: () => ({ first: 2 }),
  findings: ({ request, source }) => ({ request, source, collection: 'member', first: 2 }),
  overdueRecords: ({ request }) => ({ request, first: 2 }),
  identifierValues: ({ request }) => ({ request }),
  doubtfulMatch: ({ request }) => ({ request, match: 'm1' }),
  asked: ({ request }) => ({ request }),
  openTasks: () => ({ first: 2 }),
  task: ({ request }) => ({ request, task: 't1', language: 'en' }),
  sources: () => ({}),
  checkDataMap: () => ({ yaml: 'dataMap: 1' }),
  dataMap: ({ source }) => ({ source, language: 'en' }),
  trailVerdict: () => ({}),
  plan: ({ request }) => ({ request }),
  auditTrail: ({ request }) => ({ first: 2, request }),
  evidenceBundle: ({ request }) => ({ request }),
  figures: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  staff: () => ({}),
  tokens: () => ({}),
  tokenScopes: () => ({}),
  sessions: () => ({}),
  passkeys: () => ({}),
  openRequest: () => ({ input: newRequest() }),
  handOverRequest: () => ({ input: newRequest() }),
  renewClaimCode: ({ request }) => ({ id: request }),
  packArchive: ({ request }) => ({ id: request, packing: 'aes' }),
  orderTransmission: ({ request }) => ({ id: request, transmission: { receiver: 'union', instruction: 'By letter.' } }),
  transmissionReceivers: () => ({}),
  receivedTransmissions: () => ({}),
  deleteReceivedTransmission: () => ({ id: 'rcv_none' }),
  renewLink: ({ request }) => ({ id: request }),
  revokeLink: ({ request }) => ({ id: request }),
  attestIdentity: ({ request }) => ({ id: request, attestations: [{ identifier: 1, provedBy: 'answered a mail' }] }),
  startRequest: ({ request }) => ({ id: request }),
  retryRequest: ({ request }) => ({ id: request }),
  retrySource: ({ request }) => ({ id: request, source: 'membership' }),
  pauseRequest: ({ request }) => ({ id: request }),
  resumeRequest: ({ request }) => ({ id: request }),
  reviewMatch: ({ request }) => ({ id: request, review: { match: 'm1', verdict: 'rejected', reason: 'Somebody else.' } }),
  noteWrongRecipient: ({ request }) => ({ id: request, noted: { words: 'It came to somebody else.' } }),
  endBreach: ({ request }) => ({ id: request, breach: 'b1', end: { outcome: 'risk_unlikely', words: 'It was locked.' } }),
  chooseChannel: ({ request }) => ({ id: request, channel: 'registered_post' }),
  noteDeath: ({ request }) => ({ id: request }),
  endDuty: ({ request }) => ({ id: request, duty: 'd1', end: { outcome: 'kept' } }),
  announceFee: ({ request }) => ({
    id: request,
    fee: {
      ...{ cause: 'manifestly_unfounded', evidence: 'The letter asks for no data at all.', currency: 'EUR' },
      ...{ costs: [{ cost: 'postage', cents: 420 }], answerBy: inDays(14) },
    },
  }),
  noteFee: ({ request }) => ({ id: request, noted: { as: 'paid' } }),
  waiveFee: ({ request }) => ({ id: request }),
  letterPreview: ({ request }) => ({ id: request, letter: { kind: 'acknowledgement', facts: '{"identity":"signed_in"}' } }),
  writeLetter: ({ request }) => ({ id: request, letter: { kind: 'acknowledgement', facts: '{"identity":"signed_in"}' } }),
  webhookEndpoints: () => ({}),
  failedWebhookCalls: () => ({}),
  sendWebhookAgain: ({ request }) => ({ id: request, call: 'whk_none' }),
  recordBounce: ({ request }) => ({ id: request, message: 'msg_none' }),
  ruleOnField: ({ request }) => ({
    id: request,
    ruling: { source: 'crm', collection: 'member', field: 'guest', involvement: 'author', outcome: 'disclose' },
  }),
  ruleOnRecord: ({ request }) => ({
    id: request,
    ruling: { source: 'crm', collection: 'member', recordId: '1', field: 'guest', involvement: 'author', outcome: 'disclose' },
  }),
  ruleForPurpose: ({ request }) => ({
    id: request,
    ruling: { purpose: 'digital_goods', isNeeded: false, places: [], reason: 'Nothing is needed.' },
  }),
  checkKnownFacts: ({ request }) => ({
    id: request,
    facts: [{ source: 'crm', collection: 'member', field: 'joined', value: '2020-02-03' }],
  }),
  demandDocument: ({ request }) => ({
    id: request,
    why: {
      ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'Everything.', context: 'A new mailbox.' },
      ...{ harm: 'Where they slept.', harmLevel: 'high', nothingLess: 'They know no booking.' },
    },
  }),
  decideDocument: ({ request }) => ({ id: request, verdict: { kind: 'passport', outcome: 'rejected' } }),
  decideRepresentation: ({ request }) => ({
    id: request,
    representation: { outcome: 'rejected', reason: 'No mandate.', evidence: 'mandate', answerTo: 'person' },
  }),
  noteDoubt: ({ request }) => ({ id: request, doubt: { because: 'details_differ', text: 'Another birthday.' } }),
  askQuestion: ({ request }) => ({
    id: request,
    question: { kind: 'identity', doubt: 'unknown_sender', text: 'The address is on no record.' },
  }),
  answerQuestion: ({ request }) => ({ id: request, answer: { text: 'It is me.' } }),
  extendRequest: ({ request }) => ({ id: request, extension: { reason: 'volume_of_data' } }),
  correctReceipt: ({ request }) => ({ id: request, receipt: { receivedAt: yesterday(), reason: 'The mailbox says so.' } }),
  linkReminder: ({ request }) => ({ id: request, reminder: { text: 'When will it come?' } }),
  noteOtherRights: ({ request }) => ({ id: request, noted: { rights: ['erasure'], text: 'Then delete it.' } }),
  endOtherRight: ({ request }) => ({ id: request, end: { right: 'erasure', outcome: 'withdrawn' } }),
  takeTaskFileBack: ({ request }) => ({ id: request, task: 't1', file: 'fil_none' }),
  endTask: ({ request }) => ({ id: request, task: 't1', end: { outcome: 'nothing_found', isStated: true } }),
  releaseRequest: ({ request }) => ({ id: request, release: { days: 7, reason: 'As it is.' } }),
  refuseRequest: ({ request }) => ({ id: request, reason: 'It repeats another.' }),
  answerWrongController: ({ request }) => ({ id: request, answer: { explanation: 'The hostels are not ours.' } }),
  refuseOnGround: ({ request }) => ({
    id: request,
    refusal: { reason: 'It has no aim.', ground: 'manifestly_unfounded', evidence: 'The letter asks for no data at all.' },
  }),
  refuseUnidentifiable: ({ request }) => ({
    id: request,
    refusal: { demonstration: 'The counters keep no names.', wouldHelp: ['id'] },
  }),
  cancelRequest: ({ request }) => ({ id: request, reason: 'Withdrawn.' }),
  shredRequest: ({ request }) => ({ id: request }),
  checkSource: ({ source }) => ({ id: source }),
  addStaff: () => ({ input: { login: `p${randomBytes(6).toString('hex')}`, displayName: 'Somebody', roles: ['auditor'] } }),
  changeGrants: ({ staff }) => ({ id: staff, roles: ['reviewer'] }),
  disableStaff: ({ staff }) => ({ id: staff }),
  resetStaff: ({ staff }) => ({ id: staff }),
  createToken: () => ({ input: { name: 'A program', scopes: ['request.read'], days: 1 } }),
  revokeToken: ({ token }) => ({ id: token }),
  revokeSession: ({ session }) => ({ id: session }),
  removePasskey: ({ passkey }) => ({ id: passkey }),
};

/** What only people have: programs are refused, whatever their scopes. */
export const OF_PEOPLE: ReadonlySet<string> = new Set(['sessions', 'revokeSession', 'passkeys', 'removePasskey']);

/** A request that nothing is found for. */
export function newRequest(): OpenRequestInput {
  const identifiers = [{ kind: 'email' as const, value: 'nobody@example.org', provedBy: 'answered a mail' }];
  return { clientKey: randomBytes(12).toString('hex'), identifiers, rights: ['access'] };
}

/** A day that many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString();
}

/** Ids of the right form that nothing has. */
export function missingIds(): Ids {
  return {
    request: noId('req'),
    source: 'nosource',
    staff: noId('stf'),
    token: noId('tok'),
    session: randomBytes(32).toString('hex'),
    passkey: randomBytes(32).toString('hex'),
  };
}

function noId(prefix: string): string {
  return `${prefix}_${randomBytes(13).toString('hex')}`;
}
