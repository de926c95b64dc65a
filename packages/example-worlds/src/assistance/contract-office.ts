import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';

const SUBSCRIBER = place('souscripteur', ['no_souscripteur']);
const CONTRACT = place('contrat', ['no_contrat']);
const BENEFICIARY = place('beneficiaire', ['no_contrat', 'rang']);
const ACCOUNT = place('compte_digital', ['id_compte']);
const SURVEY = place('enquete', ['no_enquete']);
const SCORE = place('score_client', ['no_souscripteur', 'modele']);

/** Products: code, label. */
const PRODUCTS = [
  ['AUTO', 'Assistance automobile'],
  ['VOYA', 'Assistance voyage'],
  ['SANT', 'Assistance santé à domicile'],
] as const;

/** A subscriber, with the contract whose number stands on the card. */
export interface Subscriber {
  readonly root: Root;
  readonly no: number;
  readonly contract: string;
}

/** Writes the database of contracts, with the digital platform, the surveys and the scores. */
export class ContractOffice {
  readonly rows = new SourceBuilder('contracts');

  constructor() {
    for (const [code_produit, libelle] of PRODUCTS) this.rows.shared('produit', { code_produit, libelle });
  }

  /** A subscriber with one contract and a score of each model; `details` overrides any column of theirs. */
  addSubscriber(person: Person, details: TableRow = {}, contract: TableRow = {}): Subscriber {
    const no = 700_000 + this.rows.next('subscriber');
    const root = this.rows.root(SUBSCRIBER, {
      no_souscripteur: no,
      nom: person.family,
      prenom: person.given,
      ne_le: person.birthDate,
      courriel: person.email,
      telephone: person.phone,
      adresse: `${1 + (no % 88)} rue du Cas d’École`,
      code_postal: String(79_000 + (no % 900)),
      ville: 'Ville-Exemple',
      iban: `FR00 0000 0000 00${no}`, // 00 is never a check number
      cree_le: Moment.of('2019-02-04').plusDays(no % 1500).sqlDatetime,
      ...details,
    });
    const subscriber = { root, no, contract: `A${no}-01` };
    const [product] = PRODUCTS[no % PRODUCTS.length] ?? PRODUCTS[0];
    this.rows.owned(root, CONTRACT, {
      no_contrat: subscriber.contract,
      no_souscripteur: no,
      code_produit: product,
      etat: 'E',
      souscrit_le: Moment.of('2019-03-01').plusDays(no % 1500).isoDate,
      resilie_le: null,
      ...contract,
    });
    for (const modele of ['fidelite-2025', 'fidelite-2026']) this.#addScore(subscriber, modele);
    return subscriber;
  }

  #addScore({ root, no }: Subscriber, modele: string): void {
    this.rows.owned(root, SCORE, {
      no_souscripteur: no,
      modele,
      segment: (['F', 'M', 'P'] as const)[no % 3] ?? 'F',
      risque_resiliation: (no % 97) / 100,
      calcule_le: `${modele.slice(-4)}-01-15`,
    });
  }

  /** Somebody else who is covered, as the subscriber named them. A root too: their own address leads to it. */
  addBeneficiary({ root, contract }: Subscriber, rang: number, person: Person, lien: 'C' | 'E' | 'A'): Root {
    const named = this.rows.root(BENEFICIARY, {
      no_contrat: contract,
      rang,
      nom: person.family,
      prenom: person.given,
      ne_le: person.birthDate,
      lien,
      courriel: person.email,
    });
    root.owned.push({ source: named.source, collection: named.collection, recordId: named.recordId });
    return named;
  }

  addAccount(person: Person, details: TableRow = {}): Root {
    const id = this.rows.next('account');
    return this.rows.root(ACCOUNT, {
      id_compte: id,
      courriel: person.email,
      nom: person.family,
      prenom: person.given,
      mot_de_passe: `synthetic-${id}`,
      vehicule: 'Break, 2019',
      langue: 'fr',
      cree_le: Moment.of('2022-01-10').plusDays(id * 3).sqlDatetime,
      derniere_visite: Moment.of('2026-06-01').plusDays(id % 120).sqlDatetime,
      ...details,
    });
  }

  addSurvey(email: string, note: number, attentes: string | null = null): Root {
    const no = this.rows.next('survey');
    const repondue_le = Moment.of('2025-05-12').plusDays(no * 5).isoDate;
    return this.rows.root(SURVEY, { no_enquete: no, courriel: email, note, attentes, repondue_le });
  }
}
