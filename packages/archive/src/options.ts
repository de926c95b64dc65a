import type { Writable } from 'node:stream';
import type { Account } from '@habeas/core';
import type { ArchiveSigner } from './signature/signer.js';
import type { TableFormat } from './table/table-writer.js';
import type { CreateZip } from './zip/zip-writer.js';

/** The languages the archive speaks to people in. */
export type ArchiveLanguage = 'en' | 'fr';

/** The organisation that answers, as the archive introduces it. */
export interface ArchiveController {
  readonly name: string;
  /** Where the person can write: an address, an e-mail address, a telephone number. */
  readonly contact?: string;
  /** The data protection officer, if there is one. */
  readonly officer?: string;
  /** The supervisory authority the person can complain to (GDPR Art. 77). */
  readonly authority?: { readonly name: string; readonly website?: string };
}

/** What an archive is made with beside the findings. The same findings and options give the same bytes. */
export interface ArchiveOptions {
  /** The request's reference: names the top folder. Lower-case letters, digits, `.`, `_`, `-`; at most 64. */
  readonly reference: string;
  /** When the request was made: the only time the archive's files carry. */
  readonly requestedAt: Date;
  readonly controller: ArchiveController;
  readonly language: ArchiveLanguage;
  readonly format: TableFormat;
  readonly software: { readonly name: string; readonly version: string };
  /**
   * What is written for people beside the tables, once those are made: the report of Art. 15, in layers that are delivered together
   * (FMT-03). It goes below `data/report/`, in the order it comes, and the start page leads to it.
   */
  readonly documents?: (made: MadeTables) => AsyncIterable<ArchiveDocument>;
  /** A path, at which nothing appears until the archive is whole; or a stream, which is ended or destroyed. */
  readonly out: string | Writable;
  readonly sign?: ArchiveSigner;
  /** By default our own writer; `archiverZip` is the other. */
  readonly zip?: CreateZip;
  /** Compression, 0 to 9; by default 6. */
  readonly level?: number;
  /** Where temporary files go (encrypted, removed in any case); by default the system's place for them. */
  readonly temporary?: string;
  readonly signal?: AbortSignal;
}

/** One file for people. */
export interface ArchiveDocument {
  /** Its file's name: lower-case letters, digits, dots and hyphens. */
  readonly name: string;
  readonly title: Readonly<Record<ArchiveLanguage, string>>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** What the tables of an archive came to. */
export interface MadeTables {
  /** Final. */
  readonly account: Account;
  readonly tables: readonly TableSummary[];
}

/** One table of a finished archive. */
export interface TableSummary {
  readonly source: string;
  readonly collection: string;
  /** Below the top folder. */
  readonly path: string;
  readonly records: number;
}

/** What a finished archive holds. */
export interface ArchiveSummary {
  /** SHA-256 of `tagmanifest-sha256.txt`: stands for every byte of every file, whatever the compression. */
  readonly identity: string;
  readonly keyId?: string;
  /** Whether the account said that nothing is missing, and every file that was found could be read. */
  readonly complete: boolean;
  readonly tables: readonly TableSummary[];
  readonly records: number;
  readonly attachments: number;
  /** The size of the ZIP file. */
  readonly bytes: number;
}
