import { fileURLToPath } from 'node:url';

/**
 * The registers of this package: of the five published policies that the product answers to first. Named in words: two of the
 * organisations share an acronym and nothing else.
 */
export const REGISTERS = [
  'management-assistants',
  'assistance-network',
  'assess-manager',
  'assistance-charter',
  'hostel-association',
] as const;

/** See {@link REGISTERS}. */
export type RegisterName = (typeof REGISTERS)[number];

/** The file of a register. */
export function registerFile(name: RegisterName): string {
  return fileURLToPath(new URL(`../registers/${name}.register.yaml`, import.meta.url));
}
