import { nameWords } from '@habeas/connector-sdk';

/** Words that name an excluded ground, and those that say nothing beside it, folded, in both languages. */
const SAYS_NOTHING = new Set(
  (
    'confidential confidentiality confidentiel confidentiels confidentielle confidentielles confidentialite secret secrets secrete internal ' +
    'interne internes property propriete effort efforts work workload travail charge volume amount large huge much many lot too very trop ' +
    'tres beaucoup enorme quantite importante important cost costs costly expensive cher couteux time temps long busy staff motive motif ' +
    'motifs reason reasons raison raisons without sans no not none aucun aucune rude tone ton impoli insulting dispute litigation litige ' +
    'proces contentieux earlier previous abuse abus client clients customers customer data donnees information informations policy request ' +
    'requests demande demandes a an and are as be because by company controller de des du en est et for given has have il in is it la le les ' +
    'l d nos notre nous of on our par pas pour que qui s ses societe sont sur that the their there these they this to un une us votre was we ' +
    'your you were elle elles c ce ces cela ne n or ou'
  ).split(' '),
);

/** Whether a text names nothing that the law takes for a ground: `Confidential.`, `Trop de travail.` (OUT-03, OUT-07). */
export function saysNoGround(words: string): boolean {
  return nameWords(words).every((word) => SAYS_NOTHING.has(word));
}

/** Whether a text names a provision of a law, which has a number: `confidential` names none (Art. 23 GDPR; OUT-07). */
export function citesLaw(words: string): boolean {
  return /\d/u.test(words) && !saysNoGround(words.replaceAll(/\d+/gu, ' '));
}
