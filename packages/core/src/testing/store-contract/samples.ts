import type { NewAuditEntry } from '../../audit/audit-entry.js';
import { localDate } from '../../calendar/local-date.js';
import type { EvidenceCheckpoint, EvidenceSegment } from '../../evidence/segment.js';
import type { Message } from '../../mail/message.js';
import type { DataRequest } from '../../request/data-request.js';
import type { WebhookCall } from '../../webhooks/webhook-call.js';
import type { NewStep } from '../../work/step.js';

/** The controller that samples belong to. */
export const ACME = 'acme';

/** Another one, that must never see them. */
export const OTHER = 'other';

const AT = new Date('2026-03-01T09:00:00.123Z');

/** A request with nothing that may be missing. */
export function sampleRequest(changes: Partial<DataRequest> = {}): DataRequest {
  return {
    id: 'request-1',
    controller: ACME,
    reference: '2026-0001',
    state: 'received',
    version: 1,
    rights: ['access'],
    format: 'json',
    language: 'en',
    receivedAt: AT,
    dueAt: new Date('2026-04-01T21:59:59.999Z'),
    identifierKinds: ['email'],
    workflowVersion: 1,
    ledger: [],
    queued: 0,
    included: 0,
    rounds: 0,
    createdAt: AT,
    updatedAt: AT,
    ...changes,
  };
}

/** A request with everything that it can have. */
export const FULL_REQUEST: Required<DataRequest> = {
  ...sampleRequest(),
  rights: ['access', 'portability'],
  identifierKinds: ['email', 'phone'],
  dataKey: 'wrapped',
  searchMemory: 'search/gather-2-5',
  retriedSource: 'crm',
  channel: 'registered_post',
  askedPacking: 'age',
  answers: [
    {
      archive: { blob: 'archive/1-1', bytes: 10, sha256: 'a'.repeat(64), records: 1, files: 0 },
      releasedAt: '2026-03-02T09:00:00.000Z',
      expiresAt: '2026-03-09T09:00:00.000Z',
      complete: false,
      missing: ['crm'],
    },
  ],
  transmissions: [
    {
      ...{ id: 'tra-1', receiver: 'union', orderedBy: 'subject', orderedAt: '2026-03-03T09:00:00.000Z', state: 'sent' },
      ...{ endedAt: '2026-03-03T09:01:00.000Z', receipt: { bytes: 10, sha256: 'b'.repeat(64) } },
    },
  ],
  breaches: [
    {
      ...{ id: 'b1', knownAt: '2026-03-04T09:00:00.000Z', notedAt: '2026-03-04T09:30:00.000Z', notedBy: 'staff-1' },
      sent: {
        ...{ bytes: 10, sha256: 'a'.repeat(64), records: 1, files: 0, releasedAt: '2026-03-02T09:00:00.000Z' },
        ...{ openings: 2, downloads: 1 },
      },
      end: { outcome: 'authority_notified', at: '2026-03-05T09:00:00.000Z', by: 'staff-2' },
    },
  ],
  duties: [
    {
      ...{ id: 'd1', kind: 'forward', activity: 'recruitment', records: 2 },
      ...{ notedAt: '2026-03-02T09:00:00.000Z', notedBy: 'worker-1' },
      end: { outcome: 'forwarded', at: '2026-03-03T09:00:00.000Z', by: 'staff-2' },
    },
  ],
  fee: {
    cause: { for: 'further_copy', earlier: 'request-0', firstCopyOn: localDate('2026-02-20') },
    costs: [{ cost: 'postage', cents: 420 }],
    currency: 'EUR',
    answerBy: localDate('2026-03-20'),
    announcedAt: '2026-03-05T09:00:00.000Z',
    announcedBy: 'staff-2',
    accepted: { at: '2026-03-06T09:00:00.000Z', by: 'subject' },
    end: { as: 'paid', at: '2026-03-07T09:00:00.000Z', by: 'staff-1' },
  },
  subjectFile: 'sealed subject',
  caseFile: 'sealed case '.repeat(20_000),
  ledger: [
    {
      source: 'crm',
      collection: 'person',
      outcome: 'failed',
      blocking: true,
      included: 1,
      queued: 2,
      records: 3,
      files: 4,
      attempts: 5,
      message: 'The source is gone — “timeout”.',
      remedy: 'Start it.',
    },
  ],
  complete: false,
  contacts: { probe: 'several_people', isNew: true },
  disclosure: {
    gate: {
      release: 'dpo',
      answer: 'copy',
      reasons: [
        { code: 'third-party-data', places: [{ source: 'crm', collection: 'person', field: 'guest', count: 2 }], count: 2 },
      ],
    },
    retention: [
      {
        source: 'crm',
        collection: 'person',
        activity: 'sales',
        counts: { running: 1, expires_soon: 0, overdue: 2, legal_hold: 0, ongoing_relationship: 0, indeterminate: 0 },
        earliestExpiry: '2025-01-31',
      },
    ],
  },
  rulings: [{ source: 'crm', collection: 'person', field: 'guest', ruling: 'redact' }],
  clock: {
    isSignedIn: true,
    questions: [
      {
        id: 'q1',
        about: { kind: 'scope', records: 1_200, sources: 2 },
        askedAt: '2026-03-02T09:00:00.000Z',
        askedBy: 'staff-1',
        confirmedBy: 'staff-2',
        answeredAt: '2026-03-05T09:00:00.000Z',
        scopeAnswer: 'narrowed',
        supplementarySentAt: '2026-03-02T09:00:00.000Z',
      },
    ],
    extension: {
      reason: 'volume_of_data',
      decidedAt: '2026-03-06T09:00:00.000Z',
      decidedBy: 'staff-2',
      noticeSentAt: '2026-03-06T09:00:00.000Z',
      promisedOn: localDate('2026-05-20'),
    },
    reminders: [{ id: 'r1', receivedAt: '2026-03-20T09:00:00.000Z', notedBy: 'staff-1' }],
    otherRights: [{ right: 'erasure', notedAt: '2026-03-20T09:00:00.000Z', notedBy: 'staff-1' }],
  },
  proof: {
    onBehalf: 'proxy',
    brought: [{ kind: 'attested', at: '2026-03-01T09:00:00.000Z', by: 'staff-1' }],
    doubts: [{ id: 'd1', because: 'details_differ', at: '2026-03-02T09:00:00.000Z', by: 'staff-1' }],
  },
  tasks: [
    { id: 't1', source: 'paper', openedAt: '2026-03-01T09:00:00.000Z', dueAt: '2026-03-11T09:00:00.000Z' },
    {
      id: 't2',
      source: 'cellar',
      openedAt: '2026-03-01T09:00:00.000Z',
      dueAt: '2026-03-11T09:00:00.000Z',
      end: { outcome: 'found', by: 'staff-1', at: '2026-03-04T09:00:00.000Z', blob: 'task/tsk_1', rows: 2 },
    },
  ],
  generation: 'generation-1',
  evidenceIndex: 'blob-index',
  archive: { blob: 'blob-1', bytes: 3_000_000_000, sha256: 'ab'.repeat(32), records: 7, files: 1 },
  expiresAt: AT,
  resumesIn: 'searching',
  problem: { errorClass: 'auth', message: 'The credentials were refused.', remedy: 'Renew them.' },
};

