import type { AcceptedOf } from '../api/service.js';

export type Source = AcceptedOf<'sources'>['sources'][number];

/** How a source stands: somebody must act, something is to be looked at, all is well, or nothing is known. */
export type Standing = 'failing' | 'warning' | 'sound' | 'unknown';

const ORDER: readonly Standing[] = ['failing', 'warning', 'unknown', 'sound'];

/** By its last look and its last search: whichever is worse. */
export function standingOf({ lastCheck, lastSearch }: Pick<Source, 'lastCheck' | 'lastSearch'>): Standing {
  if (lastCheck === null && lastSearch === null) return 'unknown';
  const wasMissing = lastSearch !== null && lastSearch.troubles.length > 0;
  if (wasMissing || lastCheck?.sound === false) return 'failing';
  return (lastCheck?.drifted ?? 0) > 0 ? 'warning' : 'sound';
}

/** Those that need somebody come first; of the same standing, as the controller lists them. */
export function byStanding(sources: readonly Source[]): readonly Source[] {
  return [...sources].sort((one, other) => ORDER.indexOf(standingOf(one)) - ORDER.indexOf(standingOf(other)));
}
