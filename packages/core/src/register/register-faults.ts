import { groupsIn } from './assumptions.js';
import { referenceFaults } from './reference-faults.js';
import type { RegisterFault } from './register-fault.js';
import type { Register } from './register.js';
import { unstatedFaults } from './unstated-faults.js';

/**
 * The faults of a register as a file: something of Art. 13, 14, 15 or 30 that is missing and not listed as unstated (PRF-01),
 * assumptions without a reason (PRF-03), references to nothing. What the law says of a sound register is `lintRegister`'s.
 */
export function registerFaults(register: Register): readonly RegisterFault[] {
  return [...referenceFaults(register), ...backingFaults(register), ...unstatedFaults(register)];
}

/** A field may be called `reason`; what is assumed gives its reason as a text. */
function backingFaults(register: Register): readonly RegisterFault[] {
  return [...groupsIn(register, [])].flatMap(({ path, group: { assumed, reason } }) => {
    const isReasoned = typeof reason === 'string';
    if (assumed === true && !isReasoned)
      return [{ path, what: 'it is assumed, and no reason says why', remedy: 'add reason, or state it without assumed' }];
    if (assumed !== true && isReasoned)
      return [{ path: [...path, 'reason'], what: 'reason is for what is assumed', remedy: 'add assumed: true, or remove it' }];
    return [];
  });
}
