import { createHash } from 'node:crypto';
import type { DiaryLine } from './case-file.js';
import type { Findings } from './findings.js';
import type { AuditRow, StoreRows } from './store-rows.js';

/** Longer than this an entry must not wait for its place (security R81). */
const LONGEST_WAIT_MS = 10_000;

/** The entry that each acknowledged act has left. */
const ENTRY_OF: Readonly<Record<string, string>> = {
  open: 'request.open',
  start: 'request.start',
  review: 'match.review',
  release: 'request.release',
  cancel: 'request.cancel',
  shred: 'request.shred',
  expire: 'request.shred',
  download: 'archive.download',
};

/** I6: the chain follows from its beginning to its head, and holds every act that was acknowledged. */
export function checkTrail(rows: StoreRows, diary: readonly DiaryLine[], findings: Findings): void {
  checkChain(rows, findings);
  checkWaiting(rows, findings);
  const entries = new Set(rows.audit.map(({ action, object_id: id }) => `${action} ${id}`));
  for (const { word, act, about, request } of diary) {
    if (word !== 'acknowledged') continue;
    findings.count('acts');
    const wanted = `${ENTRY_OF[act] ?? act} ${act === 'open' ? (request ?? '') : about}`;
    findings.demand(entries.has(wanted), 'I6-trail', `it was acknowledged, and is not in the trail: ${wanted}`);
  }
}

function checkChain({ audit, head }: StoreRows, findings: Findings): void {
  const chained = audit.filter(({ sequence }) => sequence !== null).sort((a, b) => Number(a.sequence) - Number(b.sequence));
  let previous = '0'.repeat(64);
  for (const [index, entry] of chained.entries()) {
    findings.count('entries');
    const place = String(index + 1);
    findings.demand(Number(entry.sequence) === index + 1, 'I6-trail', `entry ${place} of the chain is missing`);
    findings.demand(entry.previous === previous, 'I6-trail', `entry ${place} does not follow from the one before`);
    findings.demand(hashOf(entry, previous) === entry.hash, 'I6-trail', `entry ${place} is not what its hash was made of`);
    previous = entry.hash ?? '';
  }
  const last = chained.at(-1);
  const isWhole = head.sequence === chained.length && (last === undefined || head.hash === last.hash);
  findings.demand(isWhole, 'I6-trail', `the chain has come to ${String(head.sequence)}, and holds ${String(chained.length)}`);
}

function checkWaiting({ audit, now }: StoreRows, findings: Findings): void {
  const late = audit.filter(({ sequence, at }) => sequence === null && now - at > LONGEST_WAIT_MS);
  findings.demand(late.length === 0, 'I6-trail', `${String(late.length)} entries wait for their places`);
}

/** SHA-256 over the canonical JSON (RFC 8785) of an entry with its place. */
function hashOf(entry: AuditRow, previous: string): string {
  const { id, controller, action, outcome, actor_kind: kind, actor_id: actor, object_type: type, object_id: object } = entry;
  const hashed = {
    ...{ id, controller, action, outcome, previous },
    sequence: Number(entry.sequence),
    actor: { kind, id: actor },
    object: { type, id: object },
    at: new Date(entry.at).toISOString(),
    details: JSON.parse(entry.details) as unknown,
  };
  return createHash('sha256').update(canonical(hashed), 'utf8').digest('hex');
}

/** RFC 8785: names in the order of their UTF-16 units, numbers and texts as ECMAScript writes them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const parts = names.map((name) => `${JSON.stringify(name)}:${canonical((value as Readonly<Record<string, unknown>>)[name])}`);
  return `{${parts.join(',')}}`;
}
