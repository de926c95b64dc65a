import { parseRegister } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import { Refused } from '@habeas/core';
import { assumptionsOf, type Register } from '@habeas/core/law';
import {
  compareRegisters,
  type ExchangeFormat,
  type ImportedActivity,
  type ImportGap,
  importRegister,
  registerDocument,
  type RegisterComparison,
} from '@habeas/register-exchange';
import { RegisterGapType, RegisterLintType } from '../modules/register/register.types.js';

/** An activity of a workbook, and how much was found of it. */
export interface ReadActivity extends ImportedActivity {
  readonly title: string;
  readonly purposes: number;
  readonly data: number;
  readonly subjects: number;
  readonly recipients: number;
  readonly rules: number;
}

/** What a workbook says, for a person to complete. */
export interface ReadWorkbook {
  readonly activities: readonly ReadActivity[];
  /** What was not understood, by its cell, and what nobody could read from the template. */
  readonly gaps: readonly ImportGap[];
  readonly lints: readonly RegisterLintType[];
  readonly assumptions: readonly RegisterGapType[];
  readonly unstated: readonly RegisterGapType[];
  /** With the register that is in use; nothing where there is none. */
  readonly comparison?: RegisterComparison;
  /** The register as a file, which whoever runs the service puts in its place. */
  readonly yaml: string;
}

/** What of a workbook is to be read, beside which register. */
export interface WorkbookContext {
  readonly format: ExchangeFormat;
  readonly here: Register | undefined;
}

const FILE = 'register.yaml';
const MOST_TOLD = 3;

/** Reads a workbook in the form of the CNIL's template, and keeps nothing of it. Rejects with `Refused` for what is none, saying what is wrong where. */
export async function readWorkbook(bytes: Uint8Array, { format, here }: WorkbookContext): Promise<ReadWorkbook> {
  try {
    const { draft, activities, gaps } = await importRegister(bytes, { format, file: FILE });
    const yaml = registerDocument(draft, activities);
    const { lints } = parseRegister(yaml, FILE);
    return {
      activities: countsOf(draft, activities),
      gaps,
      lints: lints.map((lint) => RegisterLintType.of(lint)),
      assumptions: assumptionsOf(draft).map((each) => RegisterGapType.ofAssumption(each)),
      unstated: draft.unstated.map((each) => RegisterGapType.ofUnstated(each)),
      ...(here === undefined ? {} : { comparison: compareRegisters(here, draft) }),
      yaml,
    };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw unreadableRegister(error);
  }
}

/** Activities in the order of the file, with what the workbook says of them beside. */
function countsOf({ activities }: Register, imported: readonly ImportedActivity[]): readonly ReadActivity[] {
  const beside = new Map(imported.map((each) => [each.id, each]));
  return Object.entries(activities).map(([id, { title, purposes, fields, subjects, recipients, retention }]) => ({
    ...beside.get(id),
    id,
    title: title.fr,
    purposes: sizeOf(purposes),
    data: sizeOf(fields),
    subjects: sizeOf(subjects),
    recipients: sizeOf(recipients),
    rules: sizeOf(retention),
  }));
}

function sizeOf(told: object | undefined): number {
  return Object.keys(told ?? {}).length;
}

/** What is wrong, where, and what to do. What is told of first is often the cause of the rest. */
export function unreadableRegister({ faults }: InvalidInputError): Refused {
  const said = faults.slice(0, MOST_TOLD).map(({ path, what }) => [path, what].filter(Boolean).join(': '));
  const remedies = faults.slice(0, 1).flatMap(({ remedy }) => (remedy === undefined ? [] : [sentenceOf(remedy)]));
  return new Refused('INVALID_INPUT', `The file cannot be read as a register: ${said.join('; ')}.`, ...remedies);
}

function sentenceOf(remedy: string): string {
  return `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
}
