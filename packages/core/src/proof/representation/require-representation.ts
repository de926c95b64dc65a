import type { DataRequest } from '../../request/data-request.js';
import { isRuledForHeir } from '../../heir/view-heir-part.js';
import { Refused } from '../../request/refused.js';
import { viewProofFacts } from '../proof-facts.js';

/**
 * Throws `Refused` with `WRONG_STATE` where somebody acts for another and no officer has decided that they may; no reason helps. Heirs have
 * what their purpose needs: nothing is released before an officer has ruled what that is (PER-05).
 */
export function requireRepresentation(request: Pick<DataRequest, 'proof' | 'evidenceIndex'>): void {
  const { onBehalf, representation } = viewProofFacts(request);
  if (onBehalf === undefined) return;
  if (representation?.outcome !== 'accepted') {
    throw new Refused('WRONG_STATE', 'Nobody has decided that they may act for another.', 'Decide it by decideRepresentation.');
  }
  if (onBehalf === 'heir' && !isRuledForHeir(request)) {
    const remedy = 'Rule what the purpose needs by ruleForPurpose, or that it needs nothing.';
    throw new Refused('WRONG_STATE', 'Nobody has ruled what the purpose of the heir needs of what was found.', remedy);
  }
}
