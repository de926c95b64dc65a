import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';

const CLIENT = place('client', ['no_client']);
const CONTACT = place('contact', ['no_contact']);
const EXCHANGE = place('echange', ['no_echange']);
const REGISTRATION = place('inscription', ['no_inscription']);
const SUBSCRIPTION = place('abonnement', ['no_abonnement']);
const PAYMENT = place('paiement', ['no_paiement']);
const TRACE = place('trace_acces', ['no_acces']);

/** Events: code, title, date. */
const EVENTS = [
  ['PDJ-2020', 'Petit-déjeuner : recruter à distance', '2020-03-05'],
  ['WEB-2024', 'Webinaire : entretiens structurés', '2024-11-14'],
  ['CONF-2026', 'Conférence annuelle', '2026-06-18'],
] as const;

/** A record of the client or contact CRM, with the number that other tables know it by. */
export interface Card {
  readonly root: Root;
  readonly no: number;
}

/** Writes the database of clients and contacts. */
export class ClientOffice {
  readonly rows = new SourceBuilder('crm');

  constructor() {
    for (const [code, titre, tenu_le] of EVENTS) this.rows.shared('evenement', { code, titre, tenu_le });
  }

  /** A client under contract; `details` overrides any column. */
  addClient(person: Person, details: TableRow = {}): Card {
    const no = 3000 + this.rows.next('client');
    const root = this.rows.root(CLIENT, {
      no_client: no,
      nom: person.family,
      prenom: person.given,
      ne_le: person.birthDate,
      courriel: person.email,
      telephone: person.phone,
      adresse: `${1 + (no % 60)} quai des Essais, Ville-Exemple`,
      societe: 'Beispiel GmbH',
      fonction: 'Responsable du recrutement',
      origine: 'Bon de commande',
      recueilli_le: Moment.of('2018-09-03').plusDays(no % 1200).isoDate,
      donnees_enrichies: JSON.stringify({ visites: no % 40, interet: ['cadres'] }),
      sous_contrat: 1,
      contrat_fini_le: null,
      ...details,
    });
    return { root, no };
  }

  /** Somebody who is no client; `origine` says from whom the data came. */
  addContact(person: Person, origine: string, details: TableRow = {}): Card {
    const no = 80_000 + this.rows.next('contact');
    const root = this.rows.root(CONTACT, {
      no_contact: no,
      nom: person.family,
      prenom: person.given,
      courriel: person.email,
      telephone: person.phone,
      societe: 'Sample & Daughters',
      fonction: 'DRH',
      origine,
      recueilli_le: Moment.of('2023-02-06').plusDays(no % 900).isoDate,
      dernier_contact_le: null,
      accord_prospection: 0,
      notes: null,
      ...details,
    });
    return { root, no };
  }

  addExchange({ root, no: no_contact }: Card, canal: string, resume: string, le: string): void {
    this.rows.owned(root, EXCHANGE, { no_echange: this.rows.next('exchange'), no_contact, canal, resume, le });
  }

  /** A registration for an event, by its position from 0. With a client's card it belongs to that card as well. */
  addRegistration(person: Person, event: number, client?: Card): Root {
    const [code, , heldOn] = EVENTS[event] ?? EVENTS[0];
    return this.#addOf(client, REGISTRATION, {
      no_inscription: this.rows.next('registration'),
      code,
      no_client: client?.no ?? null,
      nom: person.family,
      prenom: person.given,
      courriel: person.email,
      inscrit_le: Moment.of(heldOn).plusDays(-20).isoDate,
      venu_le: event === 1 ? null : heldOn,
    });
  }

  addSubscription(email: string, optin: 0 | 1, client?: Card, details: TableRow = {}): Root {
    return this.#addOf(client, SUBSCRIPTION, {
      no_abonnement: this.rows.next('subscription'),
      no_client: client?.no ?? null,
      courriel: email,
      optin,
      optin_le: optin === 1 ? '2024-01-15' : null,
      inscrit_le: '2024-01-15',
      dernier_clic_le: null,
      etat: 'A',
      ...details,
    });
  }

  /** A row that its own address leads to, and that hangs from a client's card where there is one. */
  #addOf(client: Card | undefined, where: typeof CLIENT, row: TableRow): Root {
    const root = this.rows.root(where, row);
    client?.root.owned.push({ source: root.source, collection: root.collection, recordId: root.recordId });
    return root;
  }

  addPayment({ root, no }: Card, person: Person, details: TableRow = {}): void {
    const number = this.rows.next('payment');
    this.rows.owned(root, PAYMENT, {
      no_paiement: number,
      no_client: no,
      objet: 'ABO',
      montant: 49,
      titulaire: `${person.given} ${person.family}`,
      iban: `FR00 0000 0000 00${String(number).padStart(6, '0')}`, // 00 is never a check number
      realisee_le: '2026-01-12',
      prelevee_le: '2026-01-10',
      litige_depuis: null,
      accord_conservation_le: null,
      ...details,
    });
  }

  /** A look into a client's or a contact's card, or into both at once. */
  addTrace(cards: { readonly client?: Card; readonly contact?: Card }, at: string, motif: string): void {
    const roots = [cards.client, cards.contact].flatMap((card) => (card === undefined ? [] : [card.root]));
    this.rows.owned(roots, TRACE, {
      no_acces: this.rows.next('trace'),
      no_client: cards.client?.no ?? null,
      no_contact: cards.contact?.no ?? null,
      consulte_le: at,
      motif,
      agent: 'Lila Guichet',
    });
  }
}
