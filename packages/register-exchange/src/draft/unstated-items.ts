import { type Register, type RequiredItem, requiredItems, type Unstated } from '@habeas/core/law';

const NAMED = new Set(['activities', 'recipients', 'purposes']);

/** What Art. 13, 14, 15 and 30 GDPR want told and a draft does not: with a star where it is missing under every name (PRF-03). */
export function unstatedItems(draft: Register): readonly Unstated[] {
  const items = requiredItems(draft).map(
    ({ path, isThere }): { readonly exact: string; readonly pattern: string } & Pick<RequiredItem, 'isThere'> => ({
      exact: path.join('.'),
      pattern: path.map((step, index) => (typeof step === 'number' || NAMED.has(String(path[index - 1])) ? '*' : step)).join('.'),
      isThere,
    }),
  );
  const partly = new Set(items.filter(({ isThere }) => isThere).map(({ pattern }) => pattern));
  const missing = items.filter(({ isThere }) => !isThere).map(({ exact, pattern }) => (partly.has(pattern) ? exact : pattern));
  return [...new Set(missing)].map((item) => ({ item }));
}
