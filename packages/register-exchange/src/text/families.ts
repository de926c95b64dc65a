import { normalise } from '../template/normalise.js';

/** A family of data of the template: its label, what begins alike, the term it is imported as, and the terms that go there. */
interface Family {
  readonly label: string;
  readonly pattern: RegExp;
  readonly category: string;
  readonly terms: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** In the template's order. The last two are its usual additions. */
const FAMILIES: readonly Family[] = [
  {
    label: "État civil, identité, données d'identification, images",
    pattern: /\betat civil\b|\bidentite\b|\bidentification\b/u,
    category: 'pd:Identifying',
    terms: words(
      'pd:Identifying pd:Name pd:EmailAddress pd:TelephoneNumber pd:PhysicalAddress pd:Contact pd:BirthDate pd:Age pd:Gender pd:Picture pd:Username pd:UID pd:Nationality pd:Country pd:Language',
    ),
  },
  {
    label: 'Vie personnelle',
    pattern: /\bvie (?:personnelle|privee)\b/u,
    category: 'x:PrivateLife',
    terms: words(
      'x:PrivateLife x:EventAttendance pd:DietaryPreferences pd:FamilyStructure pd:Interest pd:Opinion pd:Communication pd:EmailContent pd:PrivacyPreference pd:GroupMembership pd:Profile',
    ),
  },
  {
    label: 'Vie professionnelle',
    pattern: /\bvie professionnelle\b/u,
    category: 'pd:Professional',
    terms: words('pd:Professional pd:Job pd:Education pd:EmploymentHistory pd:ProfessionalExperience'),
  },
  {
    label: "Informations d'ordre économique et financier",
    pattern: /\beconomique\b|\bfinancier/u,
    category: 'pd:Financial',
    terms: words(
      'pd:Financial pd:BankAccount pd:Transaction pd:Purchase pd:PaymentCard pd:CreditCardNumber pd:Salary pd:Tax pd:Insurance',
    ),
  },
  {
    label: 'Données de connexion',
    pattern: /\bconnexion\b|^internet\b/u,
    category: 'pd:BrowsingBehaviour',
    terms: words(
      'pd:BrowsingBehaviour pd:IPAddress pd:MACAddress pd:UserAgent pd:BrowserFingerprint pd:LinkClicked pd:ServiceConsumptionBehaviour x:AccessLog',
    ),
  },
  {
    label: 'Données de localisation',
    pattern: /\blocalisation\b/u,
    category: 'pd:Location',
    terms: words('pd:Location pd:CurrentLocation'),
  },
  {
    label: 'Numéro de sécurité sociale (NIR)',
    pattern: /\bsecurite sociale\b|\bnir\b/u,
    category: 'pd:OfficialID',
    terms: words('pd:OfficialID pd:Passport'),
  },
  { label: 'Autres catégories de données', pattern: /^autres?\b/u, category: 'x:Uncategorised', terms: ['x:Uncategorised'] },
];

const OTHER = 'Autres catégories de données';

/** The row for a period that is given for all data of an activity, whichever they are. */
export const ALL_DATA = 'Ensemble des données';

/** Whether a label is of such a row. */
export function meansAllData(label: string): boolean {
  return /^(?:ensemble|toutes) (?:des|les) (?:categories|donnees)\b/u.test(normalise(label));
}

/** The labels of the families that the template prints whether they are filled in or not. */
export const PRINTED_FAMILIES = FAMILIES.slice(0, 6).map(({ label }) => label);

/** The family that a term of the vocabulary belongs to, by its label. */
export function familyLabel(category: string): string {
  return FAMILIES.find(({ terms }) => terms.includes(category))?.label ?? OTHER;
}

/** The term that stands for the family of a label, until somebody says more. */
export function categoryOf(label: string): string {
  const normalised = normalise(label);
  return FAMILIES.find(({ pattern }) => pattern.test(normalised))?.category ?? 'x:Uncategorised';
}
