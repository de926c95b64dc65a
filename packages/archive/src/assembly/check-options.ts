import { ArchiveError } from '../archive-error.js';
import type { ArchiveOptions } from '../options.js';

const REFERENCE = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;

/** Throws `ArchiveError` for options that cannot give a valid archive. */
export function checkOptions({ reference, requestedAt, controller, level = 6 }: ArchiveOptions): void {
  if (!REFERENCE.test(reference)) {
    throw new ArchiveError(
      'options',
      'the reference must be 1 to 64 lower-case letters, digits, dots, underscores or hyphens, beginning and ending with a letter or digit',
    );
  }
  if (Number.isNaN(requestedAt.getTime())) throw new ArchiveError('options', 'the time of the request is not a time');
  if (controller.name.trim() === '') throw new ArchiveError('options', 'the controller has no name');
  if (!Number.isInteger(level) || level < 0 || level > 9) throw new ArchiveError('options', 'the level must be 0 to 9');
}
