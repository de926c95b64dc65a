import { lintRegister } from '../register/lint/lint-register.js';
import type { Register } from '../register/register.js';

/** The lints of a register as `ID place`. */
export function lints(register: Register): readonly string[] {
  return lintRegister(register).map(({ id, path }) => `${id} ${path.join('.')}`);
}

/** What the lints of a register say, a line each. */
export function texts(register: Register): string {
  return lintRegister(register)
    .map(({ text }) => text)
    .join('\n');
}
