import type { DiaryLine } from './case-file.js';
import type { Findings } from './findings.js';
import { groupBy } from './group-by.js';
import type { AuditRow, RequestRow, StoreRows } from './store-rows.js';

/** Where each act leads from where: written after docs/requests.md, and from nothing else. */
const LEADS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'request.start': [['ready', 'searching']],
  'request.matches-doubtful': [
    ['searching', 'in_review'],
    ['gathering', 'in_review'],
  ],
  'request.matches-settled': [['searching', 'gathering']],
  'request.review': [['in_review', 'searching']],
  'request.gathered': [['gathering', 'assembling']],
  'request.assembled': [['assembling', 'awaiting_release']],
  'request.release': [['awaiting_release', 'released']],
  'request.cancel': ['ready', 'searching', 'gathering', 'assembling', 'in_review', 'awaiting_release'].map(
    (from): readonly [string, string] => [from, 'cancelled'],
  ),
  'request.shred': [
    ['released', 'shredded'],
    ['cancelled', 'shredded'],
  ],
};

/** I1, I2 and I4: every request that was acknowledged is there, once, where its history leads, and nothing happened to it twice. */
export function checkRequests(rows: StoreRows, diary: readonly DiaryLine[], findings: Findings): void {
  const byId = new Map(rows.requests.map((row) => [row.id, row]));
  checkOpenings(byId, diary, findings);
  const histories = groupBy(
    rows.audit.filter(({ object_type: type, outcome }) => type === 'request' && outcome === 'done'),
    ({ object_id: id }) => id,
  );
  for (const row of rows.requests) {
    findings.count('requests');
    checkHistory(row, histories.get(row.id) ?? [], findings);
    checkApproval(row, { history: histories.get(row.id) ?? [], diary }, findings);
  }
  checkReferences(rows.requests, findings);
  checkSteps(rows, histories, findings);
}

function checkOpenings(byId: ReadonlyMap<string, RequestRow>, diary: readonly DiaryLine[], findings: Findings): void {
  const openings = diary.filter(({ act }) => act === 'open');
  const byKey = groupBy(
    openings.filter(({ word }) => word === 'acknowledged'),
    ({ about }) => about,
  );
  for (const [key, lines] of byKey) {
    const ids = new Set(lines.map(({ request }) => request));
    findings.count('acknowledged');
    findings.demand(ids.size === 1, 'I2-once', `the key ${key} was given ${String(ids.size)} requests`);
    for (const id of ids)
      findings.demand(byId.has(id ?? ''), 'I1-lawful-state', `${String(id)} was acknowledged and is not there`);
  }
  const keys = new Set(openings.map(({ about }) => about));
  findings.demand(
    byId.size <= keys.size,
    'I2-once',
    `${String(keys.size)} requests were asked for, and there are ${String(byId.size)}`,
  );
}

/** Follows the trail of a request from its opening to where its row says it is. */
function checkHistory(row: RequestRow, history: readonly AuditRow[], findings: Findings): void {
  const [first, ...rest] = history.filter(({ action }) => action.startsWith('request.'));
  if (first?.action !== 'request.open') {
    findings.broken('I1-lawful-state', `${row.id} has no beginning`);
    return;
  }
  let state = stateAfter(first);
  for (const { action, ...entry } of rest) {
    const next = stateAfter(entry);
    const isLawful = LEADS[action]?.some(([from, to]) => from === state && to === next) === true;
    findings.demand(isLawful, 'I1-lawful-state', `${row.id} went from ${state} to ${next} by ${action}`);
    state = next;
  }
  findings.demand(state === row.state, 'I1-lawful-state', `${row.id} is ${row.state}, and its history ends in ${state}`);
}

function stateAfter({ details }: Pick<AuditRow, 'details'>): string {
  return String((JSON.parse(details) as { readonly state?: unknown }).state);
}

/** I4: somebody of staff has released it, and a client has asked for that. */
function checkApproval(
  { id, state }: RequestRow,
  { history, diary }: { readonly history: readonly AuditRow[]; readonly diary: readonly DiaryLine[] },
  findings: Findings,
): void {
  const releases = history.filter(({ action }) => action === 'request.release');
  const isAsked = diary.some(({ act, about }) => act === 'release' && about === id);
  if (state === 'released')
    findings.demand(releases.length === 1, 'I4-approved', `${id} is released, and nobody has released it`);
  for (const { actor_kind: kind } of releases) {
    findings.count('releases');
    findings.demand(kind === 'staff', 'I4-approved', `${id} was released by ${kind}`);
    findings.demand(isAsked, 'I4-approved', `${id} was released, and no client has asked for it`);
  }
}

/** References are given without gaps, each once. */
function checkReferences(requests: readonly RequestRow[], findings: Findings): void {
  for (const [place, rows] of groupBy(requests, ({ controller, reference }) => `${controller} ${reference.slice(0, 4)}`)) {
    const numbers = rows.map(({ reference }) => Number(reference.slice(5))).sort((a, b) => a - b);
    const isGapless = numbers.every((number, index) => number === index + 1);
    findings.demand(isGapless, 'I2-once', `the references of ${place} are not 1 to ${String(rows.length)}`);
  }
}

/** What the end of a step of each kind leaves in the trail. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  search: ['request.matches-settled', 'request.matches-doubtful'],
  gather: ['request.gathered', 'request.matches-doubtful'],
  assemble: ['request.assembled'],
};

/** I2: a step has its effect once; steps of the same key are one step. */
function checkSteps(rows: StoreRows, histories: ReadonlyMap<string, readonly AuditRow[]>, findings: Findings): void {
  for (const [key, same] of groupBy(rows.steps, ({ request, step_key: step }) => `${request} ${step}`)) {
    findings.demand(same.length === 1, 'I2-once', `there are ${String(same.length)} steps ${key}`);
  }
  for (const [request, steps] of groupBy(rows.steps, (step) => step.request)) {
    findings.count('steps', steps.length);
    const done = (kind: string): number => steps.filter((step) => step.kind === kind && step.state === 'done').length;
    const effects = (actions: readonly string[]): number =>
      (histories.get(request) ?? []).filter(({ action }) => actions.includes(action)).length;
    const assembled = effects(EFFECTS['assemble'] ?? []);
    findings.demand(assembled <= done('assemble'), 'I2-once', `${request} was assembled more often than its steps`);
    const found = effects([...(EFFECTS['search'] ?? []), ...(EFFECTS['gather'] ?? [])]);
    findings.demand(found <= done('search') + done('gather'), 'I2-once', `${request} was searched more often than its steps`);
  }
  for (const [place, segments] of groupBy(rows.segments, (each) => `${each.request} ${each.source}.${each.collection}`)) {
    const isWhole = segments.every(({ number }, index) => number === index + 1);
    findings.demand(isWhole, 'I2-once', `the segments of ${place} are not 1 to ${String(segments.length)}`);
  }
}
