import type { Register } from '../shown-register.js';

/** What only one of two registers says of something, in the words of the template. */
export interface PartDifference {
  readonly part: string;
  readonly onlyHere: readonly string[];
  readonly onlyInFile: readonly string[];
}

/** An activity that a workbook and the register here have in common. */
export interface ComparedActivity {
  readonly id: string;
  readonly title: string;
  /** In the register here, where it is another. */
  readonly idHere?: string;
  readonly parts: readonly PartDifference[];
}

/** A workbook beside the register here. */
export interface Comparison {
  readonly controller: readonly PartDifference[];
  readonly both: readonly ComparedActivity[];
  readonly added: readonly { readonly id: string; readonly title: string }[];
  readonly missing: readonly { readonly id: string; readonly title: string }[];
}

/** An activity of a workbook, with how much was found of it. */
export interface ReadActivity {
  readonly id: string;
  readonly title: string;
  readonly reference?: string;
  readonly createdOn?: string;
  readonly updatedOn?: string;
  readonly purposes: number;
  readonly data: number;
  readonly subjects: number;
  readonly recipients: number;
  readonly rules: number;
}

/** Something that was not understood, or has to be completed. */
export interface ImportGap {
  readonly where?: { readonly sheet: string; readonly cell: string };
  readonly what: string;
  readonly remedy: string;
}

/** What the service says of a workbook: nothing of it is kept there. */
export interface ReadWorkbook extends Pick<Register, 'assumptions' | 'lints' | 'unstated'> {
  readonly activities: readonly ReadActivity[];
  readonly gaps: readonly ImportGap[];
  /** Nothing where there is no register here yet. */
  readonly comparison?: Comparison;
  readonly yaml: string;
}

const FORMATS = ['ods', 'xlsx', 'csv'] as const;

/** What is read by this service, as names of files end. */
export const ACCEPTED = FORMATS.map((format) => `.${format}`).join(',');

/** The format that the name of a file says it has. */
export function formatOf(name: string): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return FORMATS.find((format) => format === ending);
}
