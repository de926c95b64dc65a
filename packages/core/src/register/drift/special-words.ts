import type { SpecialCategory } from '../vocabulary.js';

/** Words of column names and titles, English and French, without accents, that hint at a special category. */
const WORDS: Readonly<Record<SpecialCategory, string>> = {
  health:
    'health, medical, medication, allergy, allergic, allergen, diet, dietary, disability, disabled, wheelchair, accessibility, pregnancy, pregnant, maternity, illness, sickness, disease, diagnosis, symptom, diabetes, coeliac, gluten, vaccine, vaccination, blood group, ' +
    'sante, medicale, medicaux, medicament, allergie, allergique, allergene, regime, regime alimentaire, handicap, handicape, invalidite, accessibilite, mobilite reduite, pmr, grossesse, enceinte, maternite, maladie, malade, symptome, diabete, vaccin, groupe sanguin',
  religion:
    'religion, religious, faith, church, mosque, synagogue, halal, kosher, ramadan, baptism, ' +
    'religieux, religieuse, culte, eglise, mosquee, casher, kasher, bapteme',
  philosophy: 'philosophical, freemason, philosophique, franc macon',
  politics:
    'political, political party, political opinion, opinion politique, parti politique, appartenance politique, mandat electif',
  trade_union:
    'trade union, labour union, union member, union membership, union dues, syndicat, syndical, syndicale, syndique, adhesion syndicale',
  ethnic_origin: 'ethnic, ethnicity, racial, skin colour, ethnie, ethnique, raciale, couleur de peau',
  genetic: 'genetic, genome, dna, genetique, adn',
  biometric:
    'biometric, facial recognition, face template, iris scan, biometrie, biometrique, reconnaissance faciale, empreinte digitale',
  sexual_life: 'sexual, sexuality, sexual orientation, sexuel, sexuelle, sexualite, orientation sexuelle',
  criminal_record:
    'criminal, criminal record, offence, conviction history, casier judiciaire, condamnation, infraction, penal, penale',
};

/** A word that hints, and what at. */
export interface SpecialHint {
  readonly word: string;
  readonly tells: readonly SpecialCategory[];
}

const PHRASES: readonly (readonly [SpecialCategory, string])[] = (Object.keys(WORDS) as SpecialCategory[]).flatMap((category) =>
  WORDS[category].split(', ').map((phrase) => [category, phrase] as const),
);

/** What somebody eats is a matter of health, or of belief. */
const ALSO_RELIGION = new Set(['diet', 'dietary', 'regime', 'regime alimentaire']);

/**
 * The first word in these texts that hints at a special category (SPC-04). Whole words only, however they are joined in a column's
 * name, with or without accents, in singular or plural: `noteAllergies`, `regime_alimentaire`. A hint proves nothing.
 */
export function hintedBy(texts: readonly string[]): SpecialHint | undefined {
  const spoken = texts.map(spokenForm);
  const found = PHRASES.find(([, phrase]) => spoken.some((text) => text.includes(spokenForm(phrase))));
  if (found === undefined) return undefined;
  const [category, word] = found;
  return { word, tells: ALSO_RELIGION.has(word) ? [category, 'religion'] : [category] };
}

/** A text as words between spaces, each in its singular: ` note allergie `. */
function spokenForm(text: string): string {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return ` ${words.map(singular).join(' ')} `;
}

/** Good enough to compare two words by: both go through it. */
function singular(word: string): string {
  return word.length < 4 ? word : word.replace(/ies?$/u, 'y').replace(/[sx]$/u, '');
}
