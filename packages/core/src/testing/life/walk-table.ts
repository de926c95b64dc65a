import type { Actor, NewAuditEntry } from '../../audit/audit-entry.js';
import type { Transaction } from '../../ports/store.js';
import { type Change, happen } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import { REQUEST_EVENTS, type RequestEvent } from '../../request/transitions.js';
import { LifeDice } from './dice.js';
import { arrowOf } from './life-drawing.js';
import { type LifeFindings, LifeTally } from './life-findings.js';

/** What walks through the table: `happen`, or something that is wrong on purpose. */
export type Happens = typeof happen;

const NOW = new Date('2026-04-01T08:00:00.000Z');
const LONG_AGO = new Date('2026-04-01T07:54:59.000Z');
const MOST_EVENTS = 40;
const KINDS: readonly Actor['kind'][] = ['staff', 'staff', 'system', 'system', 'service', 'nobody'];
const PERSONAL = ['dataKey', 'subjectFile', 'caseFile', 'generation', 'evidenceIndex', 'archive'] as const;

/** One thing that is tried: by whom, and with what. */
interface Attempt {
  readonly event: RequestEvent;
  readonly kind: Actor['kind'];
  readonly isFresh: boolean;
  readonly change: Change;
}

/**
 * Tries random events on requests, one after the other until each is shredded or has seen enough, through the function that every use case
 * goes through. Each attempt is judged by a drawing and by facts that were written down apart from the table: what may happen happens, and
 * nothing else; each change has its entry in the trail and its version, and what was refused has changed nothing.
 */
export async function walkTable(sequences: number, seed: number, happens: Happens = happen): Promise<LifeFindings> {
  const tally = new LifeTally();
  for (let sequence = 1; sequence <= sequences; sequence += 1) {
    const dice = new LifeDice(seed + sequence * 7_919);
    let request = begun(dice);
    for (let tried = 0; tried < MOST_EVENTS && request.state !== 'shredded'; tried += 1) {
      request = await tryOne(request, attemptOf(request, dice), { tally, happens, where: sequence });
    }
  }
  return tally.findings(sequences);
}

interface Walk {
  readonly tally: LifeTally;
  readonly happens: Happens;
  readonly where: number;
}

async function tryOne(before: DataRequest, attempt: Attempt, { tally, happens, where }: Walk): Promise<DataRequest> {
  const { event, kind, isFresh, change } = attempt;
  const entries: NewAuditEntry[] = [];
  const stored: DataRequest[] = [];
  const viewer = { actor: { kind, id: 'a' }, controller: 'club', steppedUpAt: isFresh ? NOW : LONG_AGO };
  const desk = { ids: { next: () => 'aud' } };
  const after = await happens(transactionOf(stored, entries), before, { event, viewer, desk }, change).catch(() => undefined);
  tally.count(before.state, event, after?.state);
  const wanted = wantedOf(before, attempt);
  const facts =
    after === undefined
      ? { 'nothing is stored': stored.length === 0, 'nothing is in the trail': entries.length === 0 }
      : factsOf(before, attempt, { after, stored, entries });
  const isWanted = after?.state === wanted;
  tally.check(() => `life ${where}: ${event} of ${before.state} by ${kind}`, { 'it leads where it has to': isWanted, ...facts });
  return after ?? before;
}

/** Where it has to lead. */
function wantedOf(before: DataRequest, { event, kind, isFresh, change }: Attempt): string | undefined {
  const { to, by } = arrowOf(before.state, event);
  const holds = HOLDS[event]?.({ ...before, ...change.fields }, { isFresh, kind, change }) ?? true;
  if (!by.includes(kind) || !holds) return undefined;
  return to === '*' ? before.resumesIn : to;
}

type Grounds = Pick<Attempt, 'isFresh' | 'kind' | 'change'>;

const hasReason = ({ change }: Grounds): boolean => (change.reason ?? '').trim().length > 0;
const hasEvidence = ({ generation, evidenceIndex, complete }: DataRequest): boolean =>
  typeof generation === 'string' && typeof evidenceIndex === 'string' && typeof complete === 'boolean';

/** What has to hold beside the arrow, in other words than the guards'. */
const HOLDS: Partial<Record<RequestEvent, (after: DataRequest, grounds: Grounds) => boolean>> = {
  attest: (_after, { change }) => change.isProved ?? false,
  confirm: (_after, { change }) => change.isProved ?? false,
  'matches-doubtful': ({ queued }) => queued !== 0,
  'matches-settled': ({ queued }) => queued === 0,
  review: ({ queued }) => queued === 0,
  gathered: (after) => after.queued === 0 && hasEvidence(after),
  assembled: (after) => hasEvidence(after) && after.archive !== undefined,
  rule: hasEvidence,
  fail: ({ problem }) => problem !== undefined,
  release: (after, grounds) => {
    if (after.archive === undefined) return false;
    if (grounds.kind === 'staff') return grounds.isFresh && (after.complete === true || hasReason(grounds));
    return after.complete === true && after.disclosure?.gate.release === 'automatic' && after.disclosure.gate.answer === 'copy';
  },
  retry: ({ answers = [] }) => answers[answers.length - 1]?.complete !== true,
  settle: ({ answers = [] }, grounds) => answers.length > 0 && hasReason(grounds),
  refuse: ({ answers = [] }, grounds) => answers.length === 0 && hasReason(grounds),
  lapse: ({ answers = [] }, grounds) => answers.length === 0 && hasReason(grounds),
  cancel: ({ answers = [] }, grounds) => answers.length === 0 && hasReason(grounds),
  shred: (after) => PERSONAL.every((field) => after[field] === undefined),
};

