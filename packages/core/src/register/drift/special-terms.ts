import type { SpecialCategory } from '../vocabulary.js';
import { withBroader } from './personal-data-terms.js';

/** What a category tells of Art. 9 or 10 GDPR. What stands under it tells the same. */
const TELLS = new Map<string, readonly SpecialCategory[]>(
  Object.entries({
    'pd:MedicalHealth': ['health'],
    'pd:Genetic': ['genetic'],
    'pd:DNACode': ['genetic'],
    'pd:Biometric': ['biometric'],
    'pd:EthnicOrigin': ['ethnic_origin'],
    'pd:Race': ['ethnic_origin'],
    'pd:Religion': ['religion'],
    'pd:ReligiousBelief': ['religion'],
    'pd:PhilosophicalBelief': ['philosophy'],
    'pd:PoliticalAffiliation': ['politics'],
    'pd:PoliticalOpinion': ['politics'],
    'pd:TradeUnionMembership': ['trade_union'],
    'pd:Sexual': ['sexual_life'],
    'pd:Criminal': ['criminal_record'],
    // Indirectly (C-184/20): what somebody may not eat tells of an illness, or of a belief.
    'pd:DietaryPreferences': ['health', 'religion'],
  }),
);

/** The special categories that data of this category tell, directly or indirectly (SPC-01). */
export function toldByCategory(category: string): readonly SpecialCategory[] {
  return [...new Set(withBroader(category).flatMap((term) => TELLS.get(term) ?? []))];
}
