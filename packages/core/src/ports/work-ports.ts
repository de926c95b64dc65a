import type { Secret } from '@habeas/connector-sdk';
import type { ClockSettings } from '../deadline/request-clock.js';
import type { Packing } from '../delivery/packing.js';
import type { SourceBinding } from '../discovery/source.js';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import type { Findings } from '../findings/findings.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import type { DataRequest } from '../request/data-request.js';

/** The sources of each controller. */
export interface SourceDirectory {
  /** In the order of their ids. Throws where the controller is not known. */
  bindingsOf(controller: string): readonly SourceBinding[];
  /** The region that a controller's national phone numbers are read in. */
  phoneRegionOf(controller: string): string | undefined;
  /** The namespaces of ids in which a number that its subjects type is looked up. */
  numberNamespacesOf(controller: string): readonly string[];
}

/** Where and by which rules each controller counts its days (DLN-01, DLN-02). */
export interface ClockDirectory {
  /** Throws where the controller is not known. */
  settingsOf(controller: string): ClockSettings;
}

/** An archive that is being made: its bytes as a stream, and what they came to. */
export interface ArchiveDraft {
  readonly content: AsyncIterable<Uint8Array>;
  /** Once the content is consumed. */
  readonly result: () => ArchiveResult;
}

/** What a finished archive holds. */
export interface ArchiveResult {
  readonly bytes: number;
  /** Of the archive, lower-case hexadecimal. */
  readonly sha256: string;
  readonly records: number;
  readonly files: number;
  /** Whether nothing is missing. */
  readonly complete: boolean;
  /** What was decided of it, where the controller has a register. */
  readonly disclosure?: DisclosureSummary;
}

/** What an archive is made of. */
export interface ArchiveMaterial {
  readonly findings: Findings;
  /** What a person had hidden of single records (TPD-03). */
  readonly redactions: readonly RecordRedaction[];
}

/** Makes archives. The same request and material give the same bytes. */
export interface ArchiveMaker {
  make(request: DataRequest, material: ArchiveMaterial, signal: AbortSignal): ArchiveDraft;
}

/** An archive that is to be locked with a passphrase. */
export interface LockedArchive {
  readonly lock: Exclude<Packing, 'zip'>;
  readonly passphrase: Secret<string>;
  /** What the archive is called inside an encrypted ZIP. */
  readonly name: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Locks finished archives, as streams. The same archive never comes out the same twice. */
export interface ArchiveLocker {
  lock(content: AsyncIterable<Uint8Array>, how: LockedArchive): LockedContent;
}

/** A locked archive while it is made: its bytes as a stream, and what they came to. */
export interface LockedContent {
  readonly content: AsyncIterable<Uint8Array>;
  /** Once the content is consumed. */
  readonly result: () => Pick<ArchiveResult, 'bytes' | 'sha256'>;
}
