import type { SpecialCategory } from '@habeas/core/law';
import { normalise } from '../template/normalise.js';

/** A kind of sensitive data: what it tells, the template's label, what says so in a label, and the term it is imported as. */
type Kind = readonly [readonly SpecialCategory[], string, RegExp, string];

const KINDS: readonly Kind[] = [
  [['ethnic_origin'], "Données révélant l'origine raciale ou ethnique", /\braciale?\b|\bethnique\b/u, 'pd:EthnicOrigin'],
  [['politics'], 'Données révélant les opinions politiques', /\bpolitiques?\b/u, 'pd:PoliticalOpinion'],
  [
    ['religion', 'philosophy'],
    'Données révélant les convictions religieuses ou philosophiques',
    /\breligieuses?\b.*\bphilosophiques?\b/u,
    'pd:Religion',
  ],
  [['religion'], 'Données révélant les convictions religieuses', /\breligieuses?\b/u, 'pd:Religion'],
  [['philosophy'], 'Données révélant les convictions philosophiques', /\bphilosophiques?\b/u, 'pd:PhilosophicalBelief'],
  [['trade_union'], "Données révélant l'appartenance syndicale", /\bsyndicale?\b/u, 'pd:TradeUnionMembership'],
  [['genetic'], 'Données génétiques', /\bgenetiques?\b/u, 'pd:Genetic'],
  [['biometric'], 'Données biométriques', /\bbiometriques?\b/u, 'pd:Biometric'],
  [['health'], 'Données concernant la santé', /\bsante\b|\bmedicales?\b/u, 'pd:Health'],
  [['sexual_life'], "Données concernant la vie sexuelle ou l'orientation sexuelle", /\bsexuelle\b/u, 'pd:Sexual'],
  [
    ['criminal_record'],
    'Données relatives à des condamnations pénales ou infractions',
    /\bcondamnations?\b|\binfractions?\b|\bpenales?\b/u,
    'pd:Criminal',
  ],
];

/** The rows that tell of these categories. The template has one row for religion and philosophy together. */
export function specialLabels(special: readonly SpecialCategory[]): readonly string[] {
  const tellsBoth = special.includes('religion') && special.includes('philosophy');
  return KINDS.filter(([kinds]) =>
    kinds.length > 1 ? tellsBoth : kinds.every((kind) => special.includes(kind) && !(tellsBoth && isBelief(kind))),
  ).map(([, label]) => label);
}

function isBelief(kind: SpecialCategory): boolean {
  return kind === 'religion' || kind === 'philosophy';
}

/** What a label of the sensitive data tells of a person, and the term that stands for it until somebody says more. */
export function specialOf(
  label: string,
): { readonly special: readonly SpecialCategory[]; readonly category: string } | undefined {
  const normalised = normalise(label);
  const kind = KINDS.find(([, , pattern]) => pattern.test(normalised));
  return kind === undefined ? undefined : { special: kind[0], category: kind[3] };
}

/** The labels that the template prints whether they are filled in or not. */
export const PRINTED_SPECIAL = KINDS.filter(([kinds]) => kinds.length > 1 || !kinds.some(isBelief)).map(([, label]) => label);