interface Outcome {
  readonly after: DataRequest;
  readonly stored: readonly DataRequest[];
  readonly entries: readonly NewAuditEntry[];
}

function factsOf(
  before: DataRequest,
  { event, kind }: Attempt,
  { after, stored, entries }: Outcome,
): Readonly<Record<string, boolean>> {
  const [entry] = entries;
  return {
    'it is stored once, as it is given back': stored.length === 1 && stored[0] === after,
    'it is one version on': after.version === before.version + 1,
    'it is in the trail once': entries.length === 1,
    'the trail says what, who and where it led':
      entry?.action === `request.${event}` && entry.actor.kind === kind && entry.details['state'] === after.state,
  };
}

function transactionOf(stored: DataRequest[], entries: NewAuditEntry[]): Transaction {
  const rows = {
    now: NOW,
    requests: { change: (request: DataRequest) => Promise.resolve(void stored.push(request)) },
    audit: { add: (entry: NewAuditEntry) => Promise.resolve(void entries.push(entry)) },
  };
  return rows as unknown as Transaction;
}

/** A new request, or one in ten that was answered in part: what becomes of its addition is too far from the beginning to be met often. */
function begun(dice: LifeDice): DataRequest {
  const answered = { state: 'released', ...EVIDENCE, archive: ARCHIVE, complete: false, answers: [given(false)] } as const;
  return {
    ...{ id: 'req', controller: 'club', reference: '2026-0001', version: 1, rights: ['access'], format: 'csv', language: 'en' },
    state: dice.chance(0.5) ? 'received' : 'ready',
    ...{ receivedAt: NOW, dueAt: NOW, createdAt: NOW, updatedAt: NOW, identifierKinds: ['email'], workflowVersion: 1 },
    ...{ dataKey: 'key', subjectFile: 'sealed', ledger: [], queued: 0, included: 0, rounds: 0 },
    ...(dice.chance(0.1) ? answered : {}),
  };
}

/** Mostly what can happen, sometimes what cannot. */
function attemptOf(request: DataRequest, dice: LifeDice): Attempt {
  const drawn = REQUEST_EVENTS.filter((event) => arrowOf(request.state, event).by.length > 0);
  const ends =
    (request.answers ?? []).length > 0
      ? ['refuse', 'lapse', 'cancel', 'shred']
      : ['settle', 'refuse', 'lapse', 'cancel', 'shred'];
  const later = drawn.filter((event) => !ends.includes(event));
  const event = dice.chance(0.15) ? dice.one(REQUEST_EVENTS) : dice.one(dice.chance(0.85) && later.length > 0 ? later : drawn);
  const { by } = arrowOf(request.state, event);
  const kind = dice.one(by.length > 0 && dice.chance(0.85) ? by : KINDS);
  return { event, kind, isFresh: dice.chance(0.8), change: changeOf(request, event, dice) };
}

function changeOf({ state }: DataRequest, event: RequestEvent, dice: LifeDice): Change {
  const usually = dice.chance(0.85);
  const reason = dice.one(['It was withdrawn.', 'The rest follows by letter.', ' ', '']);
  const fields = event === 'pause' ? { resumesIn: state } : (FIELDS[event]?.(usually, dice) ?? {});
  const grounds = ['refuse', 'lapse', 'cancel', 'release', 'settle'].includes(event) && dice.chance(0.9) ? { reason } : {};
  return { fields, ...grounds, ...(['attest', 'confirm'].includes(event) && dice.chance(0.9) ? { isProved: usually } : {}) };
}

const ARCHIVE = { blob: 'archive/1-1', bytes: 1, sha256: 'f'.repeat(64), records: 1, files: 0 };
const EVIDENCE = { generation: 'g', evidenceIndex: 'i' };
function given(complete: boolean): NonNullable<DataRequest['answers']>[number] {
  const at = NOW.toISOString();
  return { archive: ARCHIVE, releasedAt: at, expiresAt: at, complete, missing: complete ? [] : ['crm'] };
}

const GATES = [
  { release: 'automatic', answer: 'copy' },
  { release: 'automatic', answer: 'nothing' },
  { release: 'dpo', reasons: [] },
] as unknown as readonly NonNullable<DataRequest['disclosure']>['gate'][];

/** What the work and people change with an event: usually what it needs, sometimes not. */
const FIELDS: Partial<Record<RequestEvent, (usually: boolean, dice: LifeDice) => Partial<DataRequest>>> = {
  'matches-doubtful': (usually) => ({ queued: usually ? 1 : 0 }),
  'matches-settled': (usually) => ({ queued: usually ? 0 : 1 }),
  review: (usually) => ({ queued: usually ? 0 : 1 }),
  gathered: (usually, dice) => (usually ? { ...EVIDENCE, complete: dice.chance(0.7) } : dice.one([{}, EVIDENCE, { queued: 2 }])),
  assembled: (usually, dice) => ({
    ...(usually ? { archive: ARCHIVE } : {}),
    ...(dice.chance(0.7) ? { disclosure: { gate: dice.one(GATES), retention: [] } } : {}),
  }),
  release: (_usually, dice) => ({ answers: [given(dice.chance(0.5))] }),
  fail: (usually) => (usually ? { problem: { errorClass: 'contract', message: 'x' } } : {}),
  shred: (usually) => Object.fromEntries((usually ? PERSONAL : PERSONAL.slice(1)).map((field) => [field, undefined])),
};
