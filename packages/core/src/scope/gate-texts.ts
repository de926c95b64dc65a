import type { Wording } from '../wording/wording.js';
import type { GateCode } from './gate.js';

/** What a DPO reads where a request waits: what it is, and what they can do (OUT-08). */
export const GATE_TEXTS: Readonly<Record<GateCode, { readonly what: Wording; readonly remedy: Wording }>> = {
  identity: {
    what: {
      en: 'It is not proved, or not surely enough, who asks.',
      fr: 'L’identité du demandeur n’est pas établie, ou pas au niveau nécessaire.',
    },
    remedy: {
      en: 'Prove it at the lowest level that suffices, or record why it is in doubt (Art. 12(6)).',
      fr: 'L’établir au niveau le plus bas qui suffit, ou consigner les raisons du doute (art. 12, § 6).',
    },
  },
  'new-contact': {
    what: {
      en: 'The address that was proved stands on no record.',
      fr: 'L’adresse qui a été prouvée ne figure dans aucun enregistrement.',
    },
    remedy: {
      en: 'Wait for the code that went to the contacts on record, or see why none went there, and release with a reason.',
      fr: 'Attendre le code envoyé aux contacts enregistrés, ou voir pourquoi aucun n’est parti, et communiquer en le motivant.',
    },
  },
  objection: {
    what: {
      en: 'Somebody who reads an address on record says that they did not ask.',
      fr: 'Une personne qui lit une adresse enregistrée dit n’avoir rien demandé.',
    },
    remedy: {
      en: 'Find out who asks: refuse or cancel the request, or release with a reason.',
      fr: 'Établir qui demande : refuser ou annuler la demande, ou communiquer en le motivant.',
    },
  },
  'cool-off': {
    what: {
      en: 'It would go to a new address: the contacts on record still have time to object, or could not be told.',
      fr: 'Elle irait à une nouvelle adresse : les contacts enregistrés peuvent encore s’opposer, ou n’ont pu être prévenus.',
    },
    remedy: {
      en: 'Wait until that time is over, or see whether the notices went out, and release it.',
      fr: 'Attendre la fin de ce délai, ou voir si les avis sont partis, puis communiquer.',
    },
  },
  fee: {
    what: {
      en: 'A fee was announced, and the person has not yet accepted it.',
      fr: 'Des frais ont été annoncés, et la personne ne les a pas encore acceptés.',
    },
    remedy: {
      en: 'Wait until they accept or withdraw, note that they have accepted or paid, or waive the fee.',
      fr: 'Attendre son accord ou son retrait, noter l’accord ou le paiement, ou renoncer aux frais.',
    },
  },
  heir: {
    what: {
      en: 'An heir asks: they have what their purpose needs, and nothing else.',
      fr: 'Un héritier demande : il reçoit ce qui est nécessaire à sa finalité, et rien d’autre.',
    },
    remedy: {
      en: 'Rule what of the findings the purpose needs, or that it needs nothing, and release.',
      fr: 'Décider ce qui est nécessaire à la finalité, ou que rien ne l’est, puis communiquer.',
    },
  },
  'nothing-searched': {
    what: { en: 'No collection was searched to its end.', fr: 'Aucune collection n’a été entièrement consultée.' },
    remedy: { en: 'Connect the sources, and search again.', fr: 'Connecter les sources et relancer la recherche.' },
  },
  'incomplete-search': {
    what: { en: 'Searches are not complete: {count}.', fr: 'Recherches incomplètes : {count}.' },
    remedy: {
      en: 'Follow the remedy in the ledger and search again, or complete the manual task.',
      fr: 'Suivre le remède indiqué au registre de recherche et relancer, ou achever la tâche manuelle.',
    },
  },
  'queued-match': {
    what: { en: 'Matches wait for a decision: {count}.', fr: 'Correspondances en attente de décision : {count}.' },
    remedy: { en: 'Confirm or reject each of them.', fr: 'Confirmer ou écarter chacune d’elles.' },
  },
  'mention-only': {
    what: {
      en: 'Records only mention the person: {count}.',
      fr: 'Enregistrements ne faisant que mentionner la personne : {count}.',
    },
    remedy: {
      en: 'Decide for each whether it is about the person.',
      fr: 'Décider pour chacun s’il concerne la personne.',
    },
  },
  'third-party-data': {
    what: { en: 'Other people’s data are in it: {count}.', fr: 'Données d’autres personnes : {count}.' },
    remedy: {
      en: 'Weigh both sides, then disclose or redact, field by field (Art. 15(4)).',
      fr: 'Mettre en balance, puis communiquer ou occulter, champ par champ (art. 15, § 4).',
    },
  },
  'special-category': {
    what: { en: 'Special categories are in it: {count}.', fr: 'Catégories particulières : {count}.' },
    remedy: {
      en: 'Check that identity was freshly proved, and look at the answer before it goes out (Art. 9).',
      fr: 'Vérifier que l’identité vient d’être établie et relire la réponse avant l’envoi (art. 9).',
    },
  },
  'unknown-code': {
    what: {
      en: 'Codes have no meaning in the data map: {count}.',
      fr: 'Codes sans signification dans la cartographie : {count}.',
    },
    remedy: { en: 'Add what they mean (Art. 12(1)).', fr: 'Ajouter leur signification (art. 12, § 1).' },
  },
  'unclassified-field': {
    what: { en: 'Fields are not in the data map: {count}.', fr: 'Champs absents de la cartographie : {count}.' },
    remedy: { en: 'Describe them in the data map.', fr: 'Les décrire dans la cartographie.' },
  },
  'undetermined-scope': {
    what: {
      en: 'The scope of fields cannot be decided: {count}.',
      fr: 'Champs dont le périmètre ne peut être décidé : {count}.',
    },
    remedy: {
      en: 'Fill in what is missing in the register or the data map.',
      fr: 'Renseigner ce qui manque au registre ou à la cartographie.',
    },
  },
  'legal-hold': {
    what: { en: 'Records are kept for a dispute: {count}.', fr: 'Enregistrements conservés pour un litige : {count}.' },
    remedy: {
      en: 'Look at them with whoever handles the dispute; a restriction needs a law (Art. 23).',
      fr: 'Les examiner avec la personne chargée du litige ; toute limitation exige une loi (art. 23).',
    },
  },
  restricted: {
    what: { en: 'Processing of records is restricted: {count}.', fr: 'Enregistrements dont le traitement est limité : {count}.' },
    remedy: {
      en: 'Check that the person’s consent or claim allows their use (Art. 18(2)).',
      fr: 'Vérifier que le consentement ou la demande de la personne en permet l’usage (art. 18, § 2).',
    },
  },
  redaction: {
    what: { en: 'Fields are redacted: {count}.', fr: 'Champs occultés : {count}.' },
    remedy: {
      en: 'Release with the reasons and remedies of a refusal in part (Art. 12(4)).',
      fr: 'Communiquer avec les motifs et voies de recours d’un refus partiel (art. 12, § 4).',
    },
  },
  'held-for-another': {
    what: { en: 'Data are held for another controller: {count}.', fr: 'Données détenues pour un autre responsable : {count}.' },
    remedy: {
      en: 'Pass the request on, and tell the person to whom (Art. 28(3)(e)).',
      fr: 'Transmettre la demande et indiquer à la personne à qui (art. 28, § 3, point e)).',
    },
  },
  size: {
    what: {
      en: 'The answer is larger than may go out unseen: {count}.',
      fr: 'La réponse dépasse ce qui peut partir sans relecture : {count}.',
    },
    remedy: { en: 'Look it over, and release it whole.', fr: 'La parcourir et la communiquer en entier.' },
  },
  'negative-answer': {
    what: { en: 'Nothing was found.', fr: 'Rien n’a été trouvé.' },
    remedy: {
      en: 'Check a sample of such answers; from then on they can go out by themselves.',
      fr: 'Contrôler un échantillon de ces réponses ; elles pourront ensuite partir automatiquement.',
    },
  },
};
