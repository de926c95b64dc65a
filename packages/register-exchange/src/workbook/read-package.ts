import { WorkbookError, WorkbookPackage } from '@habeas/workbooks';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';

/** What is read of a workbook, and what it is called in messages. */
export interface PackageContext {
  readonly file: string;
  readonly wants: (name: string) => boolean;
}

/**
 * Opens a workbook for as long as the work takes. Throws `InvalidInputError` for what is no ZIP file, is encrypted, holds what is no
 * XML, or unpacks to more than is sensible.
 */
export async function withPackage<Result>(
  bytes: Uint8Array,
  { file, wants }: PackageContext,
  work: (parts: WorkbookPackage) => Promise<Result>,
): Promise<Result> {
  try {
    const parts = await WorkbookPackage.ofBytes(bytes, WORKBOOK_LIMITS, wants);
    return await work(parts);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const fault = error.reason === 'too-large' ? tooLarge(file, error.what) : unreadable(file, error.what, error.remedy);
    fault.cause = error;
    throw fault;
  }
}
