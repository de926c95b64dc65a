import type { SourceBinding } from '../discovery/source.js';
import { manualSession } from '../manual/manual-session.js';
import type { ManualSource } from '../manual/manual-source.js';

/** A binder of paper that a team searches; it is told addresses and names. */
export function manualSource(
  id = 'paper',
  changes: Partial<ManualSource> = {},
): SourceBinding & { readonly manual: ManualSource } {
  const manual: ManualSource = {
    instructions: { en: 'Look into the binder.', fr: 'Cherchez dans le classeur.' },
    doneBy: 'Archive',
    dueInDays: 5,
    tells: ['email', 'name'],
    collections: [
      { name: 'contract', title: { en: 'Contracts' }, activity: 'sales', origin: 'provided', special: true },
      { name: 'note' },
    ],
    ...changes,
  };
  const description = { id, title: id, connector: { id: 'manual', version: '1.0.0' } };
  return { description, manual, open: () => Promise.resolve(manualSession(manual)) };
}
