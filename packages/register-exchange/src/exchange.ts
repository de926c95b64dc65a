import type { Register } from '@habeas/core/law';
import type { Place } from './workbook/workbook.js';

/** The forms in which a register is exchanged. `csv` has one row for each activity, the others a list and a sheet for each. */
export const EXCHANGE_FORMATS = ['csv', 'ods', 'xlsx'] as const;

/** See {@link EXCHANGE_FORMATS}. */
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Something of a register that the template has no place for. */
export interface NotCarried {
  /** Where it stands in registers; `*` stands for any name or number: `activities.*.adm.level`. */
  readonly path: string;
  readonly what: string;
  /** At how many places it stands. */
  readonly count: number;
}

/** A register in the template's form. */
export interface ExportedRegister {
  readonly bytes: Uint8Array;
  /** Everything of the register that is not in it, in the order of the register. */
  readonly notCarried: readonly NotCarried[];
}

/** Something that an import could not make a fact of the register of. */
export interface ImportGap {
  /** Where in the file; nowhere for what the template has no place for at all. */
  readonly where?: Place;
  readonly what: string;
  readonly remedy: string;
}

/** What a register's activity is called in the file, and its days there, for which a register has no place. ISO 8601. */
export interface ImportedActivity {
  readonly id: string;
  readonly reference?: string;
  readonly createdOn?: string;
  readonly updatedOn?: string;
}

/** A register that was read from the template, for a person to complete. */
export interface ImportedRegister {
  /** In the shape of the YAML file, beside its version; sound, so that it can be linted as it is. */
  readonly draft: Register;
  readonly activities: readonly ImportedActivity[];
  /** What was not understood, contradicts itself or has to be completed. */
  readonly gaps: readonly ImportGap[];
}
