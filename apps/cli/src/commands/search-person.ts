import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedConfig, bindSources } from '@habeas/configuration';
import { type ArchiveSigner, type ArchiveSummary, createSigner, writeArchive } from '@habeas/archive';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type Account, type Findings, openDiscovery, type Right, type Subject } from '@habeas/core';
import type { DisclosureSummary, Language } from '@habeas/core/law';
import { discloseFindings } from './report-findings.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { gateLines } from '../terminal/gate-lines.js';
import { ledgerTable } from '../terminal/ledger-table.js';
import { progressLine } from '../terminal/progress-line.js';
import type { Terminal } from '../terminal/terminal.js';
import { SOFTWARE } from '../software.js';

/** What a search is to end in. */
export interface SearchOptions {
  readonly format: 'csv' | 'json';
  /** The folder that the archive is written to. It is made where it is missing. */
  readonly out: string;
  /** Names the archive; by default made of the day and a random part, telling nothing of the person. */
  readonly reference?: string;
  /** When the request was made; by default now. */
  readonly requestedAt?: Date;
  readonly language?: 'en' | 'fr';
  /** By default access, which is the copy of everything with the report on it. */
  readonly rights?: readonly Right[];
}

/** What came of a search. */
export interface FinishedSearch {
  readonly exitCode: ExitCode;
  readonly file: string;
  readonly archive: ArchiveSummary;
  readonly account: Account;
}

/** Searches every source for one person and writes the archive: progress while it runs, then the ledger, then where the archive is. */
export async function searchPerson(
  config: LoadedConfig,
  subject: Subject,
  options: SearchOptions,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<FinishedSearch> {
  const sign = signerOf(config);
  mkdirSync(options.out, { recursive: true });
  const onProgress = progressLine(terminal);
  const run = openDiscovery({ sources: bindSources(config.sources), subject, signal, onProgress });
  try {
    const findings = (await run.discover()).read();
    const archived = await archiveFindings(
      findings,
      config,
      { subject, ...options },
      { signal, ...(sign === undefined ? {} : { sign }) },
    );
    const account = findings.account();
    reportSearch(account, archived, terminal);
    for (const line of archived.summary === undefined ? [] : gateLines(archived.summary, archived.language)) terminal.out(line);
    const exitCode = archived.archive.complete ? EXIT.complete : EXIT.incomplete;
    return { exitCode, file: archived.file, archive: archived.archive, account };
  } finally {
    await run.close();
  }
}

interface Archived {
  readonly file: string;
  readonly archive: ArchiveSummary;
  readonly language: Language;
  readonly summary?: DisclosureSummary;
}

async function archiveFindings(
  findings: Findings,
  config: LoadedConfig,
  options: SearchOptions & { readonly subject: Subject },
  shared: { readonly signal: AbortSignal; readonly sign?: ArchiveSigner },
): Promise<Archived> {
  const requestedAt = options.requestedAt ?? new Date();
  const reference = options.reference ?? newReference(requestedAt);
  const { language: usual, name, contact, officer, authority } = config.controller;
  const { subject, language = usual, rights = ['access'] } = options;
  const {
    findings: handedOver,
    summary,
    ...report
  } = discloseFindings(findings, config, {
    subject,
    rights,
    language,
    reference,
    requestedAt,
  });
  const file = join(options.out, `${reference}.zip`);
  const archive = await writeArchive(handedOver, {
    ...report,
    reference,
    requestedAt,
    controller: {
      name,
      ...(contact === undefined ? {} : { contact }),
      ...(officer === undefined ? {} : { officer }),
      ...(authority === undefined
        ? {}
        : { authority: { name: authority.name, ...(authority.website === undefined ? {} : { website: authority.website }) } }),
    },
    language,
    format: options.format,
    software: SOFTWARE,
    out: file,
    ...shared,
  });
  return { file, archive, language, ...(summary === undefined ? {} : { summary: summary() }) };
}

function newReference(requestedAt: Date): string {
  return `habeas-${requestedAt.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
}

function signerOf({ signingKeyFile }: LoadedConfig): ArchiveSigner | undefined {
  if (signingKeyFile === undefined) return undefined;
  try {
    return createSigner(readFileSync(signingKeyFile, 'utf8'));
  } catch (cause) {
    const isMissing = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
    const what = isMissing ? 'there is no such signing key' : 'this is not an Ed25519 private key in PEM';
    throw new InvalidInputError([{ file: signingKeyFile, what, remedy: 'make one with habeas keys create FILE' }]);
  }
}

function reportSearch(account: Account, { file, archive }: { file: string; archive: ArchiveSummary }, terminal: Terminal): void {
  ['', ...ledgerTable(account), ''].forEach((line) => {
    terminal.out(line);
  });
  const waiting = account.matches.filter(({ decision }) => decision === 'queued').length;
  if (waiting > 0) terminal.out(`${String(waiting)} matches are doubtful and were left out: a person has to decide about them.`);
  terminal.out(archive.complete ? 'The ledger is complete.' : 'THE SEARCH IS NOT COMPLETE: see the lines marked with !');
  const files = archive.attachments === 0 ? '' : ` and ${String(archive.attachments)} files`;
  terminal.out(`${String(archive.records)} records${files} in ${file}`);
  terminal.out(`identity ${archive.identity}${archive.keyId === undefined ? ' (not signed)' : ` signed by ${archive.keyId}`}`);
}