/** A step that is due at a time. */
export function sampleStep(dueAt: Date, changes: Partial<NewStep> = {}): NewStep {
  const key = changes.key ?? 'search-1';
  return {
    id: `step-${key}`,
    controller: ACME,
    request: 'request-1',
    key,
    kind: 'search',
    workflowVersion: 1,
    dueAt,
    ...changes,
  };
}

/** A segment of the evidence. */
export function sampleSegment(changes: Partial<EvidenceSegment> = {}): EvidenceSegment {
  return { ...samplePlace(), number: 1, blob: 'blob-1', records: 10, files: 2, ...changes };
}

/** A checkpoint of the evidence. */
export function sampleCheckpoint(changes: Partial<EvidenceCheckpoint> = {}): EvidenceCheckpoint {
  return { ...samplePlace(), segments: 1, progress: 'sealed', ...changes };
}

function samplePlace(): Pick<EvidenceSegment, 'controller' | 'request' | 'generation' | 'source' | 'collection'> {
  return { controller: ACME, request: 'request-1', generation: 'one', source: 'crm', collection: 'person' };
}

/** A message that waits. */
export function sampleMessage(changes: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    controller: ACME,
    request: 'request-1',
    kind: 'archive_ready',
    language: 'fr',
    state: 'waiting',
    queuedAt: AT,
    ...changes,
  };
}

/** A message with everything that it can have. */
export const FULL_MESSAGE: Required<Message> = {
  ...sampleMessage({ state: 'bounced' }),
  sealed: 'sealed content '.repeat(10_000),
  sentAt: AT,
  receipt: 'cd'.repeat(32),
  failedAt: new Date('2026-03-02T09:00:00.123Z'),
  bouncedAt: new Date('2026-03-03T09:00:00.123Z'),
  problem: {
    errorClass: 'not-found',
    message: 'The mail server knows no such mailbox (550).',
    remedy: 'Ask for another address.',
  },
};

/** A call that waits. */
export function sampleCall(changes: Partial<WebhookCall> = {}): WebhookCall {
  return {
    id: 'call-1',
    controller: ACME,
    request: 'request-1',
    endpoint: 'desk',
    event: 'request.opened',
    facts: { reference: '2026-0001' },
    happenedAt: AT,
    state: 'waiting',
    rounds: 1,
    ...changes,
  };
}

/** A call with everything that it can have. */
export const FULL_CALL: Required<WebhookCall> = {
  ...sampleCall({ state: 'failed', rounds: 2 }),
  sentAt: AT,
  failedAt: new Date('2026-03-02T09:00:00.123Z'),
  status: 204,
  problem: { errorClass: 'not-found', message: 'The endpoint is gone (410).', remedy: 'Take it out.' },
};

/** An entry of the trail. */
export function sampleEntry(changes: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    id: 'entry-1',
    controller: ACME,
    actor: { kind: 'staff', id: 'staff-1' },
    action: 'request.open',
    object: { type: 'request', id: 'request-1' },
    outcome: 'done',
    details: {},
    ...changes,
  };
}
