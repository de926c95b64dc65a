import type { Basis, RecipientRole, SafeguardKind, UnnamedReason } from '@habeas/core/law';
import { normalise } from '../template/normalise.js';

/** What a choice of the law is called in the template, and how else controllers write it (of normalised texts). */
type Choices<Choice extends string> = readonly (readonly [Choice, string, RegExp])[];

const BASES: Choices<Basis> = [
  ['explicit_consent', 'Consentement explicite', /^consentement explicite\b/u],
  ['consent', 'Consentement', /^(?:le )?consentements?\b|\b6 1 a\b/u],
  [
    'contract',
    'Contrat',
    /^(?:execution d ?un |execution du |mesures? pre ?contractuelles?|relation contractuelle)?(?:contrats?)?$|\b6 1 b\b/u,
  ],
  ['legal_obligation', 'Obligation légale', /^(?:respect d ?une )?obligations? legales?\b|\b6 1 c\b/u],
  ['vital', 'Sauvegarde des intérêts vitaux', /\binterets? vita(?:l|ux)\b|\b6 1 d\b/u],
  ['public_task', "Mission d'intérêt public", /\bmissions? d(?:e service| interet) public\b|\bautorite publique\b|\b6 1 e\b/u],
  ['legitimate_interest', 'Intérêt légitime', /^(?:les? )?interets? legitimes?\b|\b6 1 f\b/u],
];

const ROLES: Choices<RecipientRole> = [
  ['internal', 'Service interne qui traite les données', /\binternes?\b/u],
  ['processor', 'Sous-traitant', /\bsous traitants?\b/u],
  ['group', 'Entité du groupe', /\bgroupe\b|\bfiliales?\b/u],
  ['subjects', 'Autres personnes concernées', /\bpersonnes concernees\b/u],
  ['authority', 'Autorité', /\bautorites?\b/u],
  [
    'third_party',
    'Partenaire institutionnel ou commercial',
    /\bpartenaires?\b|\bexternes?\b|\btiers\b|\bpays tiers\b|\borganisations? internationales?\b/u,
  ],
];

const SAFEGUARDS: Choices<SafeguardKind> = [
  ['adequacy', "Décision d'adéquation", /\badequa(?:t|te|tion)\b/u],
  ['standard_clauses', 'Clauses contractuelles types', /\bclauses? contractuelles? types?\b|\bcct\b/u],
  ['binding_rules', "Règles d'entreprise contraignantes", /\bregles? d entreprise\b|\bbcr\b/u],
  ['derogation', 'Dérogation', /\bderogations?\b/u],
];

const UNNAMED: Choices<UnnamedReason> = [
  ['not_identifiable', 'pas encore identifiable', /^(?:pas encore|non) identifiable$/u],
  [
    'manifestly_unfounded_or_excessive',
    'demande manifestement infondée ou excessive',
    /^demande manifestement infondee ou excessive$/u,
  ],
];

function choiceOf<Choice extends string>(choices: Choices<Choice>, text: string): Choice | undefined {
  const normalised = normalise(text);
  if (normalised === '') return undefined;
  const exact = choices.find(([, label]) => normalise(label) === normalised);
  return (exact ?? choices.find(([, , pattern]) => pattern.test(normalised)))?.[0];
}

function labelOf<Choice extends string>(choices: Choices<Choice>, choice: Choice): string {
  return choices.find(([name]) => name === choice)?.[1] ?? choice;
}

/** A legal basis as the template is filled in. */
export const basisLabel = (basis: Basis): string => labelOf(BASES, basis);

/** The legal basis that a text names (Art. 6(1) GDPR). */
export const basisOf = (text: string): Basis | undefined => choiceOf(BASES, text);

/** What kind of recipient it is, as the template is filled in. */
export const roleLabel = (role: RecipientRole): string => labelOf(ROLES, role);

/** What kind of recipient a text names. */
export const roleOf = (text: string): RecipientRole | undefined => choiceOf(ROLES, text);

/** A safeguard of a transfer, as the template is filled in. */
export const safeguardLabel = (kind: SafeguardKind): string => labelOf(SAFEGUARDS, kind);

/** The safeguard that a text names (Art. 45-49 GDPR). */
export const safeguardOf = (text: string): SafeguardKind | undefined => choiceOf(SAFEGUARDS, text);

/** Why a recipient is not named, in words. */
export const unnamedLabel = (reason: UnnamedReason): string => labelOf(UNNAMED, reason);

/** Why a text says that a recipient is not named. */
export const unnamedOf = (text: string): UnnamedReason | undefined => choiceOf(UNNAMED, text);
