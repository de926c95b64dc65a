import type { DataRequest } from '../../request/data-request.js';
import { Refused } from '../../request/refused.js';
import { viewProofFacts } from '../proof-facts.js';

/**
 * Throws `Refused` with `WRONG_STATE` where somebody acts for another and no officer has decided that they may; no reason helps. Heirs have
 * what their purpose needs, and answers here are whole: theirs is made by hand (PER-05).
 */
export function requireRepresentation(request: Pick<DataRequest, 'proof'>): void {
  const { onBehalf, representation } = viewProofFacts(request);
  if (onBehalf === undefined) return;
  if (representation?.outcome !== 'accepted') {
    throw new Refused('WRONG_STATE', 'Nobody has decided that they may act for another.', 'Decide it by decideRepresentation.');
  }
  if (onBehalf === 'heir') {
    const remedy = 'Give them that by hand, and refuse the rest with its reason.';
    throw new Refused('WRONG_STATE', 'An heir has what the purpose needs, and never the whole answer.', remedy);
  }
}
