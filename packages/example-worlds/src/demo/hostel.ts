import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { CAMPAIGNS, REMARKS, ROOMS } from './vocabulary.js';

const ACCOUNT = place('compte_client', ['no_client']);
const BOOKING = place('reservation', ['no_reservation']);
const STAY = place('sejour', ['no_sejour']);
const ROOM_MATE = place('colocataire', ['no_sejour', 'rang']);
const INVOICE = place('facture', ['no_facture']);
const LINE = place('ligne_facture', ['no_facture', 'rang']);
const PAYMENT = place('paiement', ['no_paiement']);
const CONSENT = place('consentement', ['no_client', 'objet', 'le']);
const ACCESS = place('journal_acces', ['no_acces']);
const MAILING = place('envoi_campagne', ['no_envoi']);
const SURVEY = place('enquete_satisfaction', ['no_reponse']);
const PROSPECT = place('prospect', ['no_prospect']);

/** A guest's account. */
export interface Guest {
  readonly root: Root;
  readonly no: number;
}

/** Somebody who slept in the same room, as the guest named them. A root too: their own address leads to it. */
export interface RoomMate {
  readonly nom: string;
  readonly prenom: string;
  readonly courriel: string | null;
}

/** Writes the hostel's database. */
export class Hostel {
  readonly rows = new SourceBuilder('hostel');

  constructor() {
    for (const [no_chambre, nom, batiment, nb_lits] of ROOMS) this.rows.shared('chambre', { no_chambre, nom, batiment, nb_lits });
    for (const [no_campagne, titre, canal, date] of CAMPAIGNS)
      this.rows.shared('campagne', { no_campagne, titre, canal, lancee_le: Moment.of(date).dayFirst });
    this.rows.shared('statistique_mensuelle', { mois: '2024-01', nuitees: 812, taux_occupation: 61.5 });
  }

  addGuest(person: Person, email: string, details: TableRow = {}): Guest {
    const no = 40_000 + this.rows.next('guest');
    const root = this.rows.root(ACCOUNT, {
      no_client: no,
      nom: person.family,
      prenom: person.given,
      courriel: email,
      telephone: asInFrance(person.phone),
      ville: 'Lyon',
      pays: person.country,
      mot_de_passe: `synthetic-${no}`,
      cree_le: Moment.of('2021-01-04').plusDays(no % 900).dayFirst,
      fin_contrat: null,
      ...details,
    });
    for (const objet of ['courriel', 'sms'])
      this.rows.owned(root, CONSENT, { no_client: no, objet, accorde: no % 2, le: details['cree_le'] ?? '04/01/2021' });
    return { root, no };
  }

  /** A booking with its stay, invoice and payment. Returns the room mates' rows, each a root of its own. */
  addStay({ root, no }: Guest, arrival: string, roomMates: readonly RoomMate[] = []): readonly Root[] {
    const number = this.rows.next('stay');
    const [arrive, depart] = [Moment.of(arrival).dayFirst, Moment.of(arrival).plusDays(3).dayFirst];
    const no_reservation = `R${String(number).padStart(6, '0')}`;
    const no_facture = `A-${arrival.slice(0, 4)}-${String(number).padStart(4, '0')}`;
    this.rows.owned(root, BOOKING, {
      no_reservation,
      no_client: no,
      date_arrivee: arrive,
      date_depart: depart,
      nb_personnes: 1 + roomMates.length,
      canal: 'W',
      demande: 'Lit du bas, si possible.',
    });
    this.rows.owned(root, STAY, { no_sejour: number, no_reservation, no_chambre: 101, arrive_le: arrive, parti_le: depart });
    this.rows.owned(root, INVOICE, {
      no_facture,
      no_reservation,
      emise_le: depart,
      montant_ttc: 96.6,
      date_comptable: Moment.of(arrival).plusDays(3).isoDate,
    });
    for (const [rang, libelle] of [
      [1, 'Nuitées'],
      [2, 'Draps'],
    ] as const)
      this.rows.owned(root, LINE, { no_facture, rang, libelle, montant_ttc: rang === 1 ? 90 : 6.6 });
    this.rows.owned(root, PAYMENT, {
      no_paiement: number,
      no_facture,
      recu_le: depart,
      montant: 96.6,
      moyen: 'CB',
      carte_fin: '4242',
    });
    this.rows.owned(root, ACCESS, {
      no_acces: this.rows.next('access'),
      no_client: no,
      consulte_le: `${arrive} 14:05`,
      motif: number % 3 === 0 ? 'F' : 'A',
      agent: 'Bruno Comptoir',
    });
    return roomMates.map((mate, index) => this.#addRoomMate(root, { no_sejour: number, rang: index + 1, ...mate }));
  }

  #addRoomMate(host: Root, row: TableRow): Root {
    const root = this.rows.root(ROOM_MATE, row);
    host.owned.push({ source: root.source, collection: root.collection, recordId: root.recordId });
    return root;
  }

  addMailing(address: { readonly email?: string; readonly phone?: string }, campaign: number): Root {
    const [courriel, telephone] = [address.email ?? null, address.phone === undefined ? null : asInFrance(address.phone)];
    return this.rows.root(MAILING, {
      no_envoi: this.rows.next('mailing'),
      no_campagne: campaign,
      courriel,
      telephone,
      envoye_le: '02/03/2023',
      ouvert_le: null,
    });
  }

  addSurvey(email: string, note: number): Root {
    const no = this.rows.next('survey');
    return this.rows.root(SURVEY, {
      no_reponse: no,
      courriel: email,
      note,
      commentaire: REMARKS[no % REMARKS.length] ?? null,
      repondu_le: '11/06/2023',
    });
  }

  addProspect(details: TableRow): Root {
    return this.rows.root(PROSPECT, {
      no_prospect: this.rows.next('prospect'),
      recueilli_le: '15/09/2022',
      provenance: 'salon',
      ...details,
    });
  }
}

/** `+33639980042` as people in France write it: `06 39 98 00 42`. Others stay as they are. */
function asInFrance(phone: string): string {
  const national = /^\+33(\d{9})$/u.exec(phone)?.[1];
  return national === undefined ? phone : `0${national}`.replace(/(\d\d)(?=\d)/gu, '$1 ');
}
