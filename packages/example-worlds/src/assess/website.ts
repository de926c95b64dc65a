import type { Person } from '../people/person.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';

const ACCOUNT = place('compte', ['id_compte']);
const VISIT = place('journal_web', ['no_ligne']);
const COOKIE = place('cookie', ['no_cookie']);
const APPLICATION = place('candidature', ['no_candidature']);
const SCORE = place('score_pertinence', ['no_candidature', 'modele']);

/** An account of the website. */
export interface SiteAccount {
  readonly root: Root;
  readonly id: number;
}

/** Writes the database of the website and the selection tool. */
export class Website {
  readonly rows = new SourceBuilder('site');

  addAccount(person: Person, lastActivity: string | null, details: TableRow = {}): SiteAccount {
    const id = this.rows.next('account');
    const root = this.rows.root(ACCOUNT, {
      id_compte: id,
      pseudo: `lectrice${id}`,
      nom: person.family,
      prenom: person.given,
      courriel: person.email,
      mot_de_passe: `synthetic-${id}`,
      cgu_acceptees_le: '2021-10-04T08:00:00Z',
      cree_le: '2021-10-04T08:00:00Z',
      derniere_action_le: lastActivity,
      ...details,
    });
    return { root, id };
  }

  addVisit({ root, id: id_compte }: SiteAccount, le: string): void {
    const no_ligne = this.rows.next('visit');
    this.rows.owned(root, VISIT, {
      no_ligne,
      id_compte,
      adresse_ip: `198.51.100.${1 + (no_ligne % 250)}`, // RFC 5737: addresses for documentation
      page: '/conseils/entretien',
      lieu_estime: 'Ville-Exemple',
      jeton: `synthetic-session-${no_ligne}`,
      le,
    });
  }

  addCookie({ root, id: id_compte }: SiteAccount, nom: string, depose_le: string): void {
    const no_cookie = this.rows.next('cookie');
    this.rows.owned(root, COOKIE, { no_cookie, id_compte, nom, valeur: `v${no_cookie}`, depose_le });
  }

  /** An application to a client, with what the tool makes of it. */
  addApplication(person: Person, poste: string, recue_le: string, score: TableRow = {}): Root {
    const no_candidature = this.rows.next('application');
    const root = this.rows.root(APPLICATION, {
      no_candidature,
      nom: person.family,
      prenom: person.given,
      courriel: person.email,
      poste,
      client_recruteur: 'Example Industries Ltd',
      lettre: 'Votre offre m’intéresse.',
      recue_le,
      dernier_contact_le: recue_le,
    });
    this.rows.owned(root, SCORE, {
      no_candidature,
      modele: 'pertinence-3',
      pertinence: ((no_candidature * 31) % 100) / 100,
      rang: 1 + (no_candidature % 9),
      avis: 'B',
      calcule_le: recue_le,
      ...score,
    });
    return root;
  }
}
