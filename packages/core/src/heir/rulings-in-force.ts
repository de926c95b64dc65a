import type { HeirPurpose } from '../proof/representation/heir-purpose.js';
import type { CaseFile } from '../request/case-file.js';
import type { CaseHeirRuling } from './heir-ruling.js';

/** The purpose for which an heir has data, as it was decided last. `undefined` where nobody has accepted one. */
export function heirPurposeOf({ representations = [] }: Pick<CaseFile, 'representations'>): HeirPurpose | undefined {
  const last = representations.at(-1);
  return last?.outcome === 'accepted' ? last.authority.purpose : undefined;
}

/**
 * The rulings that hold, in their order: those that were made for the purpose as it stands, since it stands. A purpose that was changed,
 * and changed back, has none: its rulings are made anew.
 */
export function heirRulingsInForce(file: Pick<CaseFile, 'representations' | 'heirRulings'>): readonly CaseHeirRuling[] {
  const { representations = [], heirRulings = [] } = file;
  const purpose = heirPurposeOf(file);
  const since = representations.findLastIndex((each) => each.outcome !== 'accepted' || each.authority.purpose !== purpose) + 1;
  return heirRulings.filter((each) => each.purpose === purpose && each.decisions > since);
}
