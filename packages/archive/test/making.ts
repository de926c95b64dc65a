import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@habeas/connector-sdk';
import type { Findings } from '@habeas/core';
import { writeArchive, type ArchiveOptions, type ArchiveSummary } from '../src/index.js';
import { fakeFindings, fileOf, recordsOf, SHOP, spec, type FakeAccount, type FakeCollection } from './fake-findings.js';

/** A temporary folder for one test file; remove it with `remove` in `afterAll`. */
export async function tempFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'habeas-archive-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export const REQUESTED_AT = new Date('2024-05-01T10:20:31.500Z');

export const OPTIONS = {
  reference: 'sar-2024-000123',
  requestedAt: REQUESTED_AT,
  controller: {
    name: 'Example Association',
    contact: 'dpo@example.org',
    authority: { name: 'CNIL', website: 'https://www.cnil.fr' },
  },
  language: 'en',
  format: 'csv',
  software: { name: 'Habeas', version: '0.1.0' },
} as const satisfies Partial<ArchiveOptions>;

export const FILE_A = 'a'.repeat(32);
export const FILE_B = 'b'.repeat(32);

const CUSTOMERS: readonly JsonObject[] = [
  {
    id: 7,
    email: 'ada@example.org',
    note: '=HYPERLINK("x"), y\r\nz',
    born: '1990-02-28',
    prefs: { a: 1, deep: { x: true } },
    photo: { file: FILE_A, bytes: 5 },
  },
  { id: 8, email: '', note: null, born: '0000-00-00', prefs: [{ n: 'a' }, { n: 'b', m: 5 }], photo: { file: FILE_B, bytes: 8 } },
];

/** A collection with everything in it: text that looks like a formula, no value and empty text, a wrong date, nested values, files. */
export function customers(more: Partial<FakeCollection> = {}): FakeCollection {
  return {
    source: SHOP,
    spec: spec(
      'customer',
      [
        {
          name: 'id',
          type: 'integer',
          title: { en: 'Number', fr: 'Numéro' },
          codes: { 7: { en: 'seven', fr: 'sept' }, 8: { en: 'eight' } },
        },
        {
          name: 'email',
          type: 'string',
          title: { en: 'E-mail', fr: 'Courriel' },
          category: 'pd:EmailAddress',
          origin: 'provided',
        },
        { name: 'note', type: 'string', freeText: true, thirdParty: true },
        { name: 'born', type: 'date', special: true },
        { name: 'prefs', type: 'json', unclassified: true },
        { name: 'photo', type: 'file' },
      ],
      { title: { en: 'Customers', fr: 'Clients' }, withheld: ['password'], activity: 'sales' },
    ),
    batches: [recordsOf(CUSTOMERS)],
    files: [
      fileOf(FILE_A, 7, 'hello', { name: '../../evil.exe', mediaType: 'text/html' }),
      fileOf(FILE_B, 8, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    ],
    ...more,
  };
}

/** Orders of customer 7, reached by a reference. */
export function orders(count = 3): FakeCollection {
  const rows = Array.from({ length: count }, (_, index) => ({ id: index + 1, total: `${index}.50`, at: '2024-01-02 03:04:05' }));
  const via = [{ root: { collection: 'customer', recordId: '7' }, path: ['order.customer'] }];
  return {
    source: SHOP,
    spec: spec('order', [
      { name: 'id', type: 'integer' },
      { name: 'total', type: 'decimal' },
      { name: 'at', type: 'datetime' },
    ]),
    batches: [recordsOf(rows, 'id', via)],
  };
}

/** The findings most tests use. */
export function someFindings(about: FakeAccount = {}): Findings {
  return fakeFindings([customers(), orders()], about);
}

/** Writes an archive of {@link someFindings}, or of others. */
export async function makeArchive(
  out: string,
  options: Partial<ArchiveOptions> = {},
  findings = someFindings(),
): Promise<ArchiveSummary> {
  return writeArchive(findings, { ...OPTIONS, out, ...options });
}

/** The text of a file in a ZIP, by Info-ZIP's `unzip`: a reader that is not ours. */
export function unzipText(zip: string, path: string): string {
  return execFileSync('unzip', ['-p', zip, path], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** The names of a ZIP's entries, by `unzip`. */
export function unzipNames(zip: string): readonly string[] {
  return execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trim()
    .split('\n');
}

/** Whether a program is installed: other people's readers are a second opinion, and not everywhere. */
export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** All chunks of a stream put together. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

/** All items of a stream of batches. */
export async function itemsOf<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}
