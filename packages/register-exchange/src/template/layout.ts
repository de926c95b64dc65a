import type { Block, Column } from './labels.js';
import { normalise } from './normalise.js';

/** A part of a record sheet: its heading and its columns, the row's own label aside. */
export interface Section {
  readonly heading: string;
  /** What other headings mean the same, normalised. */
  readonly alike: RegExp;
  readonly blocks: readonly Block[];
  readonly columns: readonly (readonly [Column, string])[];
}

const ERASURE = "Délai d'effacement";

/** The record sheet of one activity, from top to bottom, with the labels of CNIL's template. The legal basis is our addition to it. */
export const SECTIONS: readonly Section[] = [
  {
    heading: 'Description du traitement',
    alike: /^description du traitement$/u,
    blocks: ['name', 'reference', 'createdOn', 'updatedOn'],
    columns: [['description', '']],
  },
  {
    heading: 'Acteurs',
    alike: /^acteurs$/u,
    blocks: ['controller', 'officer', 'representative', 'joint'],
    columns: [
      ['name', 'Nom'],
      ['address', 'Adresse'],
      ['postcode', 'CP'],
      ['city', 'Ville'],
      ['country', 'Pays'],
      ['phone', 'Téléphone'],
      ['email', 'Adresse mél'],
    ],
  },
  {
    heading: 'Finalité(s) du traitement effectué',
    alike: /^finalites?(?: d(?:u|es) traitements?.*| poursuivies?)?$/u,
    blocks: ['purpose'],
    columns: [
      ['description', 'Description'],
      ['basis', 'Base légale'],
    ],
  },
  {
    heading: 'Mesures de sécurité',
    alike: /^mesures? de securite(?: (?:techniques?|organisationnelles?).*)?$/u,
    blocks: ['measure'],
    columns: [
      ['type', 'Type de mesure'],
      ['precision', 'Précisions'],
    ],
  },
  {
    heading: 'Catégories de données personnelles concernées',
    alike: /^categories? de donnees\b.*$|^donnees (?:personnelles|traitees|collectees)\b.*$/u,
    blocks: ['data'],
    columns: [
      ['description', 'Description'],
      ['erasure', ERASURE],
    ],
  },
  {
    heading: 'Données sensibles',
    alike: /^donnees sensibles$|^(?:categories )?particulieres? de donnees\b.*$/u,
    blocks: ['sensitive'],
    columns: [
      ['description', 'Description'],
      ['erasure', ERASURE],
    ],
  },
  {
    heading: 'Catégories de personnes concernées',
    alike: /^(?:categories? de )?personnes concernees$|^categories de personnes$/u,
    blocks: ['subject'],
    columns: [
      ['description', 'Description'],
      ['precision', 'Précisions'],
    ],
  },
  {
    heading: 'Destinataires',
    alike: /^(?:categories? de )?destinataires$/u,
    blocks: ['recipient'],
    columns: [
      ['type', 'Type de destinataire'],
      ['precision', 'Précisions'],
    ],
  },
  {
    heading: 'Transferts hors UE',
    alike: /^transferts?\b.*$/u,
    blocks: ['transfer'],
    columns: [
      ['recipient', 'Destinataire'],
      ['country', 'Pays'],
      ['safeguard', 'Type de garanties'],
      ['link', 'Lien vers la documentation'],
    ],
  },
];

/** The section that rows of a block stand in. A period for all data stands among the data, a basis for all purposes among these. */
export function sectionOf(block: Block): Section | undefined {
  const within = block === 'erasure' ? 'data' : block === 'basis' ? 'purpose' : block;
  return SECTIONS.find(({ blocks }) => blocks.includes(within));
}

/** The section that a heading begins. A label of a single row, such as `Finalité principale`, begins none. */
export function sectionHeaded(label: string): Section | undefined {
  const normalised = normalise(label);
  return SECTIONS.find(({ alike }) => alike.test(normalised));
}

/** What a cell holds that stands behind a row's label with nothing to say what it is. */
export function columnsWithoutHeading(block: Block, cells: number): readonly Column[] {
  if (block === 'erasure') return ['erasure'];
  if (block === 'basis') return ['basis'];
  const columns = sectionOf(block)?.columns.map(([column]) => column) ?? [];
  return cells === 1 && columns[0] === 'type' ? ['precision'] : columns;
}
