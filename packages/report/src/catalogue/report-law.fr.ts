import type { Catalogue } from '../language/phrasebook.js';
import type { REPORT_LAW_EN } from './report-law.en.js';

/** The terms of the law in the access report, in French (PER-01). */
export const REPORT_LAW_FR: Catalogue<keyof typeof REPORT_LAW_EN> = {
  'kept.until': 'jusqu’au {until}',
  'kept.from': 'jusqu’au {until} au plus tôt',
  'kept.overdue': 'la durée a pris fin le {until}',
  'kept.thenArchived': 'jusqu’au {until}, puis archivage de durée non indiquée',
  'kept.dispute': 'tant que dure un litige',
  'kept.ongoing': 'tant que dure : {name}',
  'kept.agreement': 'tant que vous êtes d’accord',
  'kept.criterion': 'pas de date fixe : voir ci-dessous',
  'kept.rule': '{period} {anchors}',
  'kept.unanchored': '{period}, à compter d’une date non indiquée',
  'kept.atOnce': '{anchors}, sans durée supplémentaire',
  'kept.unknown': 'non indiquée',

  'retention.unanchored':
    'Durée de conservation : {period} ; le responsable du traitement n’a pas indiqué à partir de quand elle court.',
  'retention.period': 'Elle est la suivante : {period}.',
  'retention.period.none': 'Aucune durée ne s’y ajoute.',
  'retention.period.unstated': 'Le responsable du traitement n’a pas indiqué cette durée.',
  'retention.while': 'Conservation tant que dure : {name}.',
  'retention.criterion': 'Ce qui détermine la durée : {criterion}.',
  'retention.archiveOpen':
    'Les données sont ensuite archivées ; le responsable du traitement n’a pas indiqué pour combien de temps.',
  'retention.longer.law': 'Conservation prolongée lorsqu’une loi l’impose.',
  'retention.longer.namedLaw': 'Une loi impose une conservation de {period} ({law}).',
  'retention.longer.dispute': 'En cas de litige, conservation jusqu’à son terme.',
  'retention.longer.disputeUntil': 'En cas de litige, conservation jusqu’au terme suivant : {until}.',
  'retention.longer.disputePeriod': 'En cas de litige, conservation de {period} {anchor}.',
  'retention.longer.agreement': 'Conservation prolongée si vous y consentez expressément.',

  'basis.none': 'le responsable du traitement n’a pas indiqué de base légale.',
  'basis.or': ' Ou : ',
  'basis.consent': 'vous y avez consenti (article 6, § 1, point a), du RGPD).',
  'basis.explicit_consent': 'vous y avez expressément consenti (article 6, § 1, point a), et article 9, § 2, point a), du RGPD).',
  'basis.contract': 'nécessaire à un contrat avec vous ou à sa préparation (article 6, § 1, point b), du RGPD).',
  'basis.legal_obligation': 'une loi nous y oblige (article 6, § 1, point c), du RGPD).',
  'basis.vital': 'cela protège la vie de quelqu’un (article 6, § 1, point d), du RGPD).',
  'basis.public_task': 'mission d’intérêt public (article 6, § 1, point e), du RGPD).',
  'basis.legitimate_interest': 'intérêt légitime (article 6, § 1, point f), du RGPD) : {interest}.',
  'basis.legitimate_interest.unstated':
    'intérêt légitime (article 6, § 1, point f), du RGPD), que le responsable du traitement n’a pas précisé.',

  'condition.a': 'votre consentement explicite (article 9, § 2, point a), du RGPD)',
  'condition.b': 'le droit du travail, de la sécurité sociale et de la protection sociale (article 9, § 2, point b), du RGPD)',
  'condition.c': 'la protection de la vie de quelqu’un (article 9, § 2, point c), du RGPD)',
  'condition.d': 'l’activité d’un organisme à but non lucratif pour ses membres (article 9, § 2, point d), du RGPD)',
  'condition.e': 'vous les avez vous-même rendues publiques (article 9, § 2, point e), du RGPD)',
  'condition.f': 'la défense de droits en justice (article 9, § 2, point f), du RGPD)',
  'condition.g': 'un intérêt public important (article 9, § 2, point g), du RGPD)',
  'condition.h': 'les soins de santé ou l’aide sociale (article 9, § 2, point h), du RGPD)',
  'condition.i': 'la santé publique (article 9, § 2, point i), du RGPD)',
  'condition.j': 'les archives, la recherche ou les statistiques (article 9, § 2, point j), du RGPD)',

  'recipient.unnamed': 'Le responsable du traitement n’a pas indiqué qui exactement.',
  'recipient.details': ' ({details}).',
  'recipient.unnamed.not_identifiable': 'Il n’est pas possible de dire qui exactement, car ce n’est pas encore connu.',
  'recipient.unnamed.manifestly_unfounded_or_excessive':
    'Les noms ne sont pas donnés, car le responsable du traitement juge une telle demande infondée ou excessive (Cour de justice, C-154/21). Si vous n’êtes pas d’accord, voyez « Si vous n’êtes pas d’accord ».',
  'recipient.role.processor': 'agit pour nous et selon nos instructions',
  'recipient.role.group': 'fait partie de notre groupe',
  'recipient.role.third_party': 'agit pour son propre compte',
  'recipient.role.subjects': 'd’autres personnes qui peuvent les voir',
  'recipient.onlyIf': 'seulement si {event}',
  'recipient.within': 'pays : {countries}',
  'recipient.outside': 'pays hors de l’Espace économique européen : {countries}',
  'recipient.worldwide': 'partout dans le monde',
  'recipient.place.unstated': 'Le responsable du traitement n’a pas indiqué dans quel pays.',
  'recipient.safeguard': 'Vos données y sont protégées par : {safeguard}.',
  'recipient.safeguard.copy': 'Vous pouvez en obtenir une copie ici : {where}.',
  'recipient.safeguard.copy.unstated': 'Vous pouvez nous en demander une copie.',
  'recipient.safeguard.unstated': 'Le responsable du traitement n’a pas indiqué ce qui y protège vos données.',

  'safeguard.adequacy':
    'une décision de la Commission européenne constatant que le pays protège suffisamment les données (article 45 du RGPD)',
  'safeguard.standard_clauses': 'les clauses types de la Commission européenne (article 46 du RGPD)',
  'safeguard.binding_rules': 'les règles d’entreprise contraignantes du groupe (article 47 du RGPD)',
  'safeguard.derogation': 'une dérogation de l’article 49 du RGPD',

  'right.rectification': 'Faire corriger ce qui est inexact et compléter ce qui manque (article 16 du RGPD).',
  'right.erasure': 'Faire effacer des données, sauf si une loi ou un litige les exige (article 17 du RGPD).',
  'right.restriction': 'Faire geler des données pendant une vérification (article 18 du RGPD).',
  'right.objection':
    'Vous opposer, pour des raisons tenant à votre situation, à ce qui repose sur un intérêt légitime ou une mission d’intérêt public (article 21, § 1, du RGPD).',
  'right.marketing-objection': 'Vous opposer à la prospection, à tout moment et sans motif (article 21, § 2, du RGPD).',
  'right.withdrawal':
    'Retirer votre consentement à tout moment ; ce qui a été fait auparavant reste licite (article 7, § 3, du RGPD).',
  'right.portability':
    'Emporter les données que vous avez fournies ou que votre usage de nos services a laissées, ou les faire transmettre à quelqu’un d’autre (article 20 du RGPD).',
  'right.human-review': 'Faire réexaminer par une personne une décision prise par un programme seul (article 22, § 3, du RGPD).',
};
