import { byEmail, person } from '../people/cast.js';
import type { Root } from '../world/source-builder.js';
import { type PersonOfInterest, truthOf } from '../world/truth.js';
import type { AssistanceDesk } from './assistance-desk.js';
import type { ContractOffice } from './contract-office.js';
import { SOLENE } from './solene.js';

/** Where the charter's controller keeps those whom it insures and assists. */
export interface CharterSystems {
  readonly contracts: ContractOffice;
  readonly cases: AssistanceDesk;
}

const IDRIS = person(102, ['Idris', 'Benhaddou'], '1982-07-30', 'idris.benhaddou@post.test');

/** The people of the charter's controller who are worth searching for, the one with the most records first. */
export function castCharter(systems: CharterSystems): readonly PersonOfInterest[] {
  return [...couple(systems), surveyOnly(systems), namesake(systems), householdMailbox(systems)];
}

/** Solène has everything; Idris is covered by her contract, and dictates its number on the telephone. */
function couple({ contracts, cases }: CharterSystems): readonly PersonOfInterest[] {
  const subscriber = contracts.addSubscriber(SOLENE, { civilite: 'Mme' });
  const asBeneficiary = contracts.addBeneficiary(subscriber, 1, IDRIS, 'C');
  const accounts = [contracts.addAccount(SOLENE), contracts.addSurvey(SOLENE.email, 9, 'Prévenez aussi ma mère, Odile.')];
  const onHoliday = accident(cases, subscriber.contract);
  const old = cases.addCase(SOLENE, { etat: 'Z', ouvert_le: '2018-05-02 09:00:00', clos_le: null, no_contrat: null });
  const calls = [
    cases.addCall({ phone: SOLENE.phone, caller: 'Solène Garnier-Kaddour', at: '2026-10-02T08:15:00Z' }),
    cases.addCall({ phone: SOLENE.phone, caller: 'GARNIER KADDOUR Solène', at: '2025-11-20T17:40:00Z' }),
  ];
  // Nobody noted who rang: the number is hers, and that alone is no proof.
  const unnamed = cases.addCall({ phone: SOLENE.phone, caller: null, at: '2026-10-03T07:00:00Z' });
  const idris = cases.addCase(IDRIS, {
    no_contrat: subscriber.contract,
    type_code: 'MAL',
    motif: 'Crise d’asthme à l’hôtel, sa femme Solène est partie chercher le traitement.',
  });
  cases.addMedical(idris, { etat_sante: 'Asthme', traitement: 'Bronchodilatateur', medecin: 'Dr Paule Exemple' });
  return [
    {
      id: 'solene',
      name: 'Solène Garnier-Kaddour',
      shows: 'Every activity: health, places, other people, recordings; her husband dictates the same contract number.',
      given: byEmail(SOLENE.email),
      truth: truthOf([subscriber.root, ...accounts, onHoliday, old.root, ...calls], [unnamed, idris.root]),
    },
    {
      id: 'idris',
      name: 'Idris Benhaddou',
      shows: 'Covered by the contract of his wife: the contract is hers, and so are her cases.',
      given: byEmail(IDRIS.email),
      truth: truthOf([idris.root], [asBeneficiary, subscriber.root, onHoliday]),
    },
  ];
}

function accident(cases: AssistanceDesk, contract: string): Root {
  const onHoliday = cases.addCase(SOLENE, {
    no_contrat: contract,
    type_code: 'ACC',
    motif: 'Choc à l’arrière par M. Aldo Bianchi ; douleur au poignet, enceinte de cinq mois.',
    lieu: 'Rond-point du Modèle, Saint-Exemple',
    etat: 'L',
    ouvert_le: '2026-02-11 16:05:00',
    clos_le: null,
  });
  cases.addMedical(onHoliday, {
    etat_sante: 'Entorse du poignet, grossesse',
    traitement: 'Attelle',
    medecin: 'Dr Paule Exemple',
    note_medicale: 'Rassurée. La mère, Odile Garnier, suit un traitement pour le cœur et a mal supporté la nouvelle.',
  });
  cases.addOther(onHoliday, 1, { nom: 'Bianchi', prenom: 'Aldo', telephone: '+33199009871', qualite: 'C' });
  cases.addOther(onHoliday, 2, { nom: 'Garnier', prenom: 'Odile', telephone: '+33199009872', qualite: 'P' });
  cases.addCallOfCase(onHoliday, { phone: '+33199009872', caller: 'Odile Garnier', at: '2026-02-11T16:20:00Z' });
  cases.addCallOfCase(onHoliday, { phone: SOLENE.phone, caller: 'Solène Garnier-Kaddour', at: '2026-02-12T09:00:00Z' });
  return onHoliday.root;
}

function surveyOnly({ contracts }: CharterSystems): PersonOfInterest {
  const root = contracts.addSurvey('maelle.riviere@example.net', 3, 'Une réponse plus rapide la nuit.');
  return {
    id: 'survey-only',
    name: 'Maëlle Rivière',
    shows: 'Answered a survey, and has nothing else.',
    given: byEmail('maelle.riviere@example.net'),
    truth: truthOf([root]),
  };
}

/** The same name as Solène's, and somebody else. */
function namesake({ contracts, cases }: CharterSystems): PersonOfInterest {
  const other = person(103, [SOLENE.given, SOLENE.family], '1961-01-19', 'solene.garnier-kaddour@courriel.test');
  const subscriber = contracts.addSubscriber(other, {}, { etat: 'R', resilie_le: '2020-06-30' });
  const fall = cases.addCase(other, { no_contrat: subscriber.contract, type_code: 'MAL', motif: 'Chute dans l’escalier.' });
  cases.addMedical(fall, { etat_sante: 'Fracture du col du fémur' });
  return {
    id: 'namesake',
    name: 'Solène Garnier-Kaddour',
    shows: 'A namesake of the main character: neither gets a record of the other.',
    given: byEmail(other.email),
    truth: truthOf([subscriber.root, fall.root]),
  };
}

/** One mailbox for the family: what it leads to is somebody's of the family, and nobody knows whose. */
function householdMailbox({ contracts, cases }: CharterSystems): PersonOfInterest {
  const mailbox = 'famille.okonkwo@example.org';
  const [ada, obi] = [
    person(104, ['Ada', 'Okonkwo'], '1979-04-04', mailbox),
    person(105, ['Obi', 'Okonkwo'], '2006-09-12', mailbox),
  ];
  const roots = [contracts.addAccount(ada), cases.addCase(obi, { motif: 'Moto tombée, genou ouvert.' }).root];
  return {
    id: 'household-mailbox',
    name: 'Ada Okonkwo',
    shows: 'The mailbox of a household: everything waits, her son’s accident too.',
    given: byEmail(mailbox),
    truth: truthOf([], roots),
  };
}
