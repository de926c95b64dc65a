import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { recordTone } from './recording.js';

const CONTACT = place('interlocuteur', ['no_interlocuteur']);
const REQUEST = place('demande_site', ['no_demande']);
const CONNECTION = place('journal_connexion', ['no_ligne']);
const CALL = place('appel_enregistre', ['no_appel']);

/** Providers: code, name, trade, country. */
const PROVIDERS = [
  ['GAR01', 'Garage de l’Exemple', 'dépannage', 'FR'],
  ['TAX02', 'Taxis du Test', 'transport', 'FR'],
  ['AMB03', 'Ambulances du Modèle', 'transport sanitaire', 'MA'],
] as const;

/** Writes the database of the network of providers, and of the website. */
export class ProviderNetwork {
  readonly rows = new SourceBuilder('partners');

  constructor() {
    for (const [code_prestataire, raison_sociale, activite, pays] of PROVIDERS)
      this.rows.shared('prestataire', { code_prestataire, raison_sociale, activite, pays });
  }

  /** Somebody at a provider, with whom the relationship is open; `details` overrides any column. */
  addContact(person: Person, details: TableRow = {}): Root {
    const no = this.rows.next('contact');
    const [code] = PROVIDERS[no % PROVIDERS.length] ?? PROVIDERS[0];
    return this.rows.root(CONTACT, {
      no_interlocuteur: no,
      code_prestataire: code,
      nom: person.family,
      prenom: person.given,
      fonction: 'Gérance',
      courriel: person.email,
      telephone: person.phone,
      commentaire: null,
      relation_ouverte: 1,
      relation_finie_le: null,
      ...details,
    });
  }

  /** A request through the website, answered; the relationship ended with the answer. */
  addRequest(person: Person, received: string, details: TableRow = {}): Root {
    const at = Moment.of(received);
    return this.rows.root(REQUEST, {
      no_demande: this.rows.next('request'),
      nom: person.family,
      prenom: person.given,
      courriel: person.email,
      objet: 'Q',
      message: 'Comment rejoindre le réseau ?',
      recue_le: at.sqlDatetime,
      relation_ouverte: 0,
      relation_finie_le: at.plusDays(6).isoDate,
      ...details,
    });
  }

  addConnection(email: string, at: string, resultat: 'OK' | 'KO' = 'OK'): Root {
    const no = this.rows.next('connection');
    return this.rows.root(CONNECTION, {
      no_ligne: no,
      identifiant: email,
      adresse_ip: `203.0.113.${1 + (no % 250)}`, // RFC 5737: addresses for documentation
      navigateur: 'ExampleBrowser/9',
      resultat,
      connecte_le: at,
    });
  }

  /** A recorded call without dispute and objection; `details` overrides any column. */
  addCall(phone: string, caller: string | null, at: string, details: TableRow = {}): Root {
    const no = this.rows.next('call');
    return this.rows.root(CALL, {
      no_appel: no,
      telephone: phone,
      appelant: caller,
      appele_le: at,
      duree_s: 45 + ((no * 53) % 500),
      conseiller: 'Nora Standard',
      opposition: 'N',
      opposition_le: null,
      litige_depuis: null,
      litige_clos_le: null,
      nom_fichier: `reseau-${String(no).padStart(6, '0')}.wav`,
      enregistrement: recordTone(no + 5),
      ...details,
    });
  }
}
