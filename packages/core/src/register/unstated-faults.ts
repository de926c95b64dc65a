import type { RegisterPath } from './backing.js';
import { nameRemedy, type RegisterFault } from './register-fault.js';
import type { Register, Unstated } from './register.js';
import type { RequiredItem } from './required-item.js';
import { requiredItems } from './required-items.js';

/** What is missing and not listed as unstated, and what the list says that is not so. */
export function unstatedFaults(register: Register): readonly RegisterFault[] {
  const items = requiredItems(register);
  return [
    ...items
      .filter(({ path, isThere }) => !isThere && !register.unstated.some(({ item }) => covers(item, path)))
      .map(missingFault),
    ...register.unstated.flatMap((entry, index) => entryFaults(entry, ['unstated', index], items)),
  ];
}

function missingFault({ path, article }: RequiredItem): RegisterFault {
  return {
    path,
    what: `"${path.join('.')}" is missing, which Art. ${article} GDPR wants told`,
    remedy: 'add it, or list it under unstated if the controller does not tell it',
  };
}

function entryFaults({ item, partly }: Unstated, path: RegisterPath, items: readonly RequiredItem[]): readonly RegisterFault[] {
  const meant = items.filter(({ path: at }) => covers(item, at));
  if (meant.length === 0) {
    const known = [...new Set(items.map(({ path: at }) => at.join('.')))];
    return [{ path, what: `"${item}" is nothing that has to be told here`, remedy: nameRemedy(item, known) }];
  }
  if (partly === undefined && meant.every(({ isThere }) => isThere))
    return [{ path, what: `"${item}" is told`, remedy: 'remove it here, or say in partly what of it is missing' }];
  if (partly !== undefined && meant.some(({ isThere }) => !isThere))
    return [{ path, what: `"${item}" is not told at all`, remedy: 'remove partly' }];
  return [];
}

/** Whether an entry of `unstated` means what stands at a path. A star stands for one step, whatever its name. */
function covers(item: string, path: RegisterPath): boolean {
  const steps = item.split('.');
  return steps.length === path.length && steps.every((step, index) => step === '*' || step === String(path[index]));
}
