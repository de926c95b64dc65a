import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readInput } from '@habeas/configuration';
import { type AuditEntry, type BundleFacts, verifyTrail } from '@habeas/core';
import { composeEvidence, renderHtml, type ShownEntry } from '@habeas/report';
import {
  type BundleContent,
  type BundleFault,
  type BundleFinding,
  type BundleVerdict,
  CheckedLines,
  type Checkpoint,
  TRAIL_HASHING,
  verifyBundle,
} from '@habeas/vault';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { givenKeys } from './given-checkpoints.js';
import { writeNewFile } from './new-file.js';

/** What a bundle is verified with. */
export interface EvidenceArguments {
  /** Public keys of the trail, or files that hold one. */
  readonly key: readonly string[];
  /** An exported trail. */
  readonly trail?: string;
}

/** What a page is written with. */
export interface PageArguments extends EvidenceArguments {
  readonly out: string;
  readonly language: 'en' | 'fr';
}

/** Re-reads an evidence bundle, without the service, and says whether it is as it was signed, and what it is about (LOG-05). */
export async function verifyEvidence(file: string, { key, trail }: EvidenceArguments, terminal: Terminal): Promise<ExitCode> {
  const verdict = verifyBundle(readInput(file), await givenKeys(key));
  if (!told(file, verdict, terminal)) return EXIT.incomplete;
  return trail === undefined ? EXIT.complete : compareWithTrail(file, trail, verdict, terminal);
}

/** Writes the page of a bundle that holds; of one that does not there is none. */
export async function writeEvidencePage(
  file: string,
  { key, out, language }: PageArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const verdict = verifyBundle(readInput(file), await givenKeys(key));
  if (!told(file, verdict, terminal) || verdict.content === undefined) return EXIT.incomplete;
  const { facts, checkpoint, entries } = verdict.content;
  const shown = entries.map(({ line }) => JSON.parse(line) as ShownEntry);
  const page = composeEvidence({ facts: facts as unknown as BundleFacts, checkpoint, entries: shown }, language);
  writeNewFile(out, [...renderHtml(page)].join(''));
  terminal.out(`  its page: ${out}`);
  return EXIT.complete;
}

const FAULTS: Readonly<Record<BundleFault, string>> = {
  unreadable: 'this is no evidence bundle as the service writes it, or a byte of it was changed',
  'other-key': 'it was signed with another key, or its signature was changed',
  changed: 'what it says is not what was signed',
  'entry-missing': 'it has more or fewer entries than were signed',
  'checkpoint-other-key': 'its checkpoint was signed with another key, or was changed',
  'entry-changed': 'it was changed',
  'entry-foreign': 'it is about another request',
  'entry-moved': 'it does not come after the one before it',
  'entry-not-in-trail': 'it is not in the trail that was signed',
};

function told(file: string, { faults, content, checkpoint, key }: BundleVerdict, terminal: Terminal): boolean {
  if (faults.length > 0 || content === undefined) {
    for (const fault of faults) terminal.out(`${file}: THE BUNDLE DOES NOT HOLD: ${aboutFault(fault)}`);
    return false;
  }
  const { controller, request, made } = content.facts as unknown as BundleFacts;
  terminal.out(`${file}: the bundle holds, signed with ${key ?? ''}`);
  terminal.out(`  request ${request.reference} of ${controller.name} (${request.state}), as of ${made.at}`);
  terminal.out(
    `  ${String(content.entries.length)} entries, all in the trail of ${String(checkpoint?.size ?? 0)} that was signed`,
  );
  return true;
}

function aboutFault({ fault, entry }: BundleFinding): string {
  return entry === undefined ? FAULTS[fault] : `entry ${String(entry)}: ${FAULTS[fault]}`;
}

/** Whether the trail that was signed has more of this request than the bundle: whoever makes a bundle could leave something out. */
async function compareWithTrail(
  file: string,
  trail: string,
  { content, checkpoint }: BundleVerdict,
  terminal: Terminal,
): Promise<ExitCode> {
  if (content === undefined || checkpoint === undefined) return EXIT.incomplete;
  const checked = new CheckedLines([checkpoint]);
  const missing: number[] = [];
  const passing = noteMissing(checked.pass(linesOf(trail)), { content, checkpoint, missing });
  const verdict = await verifyTrail(passing, TRAIL_HASHING);
  if (!verdict.holds || checked.broken.length > 0) {
    terminal.out(`${trail}: THE TRAIL DOES NOT HOLD, or is not the one that the bundle is about: habeas audit verify says more`);
    return EXIT.incomplete;
  }
  for (const place of missing) terminal.out(`${file}: THE BUNDLE LACKS entry ${String(place)} of the trail`);
  if (missing.length === 0) terminal.out('  and the trail has no other entry of this request');
  return missing.length === 0 ? EXIT.complete : EXIT.incomplete;
}

interface Comparison {
  readonly content: BundleContent;
  readonly checkpoint: Checkpoint;
  /** Places of entries that the bundle lacks: grows while the lines pass. */
  readonly missing: number[];
}

async function* noteMissing(lines: AsyncIterable<string>, { content, checkpoint, missing }: Comparison): AsyncGenerator<string> {
  const { controller, request } = content.facts as unknown as BundleFacts;
  const known = new Set(content.entries.map(({ line }) => line));
  let place = 0;
  for await (const line of lines) {
    place += 1;
    const isAbout = place <= checkpoint.size && line.includes(request.id) && isOf(line, controller.id, request.id);
    if (isAbout && !known.has(line)) missing.push(place);
    yield line;
  }
}

function isOf(line: string, controller: string, request: string): boolean {
  const entry = JSON.parse(line) as ShownEntry & Pick<AuditEntry, 'controller' | 'object'>;
  return entry.controller === controller && entry.object.type === 'request' && entry.object.id === request;
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}
