/**
 * Why no archive was made. `options` the caller asked for something impossible; `findings` what was found contradicts
 * itself (a record without a match, a count that is not the ledger's); `output` the place to write to failed.
 */
export type ArchiveErrorCode = 'options' | 'findings' | 'output';

/** The error of this package. `message` names options, sources, collections and fields, never a value of a record. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
