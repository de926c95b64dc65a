import { type InputFault, InvalidInputError, readYaml, type YamlFile } from '@habeas/connector-sdk';
import { lintRegister, type Register, registerFaults, type RegisterLint } from '@habeas/core/law';
import { readInput } from '../config/read-input.js';
import { registerSchema } from './register-schema.js';

/** A lint of a register, with the place in the file. */
export interface PlacedLint extends RegisterLint {
  readonly place: InputFault;
}

/** A register together with the file it was read from. */
export interface RegisterFile {
  readonly register: Register;
  readonly file: string;
  /** What in it is not as the law wants it, in the order of the lints (PRF-04). */
  readonly lints: readonly PlacedLint[];
  /** A fault or remark at a place in the document; the nearest existing ancestor gives the line. */
  readonly faultAt: YamlFile<unknown>['faultAt'];
}

/** {@link parseRegister} of a file. Throws `InvalidInputError` where it cannot be read, too. */
export function loadRegister(file: string): RegisterFile {
  return parseRegister(readInput(file), file);
}

/**
 * Reads a register of processing from YAML (or JSON, which is YAML). Throws `InvalidInputError` with every fault of the format or,
 * where that is right, of what is missing and not listed as unstated (PRF-01), each with its line. What the law says of a sound
 * register is no fault: it comes as `lints`.
 */
export function parseRegister(text: string, file: string): RegisterFile {
  const { value, faultAt } = readYaml(text, file, registerSchema);
  const { register: _version, ...register } = value;
  const faults = registerFaults(register).map(({ path, what, remedy }) => faultAt(path, what, remedy));
  if (faults.length > 0) throw new InvalidInputError(faults.sort((a, b) => lineOf(a) - lineOf(b)));
  const lints = lintRegister(register).map((lint) => ({ ...lint, place: faultAt(lint.path, lint.text, lint.remedy) }));
  return { register, file, lints, faultAt };
}

/** A fault of the value always has a line: its nearest ancestor is at least the document. */
function lineOf({ line }: InputFault): number {
  return line as number;
}
