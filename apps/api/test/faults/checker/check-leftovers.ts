import { lstatSync } from 'node:fs';
import { relative } from 'node:path';
import type { CaseFile } from './case-file.js';
import type { Findings } from './findings.js';
import { filesBelow } from './folder-files.js';
import type { RequestRow, StoreRows } from './store-rows.js';

/** A lease of a process that has died must have been taken over by then. */
const LEASE_LIMIT_MS = 45_000;
const LEFTOVER_MS = 24 * 3_600_000;
const LOG_LIMIT_BYTES = 64 * 1024 * 1024;
/** What a local S3 server keeps beside each object. */
const BESIDE = /\._S3rver_(?:metadata\.json|object\.md5)$/u;

/** I5, I10, I12: what was destroyed is gone, no lease is stuck, and nothing lies around that nobody needs. */
export function checkLeftovers(given: CaseFile, rows: StoreRows, findings: Findings): void {
  for (const damage of rows.damage) findings.broken('I1-lawful-state', `the store is damaged: ${damage.slice(0, 80)}`);
  checkLeases(rows, findings);
  const blobs = filesBelow(given.blobs).filter((file) => !BESIDE.test(file));
  for (const row of rows.requests) checkDestroyed(row, { blobs, rows }, findings);
  checkOrphans(given, { blobs, rows }, findings);
  for (const file of given.temporary.flatMap(filesBelow))
    findings.broken('I12-baseline', `a temporary file is left: ${lastPart(file)}`);
  if ('mysql' in given.store) return;
  const [log] = filesBelow(`${given.store.sqlite}-wal`);
  const bytes = log === undefined ? 0 : lstatSync(log).size;
  findings.demand(bytes <= LOG_LIMIT_BYTES, 'I12-baseline', `the log of the store has ${String(bytes)} bytes`);
}

function checkLeases({ steps, now }: StoreRows, findings: Findings): void {
  for (const { id, state, lease_ends_at: endsAt, due_at: dueAt, claimable_at: claimableAt } of steps) {
    if (state === 'running') {
      findings.demand(now - Number(endsAt) <= LEASE_LIMIT_MS, 'I10-no-leftovers', `${id} is leased by nobody who lives`);
    }
    if (state === 'pending') {
      findings.demand(claimableAt !== null, 'I10-no-leftovers', `${id} waits, and can never be claimed`);
      findings.demand(now - dueAt <= LEASE_LIMIT_MS, 'I10-no-leftovers', `${id} is overdue`);
    }
  }
}

interface Stored {
  readonly blobs: readonly string[];
  readonly rows: StoreRows;
}

/** I5: no key, no sealed text, no file. */
function checkDestroyed(row: RequestRow, { blobs, rows }: Stored, findings: Findings): void {
  if (row.state !== 'shredded') return;
  findings.count('shredded');
  const kept = (['data_key', 'subject_file', 'case_file', 'evidence_index', 'archive'] as const).filter(
    (name) => row[name] !== null,
  );
  findings.demand(kept.length === 0, 'I5-destroyed', `${row.id} is shredded, and still has ${kept.join(', ')}`);
  const isRemoved = rows.steps.some(({ request, kind, state }) => request === row.id && kind === 'shred' && state === 'done');
  findings.demand(isRemoved, 'I5-destroyed', `${row.id} is shredded, and its files were never removed`);
  const files = blobs.filter((file) => file.includes(`/${row.id}/`));
  findings.demand(files.length === 0, 'I5-destroyed', `${row.id} is shredded, and ${String(files.length)} of its files are left`);
  const segments = rows.segments.filter(({ request }) => request === row.id);
  findings.demand(segments.length === 0, 'I5-destroyed', `${row.id} is shredded, and its evidence is still listed`);
}

/** I10: what a killed process has left behind is found, and is gone within a day. What is needed is there. */
function checkOrphans({ blobs: folder, leftoverMs = LEFTOVER_MS }: CaseFile, { blobs, rows }: Stored, findings: Findings): void {
  const byId = new Map(rows.requests.map((row) => [row.id, row]));
  const segments = new Set(rows.segments.map(({ blob }) => blob));
  const names = new Set(blobs.map((file) => relative(folder, file).replace(/\._S3rver_object$/u, '')));
  for (const file of blobs) {
    findings.count('blobs');
    if (isNeeded(relative(folder, file).replace(/\._S3rver_object$/u, ''), byId, segments)) continue;
    findings.count('orphans');
    const isOld = Date.now() - lstatSync(file).mtimeMs > leftoverMs;
    findings.demand(!isOld, 'I10-no-leftovers', `nobody needs ${lastPart(file)}, and it is still there`);
  }
  for (const row of rows.requests)
    for (const blob of neededBy(row, rows)) {
      const isThere = [...names].some((name) => name.endsWith(`${row.controller}/${row.id}/${blob}`));
      findings.demand(isThere, 'I1-lawful-state', `${row.id} needs ${blob}, and it is not there`);
    }
}

function isNeeded(name: string, requests: ReadonlyMap<string, RequestRow>, segments: ReadonlySet<string>): boolean {
  const [, id = '', rest = ''] = /(req_[0-9a-z]+)\/(.+)$/u.exec(name) ?? [];
  const row = requests.get(id);
  if (row === undefined) return false;
  return rest.startsWith('archive/')
    ? archiveOf(row) === rest || row.state === 'assembling'
    : isEvidenceNeeded(rest, row, segments);
}

function isEvidenceNeeded(rest: string, row: RequestRow, segments: ReadonlySet<string>): boolean {
  // What is remembered of searches goes with its request, and so does what a later reading has kept of an earlier one
  if (rest.startsWith('search/') || segments.has(rest)) return row.data_key !== null;
  const isOfReading = rest.startsWith(`evidence/${String(row.generation)}/`);
  // Names of files stand in sealed lines only; a segment that is being committed has no row yet
  return isOfReading && (row.evidence_index === rest || /\/file-/u.test(rest) || row.state === 'gathering');
}

function neededBy(row: RequestRow, rows: StoreRows): readonly string[] {
  if (row.data_key === null) return [];
  const segments = rows.segments.filter(({ request, generation }) => request === row.id && generation === row.generation);
  return [
    ...segments.map(({ blob }) => blob),
    ...[row.evidence_index, archiveOf(row)].filter((name) => name !== undefined && name !== null),
  ];
}

function archiveOf({ archive }: RequestRow): string | undefined {
  return archive === null ? undefined : (JSON.parse(archive) as { readonly blob: string }).blob;
}

function lastPart(file: string): string {
  return file.split('/').slice(-3).join('/');
}
