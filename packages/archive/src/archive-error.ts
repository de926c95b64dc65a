/**
 * Why no archive was made. `options` the caller asked for something impossible; `findings` what was found contradicts
 * itself (a record without a match, a count that is not the ledger's); `output` the place to write to failed. Or why none was read: `archive`
 * it does not verify.
 */
export type ArchiveErrorCode = 'options' | 'findings' | 'output' | 'archive';

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
