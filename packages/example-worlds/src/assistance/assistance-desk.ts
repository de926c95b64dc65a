import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { recordTone } from './recording.js';

const CASE = place('dossier', ['no_dossier']);
const MEDICAL = place('element_medical', ['no_element']);
const OTHER = place('tiers_dossier', ['no_dossier', 'rang']);
const INTERVENTION = place('intervention', ['no_intervention']);
const CALL = place('appel', ['no_appel']);

/** Events: code, label. */
const EVENTS = [
  ['PAN', 'Panne'],
  ['ACC', 'Accident'],
  ['MAL', 'Maladie'],
  ['RAP', 'Rapatriement'],
] as const;

/** A case of assistance. */
export interface Case {
  readonly root: Root;
  readonly no: string;
}

/** A recorded call, as the desk's telephone system notes it. */
export interface DeskCall {
  readonly phone: string;
  readonly caller: string | null;
  /** `2026-09-14T10:05:00Z` */
  readonly at: string;
}

/** Writes the database of the assistance desk. */
export class AssistanceDesk {
  readonly rows = new SourceBuilder('cases');

  constructor() {
    for (const [code, libelle] of EVENTS) this.rows.shared('type_evenement', { code, libelle });
  }

  /** A case as it was told on the telephone; `details` overrides any column. */
  addCase(person: Person, details: TableRow = {}): Case {
    const number = this.rows.next('case');
    const opened = Moment.of('2024-01-08').plusDays((number * 13) % 980);
    const no = `D${String(number).padStart(7, '0')}`;
    const root = this.rows.root(CASE, {
      no_dossier: no,
      no_contrat: null,
      benef_nom: person.family,
      benef_prenom: person.given,
      benef_ne_le: person.birthDate,
      courriel: person.email,
      telephone: person.phone,
      type_code: 'PAN',
      motif: 'Batterie à plat sur un parking.',
      lieu: 'Aire de l’Exemple, A10',
      latitude: 46.32,
      longitude: -0.46,
      etat: 'C',
      ouvert_le: opened.sqlDatetime,
      clos_le: opened.plusDays(2).sqlDatetime,
      ...details,
    });
    this.#addIntervention({ root, no }, opened);
    return { root, no };
  }

  #addIntervention({ root, no }: Case, opened: Moment): void {
    const number = this.rows.next('intervention');
    this.rows.owned(root, INTERVENTION, {
      no_intervention: number,
      no_dossier: no,
      nature: (['D', 'H', 'T', 'A'] as const)[number % 4] ?? 'D',
      prestataire: 'Garage de l’Exemple',
      compte_rendu: 'Pris en charge sous une heure.',
      faite_le: opened.plusMinutes(50).sqlDatetime,
    });
  }

  addMedical({ root, no }: Case, details: TableRow): void {
    this.rows.owned(root, MEDICAL, {
      no_element: this.rows.next('medical'),
      no_dossier: no,
      traitement: null,
      medecin: null,
      note_medicale: null,
      saisi_le: '2026-02-11 18:20:00',
      ...details,
    });
  }

  addOther({ root, no }: Case, rang: number, details: TableRow): void {
    this.rows.owned(root, OTHER, { no_dossier: no, rang, ...details });
  }

  /** A call that somebody put into a case: it goes wherever the case goes. It can be found by its number, too. */
  addCallOfCase({ root, no }: Case, call: DeskCall): void {
    this.rows.owned(root, CALL, this.#callRow(no, call));
  }

  /** A call that stands for itself. */
  addCall(call: DeskCall): Root {
    return this.rows.root(CALL, this.#callRow(null, call));
  }

  #callRow(no_dossier: string | null, { phone, caller, at }: DeskCall): TableRow {
    const no = this.rows.next('call');
    return {
      no_appel: no,
      no_dossier,
      telephone: phone,
      nom_appelant: caller,
      appele_le: at,
      duree_s: 60 + ((no * 37) % 400),
      charge_assistance: 'Hugo Plateau',
      nom_fichier: `appel-${String(no).padStart(6, '0')}.wav`,
      enregistrement: recordTone(no),
    };
  }
}
