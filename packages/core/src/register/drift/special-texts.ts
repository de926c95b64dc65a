import type { Wording } from '../../wording/wording.js';
import type { SpecialCategory } from '../vocabulary.js';
import type { DriftTexts } from './drift-finding.js';

/** The special categories of Art. 9 and 10 GDPR, after "data on". */
export const SPECIAL_CATEGORY_NAMES: Readonly<Record<SpecialCategory, Wording>> = {
  health: { en: 'health', fr: 'la santé' },
  religion: { en: 'religion', fr: 'la religion' },
  philosophy: { en: 'philosophical beliefs', fr: 'les convictions philosophiques' },
  politics: { en: 'political opinions', fr: 'les opinions politiques' },
  trade_union: { en: 'trade union membership', fr: 'l’appartenance syndicale' },
  ethnic_origin: { en: 'ethnic origin', fr: 'l’origine ethnique' },
  genetic: { en: 'genetic data', fr: 'les données génétiques' },
  biometric: { en: 'biometric data', fr: 'les données biométriques' },
  sexual_life: { en: 'sexual life', fr: 'la vie sexuelle' },
  criminal_record: { en: 'criminal convictions', fr: 'les condamnations pénales' },
};

const CORRECT_POLICY: Wording = {
  en: 'Correct the policy and name the condition of Art. 9(2), or stop holding them. They are disclosed in the meantime.',
  fr: 'Corrigez la politique et indiquez la condition de l’art. 9, § 2, ou cessez de les détenir. Elles sont communiquées en attendant.',
};

const TAG: Wording = {
  en: 'Write special: true at the field in the data map, so that a person looks before it is released.',
  fr: 'Écrivez special: true au champ dans la carte, pour qu’une personne regarde avant la communication.',
};

const LOOK: Wording = {
  en: 'Look at what it holds. If it is special, write special: true in the data map and tell it in the register; it is disclosed in either case.',
  fr: 'Regardez ce qu’il contient. Si c’est une catégorie particulière, écrivez special: true dans la carte et déclarez-la au registre ; dans tous les cas, elle est communiquée.',
};

/** What is said of special categories that sources hold and the register does not tell, or the profile denies. */
export const SPECIAL_TEXTS = {
  undeclared: {
    what: {
      en: 'The activity "{activity}" declares no special category of data, and its collections hold fields that are tagged as such.',
      fr: 'L’activité « {activity} » ne déclare aucune catégorie particulière de données, et ses collections ont des champs marqués comme tels.',
    },
    remedy: {
      en: 'Declare in the register what they tell (special), with the condition of Art. 9(2), or stop holding them.',
      fr: 'Déclarez au registre ce qu’ils révèlent (special), avec la condition de l’art. 9, § 2, ou cessez de les détenir.',
    },
  },
  noCondition: {
    what: {
      en: 'The activity "{activity}" states no condition under which it may hold special categories, and its collections hold them.',
      fr: 'L’activité « {activity} » n’indique aucune condition lui permettant de détenir des catégories particulières, et ses collections en contiennent.',
    },
    remedy: {
      en: 'Name the condition of Art. 9(2), most often explicit consent (a), or stop holding them.',
      fr: 'Indiquez la condition de l’art. 9, § 2, le plus souvent le consentement explicite (a), ou cessez de les détenir.',
    },
  },
  untaggedTold: {
    what: {
      en: 'Data of the category {category} tell of {tells}, and the data map does not tag the field as special.',
      fr: 'Les données de la catégorie {category} révèlent {tells}, et la carte ne marque pas le champ comme tel.',
    },
    remedy: TAG,
  },
  untaggedHint: {
    what: {
      en: 'The word "{word}" in a name hints at {tells}, and nothing tags the field as special.',
      fr: 'Le mot « {word} » dans un nom évoque {tells}, et rien ne marque le champ comme tel.',
    },
    remedy: LOOK,
  },
  deniedTagged: {
    what: {
      en: 'The policy declares that no special categories are held, and the data map tags fields as such.',
      fr: 'La politique déclare qu’aucune catégorie particulière n’est détenue, et la carte marque des champs comme tels.',
    },
    remedy: CORRECT_POLICY,
  },
  deniedTold: {
    what: {
      en: 'The policy declares that no special categories are held, and data of the category {category} tell of {tells}.',
      fr: 'La politique déclare qu’aucune catégorie particulière n’est détenue, et les données de la catégorie {category} révèlent {tells}.',
    },
    remedy: CORRECT_POLICY,
  },
  deniedHint: {
    what: {
      en: 'The policy declares that no special categories are held, and the word "{word}" in a name hints at {tells}.',
      fr: 'La politique déclare qu’aucune catégorie particulière n’est détenue, et le mot « {word} » dans un nom évoque {tells}.',
    },
    remedy: LOOK,
  },
} as const satisfies Readonly<Record<string, DriftTexts>>;
