import { normalise } from './normalise.js';

/** What a row of the template is about. `erasure` is a period for all data of an activity; `basis` one for all purposes. */
export type Block =
  | 'name'
  | 'reference'
  | 'createdOn'
  | 'updatedOn'
  | 'controller'
  | 'officer'
  | 'representative'
  | 'joint'
  | 'purpose'
  | 'basis'
  | 'measure'
  | 'data'
  | 'erasure'
  | 'sensitive'
  | 'subject'
  | 'recipient'
  | 'transfer';

/** What a cell of a row holds. */
export type Column =
  | 'name'
  | 'address'
  | 'postcode'
  | 'city'
  | 'country'
  | 'phone'
  | 'email'
  | 'description'
  | 'basis'
  | 'erasure'
  | 'type'
  | 'precision'
  | 'recipient'
  | 'safeguard'
  | 'link';

/** In this order: the first that fits decides. All are of normalised labels. */
const BLOCKS: readonly (readonly [Block, RegExp])[] = [
  ['createdOn', /^date (?:de )?creation\b/u],
  ['updatedOn', /\b(?:mise a jour|maj|modification)\b/u],
  ['reference', /^(?:(?:n|no|numero) )?(?:ref|references?)\b|^(?:n|numero)$/u],
  [
    'name',
    /^(?:nom|intitule|denomination|designation)(?: sigle| (?:du|de l) (?:traitement|activite).*)?$|^(?:traitement|activite)$/u,
  ],
  ['joint', /\bconjoints?\b|\bco ?responsables?\b/u],
  ['controller', /^(?:coordonnees du )?responsables? (?:du|de) traitement$/u],
  ['officer', /^(?:delegue|delegue a la protection des donnees(?: dpo)?|dpo|dpd)$/u],
  ['representative', /^representants?\b/u],
  ['purpose', /^(?:sous )?(?:finalites?|objectifs?)\b/u],
  ['basis', /^(?:bases?|fondements?) (?:legales?|juridiques?)\b|^liceite\b/u],
  ['measure', /^mesures?\b|^securite$/u],
  ['erasure', /^(?:delais?|durees?) (?:d|de) (?:effacement|conservation)\b|^conservation$/u],
  [
    'sensitive',
    /^donnees (?:sensibles?|particulieres?)\b|\b(?:raciale?|ethnique|politiques?|religieuses?|philosophiques?|syndicale?|genetiques?|biometriques?|sante|sexuelle?|penales?|infractions?)\b/u,
  ],
  ['transfer', /^transferts?\b|^organismes?\b|\bhors (?:ue|de l ue|eee)\b/u],
  ['recipient', /^(?:categories? de )?destinataires?\b|^sous traitants?\b/u],
  ['subject', /^(?:categories? de )?personnes\b|^categorie \d+$/u],
  [
    'data',
    /^(?:categories? de )?donnees\b|^etat civil\b|^identite\b|^vie p|^informations? d ordre\b|^internet\b|^numero de securite sociale\b|^nir\b|^autres? (?:categories?|donnees)\b|^(?:ensemble|toutes) (?:des|les) (?:categories|donnees)\b/u,
  ],
];

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['erasure', /^(?:delais?|durees?)(?: (?:d|de) (?:effacement|conservation))?$/u],
  ['description', /^(?:descriptions?|details?)$/u],
  ['basis', /^(?:bases?|fondements?) (?:legales?|juridiques?)$|^liceite$/u],
  ['safeguard', /^(?:types? de )?garanties?$/u],
  ['link', /^liens?\b|^documentation\b/u],
  ['type', /^types?(?: (?:de |d )?(?:destinataires?|mesures?))?$/u],
  ['precision', /^precisions?$/u],
  ['recipient', /^(?:organisme )?destinataires?$|^organisme$/u],
  ['name', /^noms?(?: (?:et )?prenoms?)?$/u],
  ['email', /^(?:adresse )?(?:(?:de )?messagerie|mel|e ?mail|mail|courriel)$/u],
  ['address', /^adresse(?: postale)?$/u],
  ['postcode', /^(?:cp|code postal)$/u],
  ['city', /^ville$/u],
  ['country', /^pays$/u],
  ['phone', /^(?:tel|telephone)$/u],
];

/** What a label at the beginning of a row, or at the head of a column of the flat form, is about. */
export function blockOf(label: string): Block | undefined {
  return firstFit(BLOCKS, label);
}

/** What a label at the head of a column within a block is about. */
export function columnOf(label: string): Column | undefined {
  return firstFit(COLUMNS, label);
}

function firstFit<Name>(names: readonly (readonly [Name, RegExp])[], label: string): Name | undefined {
  const normalised = normalise(label);
  return names.find(([, pattern]) => pattern.test(normalised))?.[0];
}
