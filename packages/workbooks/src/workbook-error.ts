/** Why a workbook is not read: it cannot be, or it passes a limit. What it says holds nothing that stands in the file. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly reason: 'too-large' | 'unreadable',
    /** What is wrong, as the end of a sentence about the file. */
    readonly what: string,
    /** What a person can do about it; for what is too large that is left to whoever sets the limits. */
    readonly remedy: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(what, options);
  }
}

const SAVE_AGAIN = 'open it in a spreadsheet and save it again';

/** The fault of a file that cannot be read. */
export function unreadable(what: string, remedy = SAVE_AGAIN, cause?: unknown): WorkbookError {
  return new WorkbookError('unreadable', what, remedy, { cause });
}

/** The fault of a file that passes a limit. */
export function tooLarge(what: string): WorkbookError {
  return new WorkbookError('too-large', what, 'save the part that is needed as a workbook of its own');
}

/** The fault of a file whose bytes are not what they have to be. */
export function damaged(cause?: unknown): WorkbookError {
  return unreadable('it is no workbook, or it is damaged', 'save it again from a spreadsheet, or name the format it has', cause);
}

/** The fault of a workbook that needs a password. */
export function encrypted(): WorkbookError {
  return unreadable('it is encrypted', 'open it with its password and save it without one');
}
