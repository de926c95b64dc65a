import type { Catalogue } from '../language/phrasebook.js';
import type { REPORT_EN } from './report.en.js';

/** The access report in French (PER-01). */
export const REPORT_FR: Catalogue<keyof typeof REPORT_EN> = {
  title: 'Vos données personnelles détenues par {controller}',
  'title.document': 'Rapport sur vos données personnelles',
  'title.machine': 'Les mêmes informations pour les logiciels (TILT)',

  'answer.title': 'Notre réponse',
  'answer.held':
    'Oui, nous traitons des données personnelles vous concernant. Voici ce que nous détenons, pourquoi, pour combien de temps, d’où viennent ces données et qui les reçoit.',
  'answer.nothing':
    'Non. Nous avons cherché dans tous les systèmes indiqués ci-dessous et n’y avons trouvé aucune donnée personnelle vous concernant, hormis le dossier de votre demande.',
  'answer.unknown':
    'Nous ne pouvons pas encore vous dire si nous détenons des données personnelles vous concernant : tout n’a pas pu être consulté.',
  'answer.incomplete.title': 'Cette réponse n’est pas complète',
  'answer.incomplete':
    'Certains de nos systèmes n’ont pu être consultés jusqu’au bout, ou quelqu’un doit encore décider si des enregistrements vous concernent. La partie « Comment nous avons cherché » indique lesquels.',
  'answer.reference': 'Référence',
  'answer.received': 'Demande reçue le',
  'answer.snapshot': 'État des données au',
  'answer.controller': 'Responsable du traitement',
  'answer.representative': 'Représenté par',
  'answer.officer': 'Délégué à la protection des données',
  'answer.officer.unstated': 'Le responsable du traitement n’en indique pas.',
  'answer.searchedWith': 'Ce qui a servi à chercher',
  'answer.sources': 'Où nous avons cherché',
  'answer.layers':
    'Ce rapport est la partie lisible de votre copie. Toutes vos données, avec chaque valeur telle que nos systèmes la détiennent, figurent dans les tableaux joints, dans la même archive.',

  'kind.email': 'une adresse électronique',
  'kind.phone': 'un numéro de téléphone',
  'kind.id': 'un numéro qui vous a été attribué par nous ou par d’autres',
  'kind.name': 'un nom',
  'kind.birthDate': 'une date de naissance',

  'summary.title': 'En bref',
  'summary.records':
    '{records, plural, one {# enregistrement} other {# enregistrements}} pour {activities, plural, one {# activité} other {# activités}}.',
  'summary.table': 'À quoi servent vos données',
  'summary.activity': 'Activité',
  'summary.count': 'Enregistrements',
  'summary.period': 'Conservation',
  'summary.unassigned': 'Sans activité attribuée',
  'summary.several': 'durées différentes : voir ci-dessous',
  'summary.flow': 'Qui reçoit les données de quelle activité',
  'summary.flow.line': '{activity} : {recipients}.',
  'summary.timeline': 'Jusqu’à quand vos données sont conservées',
  'summary.timeline.line': '{label} : {note}',

  'kept.until': 'jusqu’au {until}',
  'kept.from': 'jusqu’au {until} au plus tôt',
  'kept.overdue': 'la durée a pris fin le {until}',
  'kept.dispute': 'tant que dure un litige',
  'kept.ongoing': 'tant que dure : {name}',
  'kept.criterion': 'pas de date fixe : voir ci-dessous',
  'kept.rule': '{period} à compter de {anchors}',
  'kept.unknown': 'non indiquée',

  'activities.title': 'Ce que nous faisons de vos données',
  'activity.records':
    '{records, plural, one {Nous détenons # enregistrement vous concernant} other {Nous détenons # enregistrements vous concernant}} pour cette activité.',
  'activity.purposes': 'Pour quoi faire',
  'activity.purposes.unstated': 'Le responsable du traitement n’a pas indiqué de finalité.',
  'activity.purpose': '{title} : {basis}',
  'activity.withoutConsent': 'Vous n’y avez pas consenti, vos données ne servent donc pas à cela : {purposes}.',
  'activity.categories': 'Quelles données',
  'activity.special':
    'Parmi elles figurent des données que la loi protège davantage (santé, convictions, condamnations) : {fields}.',
  'activity.recipients': 'Qui les reçoit',
  'activity.recipients.none': 'Personne en dehors de l’organisme.',
  'activity.recipients.unstated': 'Le responsable du traitement n’a pas indiqué qui les reçoit.',
  'activity.retention': 'Combien de temps nous les conservons',
  'activity.retention.of': '{collections} : {text}',
  'activity.retention.records': '{collection} ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'activity.retention.range': 'La dernière de ces durées prend fin le {last}.',
  'activity.retention.law': 'Une loi impose d’en conserver une partie plus longtemps.',
  'activity.origin': 'D’où elles viennent',
  'activity.origin.subject': 'De vous : {ways}.',
  'activity.origin.others': 'D’autres : {sources}.',
  'activity.origin.told': '{name} ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'activity.origin.records': 'Source indiquée dans vos enregistrements : {names}.',
  'activity.origin.more': 'D’autres sources sont indiquées dans les tableaux.',
  'activity.origin.untold':
    '{records, plural, one {# enregistrement n’indique} other {# enregistrements n’indiquent}} pas d’où viennent les données.',
  'activity.origin.unstated': 'Non enregistré.',
  'activity.decisions': 'Décisions automatisées',
  'activity.decisions.unstated': 'Le responsable du traitement n’a pas indiqué s’il y en a.',
  'activity.decisions.none': 'Il n’y en a pas : rien de ce qui vous concerne n’est décidé ici par un programme seul.',
  'activity.decisions.profiling': 'Des programmes évaluent ici vos données (profilage) ; ils ne décident pas.',
  'activity.decisions.decision_support': 'Un programme prépare ici des décisions ; une personne les prend.',
  'activity.decisions.solely_automated':
    'Un programme décide ici seul. Vous pouvez demander qu’une personne réexamine la décision (article 22 du RGPD).',
  'activity.decisions.logic': 'Fonctionnement : {text}',
  'activity.decisions.inputs': 'Données utilisées : {text}',
  'activity.decisions.effect': 'Effet : {text}',
  'activity.decisions.consequences': 'Conséquences pour vous : {text}',
  'activity.decisions.human': 'Rôle des personnes : {text}',
  'activity.decisions.logic.unstated': 'Le responsable du traitement n’en a pas indiqué le fonctionnement.',
  'activity.decisions.consequences.unstated': 'Le responsable du traitement n’en a pas indiqué les conséquences pour vous.',
  'activity.portable': 'Ce que vous pouvez emporter',
  'activity.portable.fields':
    'Vous pouvez obtenir ces données dans un format que d’autres logiciels savent lire, ou les faire transmettre à quelqu’un d’autre (article 20 du RGPD) : {fields}.',
  'activity.portable.none': 'Rien ici ne relève du droit à la portabilité (article 20 du RGPD).',
  'activity.portable.not': '{fields} : {reason}',

  'basis.none': 'le responsable du traitement n’a pas indiqué de base légale.',
  'basis.consent': 'vous y avez consenti (article 6, § 1, point a), du RGPD).',
  'basis.explicit_consent': 'vous y avez expressément consenti (article 6, § 1, point a), et article 9, § 2, point a), du RGPD).',
  'basis.contract': 'nécessaire à un contrat avec vous ou à sa préparation (article 6, § 1, point b), du RGPD).',
  'basis.legal_obligation': 'une loi nous y oblige (article 6, § 1, point c), du RGPD).',
  'basis.vital': 'cela protège la vie de quelqu’un (article 6, § 1, point d), du RGPD).',
  'basis.public_task': 'mission d’intérêt public (article 6, § 1, point e), du RGPD).',
  'basis.legitimate_interest': 'intérêt légitime (article 6, § 1, point f), du RGPD) : {interest}.',
  'basis.legitimate_interest.unstated':
    'intérêt légitime (article 6, § 1, point f), du RGPD), que le responsable du traitement n’a pas précisé.',

  'recipient.named': '{name} ({title})',
  'recipient.unnamed': '{title}. Le responsable du traitement n’a pas indiqué qui exactement.',
  'recipient.unnamed.not_identifiable': '{title}. Il n’est pas possible de dire qui exactement, car ce n’est pas encore connu.',
  'recipient.unnamed.manifestly_unfounded_or_excessive': '{title}, indiqués comme groupe (Cour de justice, C-154/21).',
  'recipient.role.processor': 'travaille pour nous et selon nos instructions',
  'recipient.role.group': 'fait partie de notre groupe',
  'recipient.role.third_party': 'agit pour son propre compte',
  'recipient.role.subjects': 'd’autres personnes qui les voient',
  'recipient.onlyIf': 'seulement si {event}',
  'recipient.country': 'hors de l’Espace économique européen : {countries}',
  'recipient.worldwide': 'partout dans le monde',
  'recipient.safeguard': 'protégées là-bas par : {safeguard}',
  'recipient.safeguard.copy': 'copie disponible auprès de {where}',
  'recipient.safeguard.unstated': 'le responsable du traitement n’a pas indiqué ce qui y protège vos données.',
  'safeguard.adequacy':
    'une décision de la Commission européenne constatant que le pays protège suffisamment les données (article 45 du RGPD)',
  'safeguard.standard_clauses': 'les clauses types de la Commission européenne (article 46 du RGPD)',
  'safeguard.binding_rules': 'les règles d’entreprise contraignantes du groupe (article 47 du RGPD)',
  'safeguard.derogation': 'une dérogation de l’article 49 du RGPD',

  'case.title': 'Votre demande elle-même',
  'case.what':
    'Pour vous répondre, nous tenons un dossier : votre demande, ce que vous avez indiqué pour être retrouvé, ce qui a été cherché et décidé, et ce que nous vous avons écrit.',
  'case.basis':
    'Vous répondre et pouvoir le prouver : une loi nous y oblige (article 6, § 1, point c), article 5, § 2, et article 12 du RGPD).',
  'case.recipients': 'Personne en dehors de l’organisme, hormis ceux qui font fonctionner ses systèmes.',
  'case.retention':
    'Conservation pendant {period} après la réponse. L’archive elle-même peut être téléchargée pendant {archive} au plus.',
  'case.origin': 'De vous, et de notre propre travail sur votre demande.',

  'unassigned.title': 'Données sans activité attribuée',
  'unassigned.text':
    'Ces enregistrements figurent dans votre copie. Personne n’a encore consigné à quoi ils servent ; rien de plus ne peut donc en être dit : {collections}.',

  'rights.title': 'Vos droits',
  'rights.lead': 'Vous pouvez demander gratuitement :',
  'right.rectification': 'que ce qui est inexact soit corrigé et ce qui manque complété (article 16 du RGPD) ;',
  'right.erasure': 'que des données soient effacées, sauf si une loi ou un litige les exige (article 17 du RGPD) ;',
  'right.restriction': 'que des données soient gelées pendant une vérification (article 18 du RGPD) ;',
  'right.objection':
    'que cesse, pour des raisons tenant à votre situation, ce qui repose sur un intérêt légitime ou une mission d’intérêt public (article 21, § 1, du RGPD) ;',
  'right.marketing-objection': 'que cesse la prospection, à tout moment et sans motif (article 21, § 2, du RGPD) ;',
  'right.withdrawal':
    'le retrait de votre consentement, à tout moment ; ce qui a été fait auparavant reste licite (article 7, § 3, du RGPD) ;',
  'right.portability':
    'd’emporter les données que vous avez fournies ou que votre usage de nos services a laissées, ou de les faire transmettre (article 20 du RGPD) ;',
  'right.human-review': 'qu’une personne réexamine une décision prise par un programme seul (article 22, § 3, du RGPD).',
  'rights.where': 'Écrivez-nous :',
  'rights.where.officer': 'Écrivez à notre délégué à la protection des données ou à nous :',
  'rights.complaint.title': 'Si vous n’êtes pas d’accord',
  'rights.complaint':
    'Vous pouvez adresser une réclamation à l’autorité de contrôle, gratuitement et sans nous écrire au préalable (article 77 du RGPD) :',
  'rights.complaint.unstated':
    'Vous pouvez adresser une réclamation à l’autorité de contrôle de votre pays (article 77 du RGPD). Le responsable du traitement n’en indique pas.',
  'rights.complaint.own':
    'Si vous vivez ou travaillez dans un autre pays de l’Espace économique européen, vous pouvez aussi vous adresser à l’autorité de ce pays.',
  'rights.court':
    'Vous pouvez également saisir la justice (article 79 du RGPD), là où nous sommes établis ou là où vous résidez.',

  'search.title': 'Comment nous avons cherché',
  'search.lead':
    'Voici tous les endroits où nous avons cherché, y compris ceux où rien n’a été trouvé. La recherche a eu lieu du {from} au {to}.',
  'search.table': 'Endroits consultés',
  'search.system': 'Système',
  'search.part': 'Partie',
  'search.result': 'Résultat',
  'search.found':
    'consulté ; {records, plural, =0 {rien trouvé} one {# enregistrement trouvé} other {# enregistrements trouvés}}',
  'search.partly':
    'consulté en partie ; {records, plural, =0 {rien trouvé} one {# enregistrement trouvé} other {# enregistrements trouvés}}',
  'search.skipped': 'non consulté',
  'search.not': 'n’a pas pu être consulté',
  'search.because': '{result} : {reason}',
  'search.queued':
    '{count, plural, one {# enregistrement attend} other {# enregistrements attendent}} qu’une personne décide s’ils vous concernent',
  'search.gaps': 'limites connues : {gaps}',

  'reason.waits-for-human': 'des enregistrements attendent qu’une personne décide s’ils vous concernent',
  'reason.no-way': 'rien de ce que nous savons de vous n’y mène',
  'reason.not-read': 'ce qui a été trouvé n’a pas été lu jusqu’au bout',
  'reason.not-searched': 'aucune recherche n’y a été faite',
  'reason.declared-empty': 'ne contient aucune donnée personnelle',
  'reason.missing-identifiers': 'une recherche y demande un élément que vous ne nous avez pas donné',
  'reason.unusable-lookups': 'aucune recherche n’y est possible avec ce que nous savons de vous',
  'reason.beyond-limits': 'tout ce que nous avons appris de vous n’y a pas été cherché',
  'problem.permission': 'nous n’avons pas le droit de le lire',
  'problem.not-found': 'cela n’existe plus',
  'problem.auth': 'le système nous a refusé l’accès',
  'problem.throttle': 'le système a répondu trop lentement',
  'problem.quota': 'le système n’a pas accepté d’autres questions',
  'problem.transient': 'le système n’a pas pu être joint',
  'problem.contract': 'le système a répondu de manière inattendue',
  'problem.egress': 'ce système ne doit pas être joint d’ici',
  'problem.aborted': 'la recherche a été interrompue',

  'withheld.title': 'Ce qui n’est pas montré, et pourquoi',
  'withheld.lead':
    'Tout le reste de ce que nous détenons à votre sujet figure dans la copie. Vous n’êtes pas d’accord ? Voyez « Si vous n’êtes pas d’accord » ci-dessus : il s’agit d’un refus partiel (article 12, § 4, du RGPD).',
  'withheld.table': 'Ce qui n’est pas montré',
  'withheld.where': 'Où',
  'withheld.what': 'Quoi',
  'withheld.why': 'Pourquoi',
  'withheld.place': '{source} : {collection}',
  'withheld.secret':
    'C’est un élément d’authentification, comme l’empreinte d’un mot de passe : qui l’aurait pourrait se faire passer pour vous.',
  'withheld.all': 'La totalité',

  'data.title': 'Vos données',
  'data.lead':
    'Dans l’ordre de nos systèmes. Chaque valeur est présentée sous une forme lisible ; telle que nos systèmes la détiennent, elle figure dans les tableaux joints à ce rapport.',
  'data.none': 'Nous n’en détenons pas.',
  'data.more': 'Seuls les {shown} premiers enregistrements sur {records} sont montrés ici. Tous figurent dans le fichier',
  'data.whole': 'Les mêmes données pour les logiciels figurent dans le fichier',
  'data.long': '{text} … (abrégé ; en entier dans le tableau)',
  'data.file': 'un fichier de {size}, dans le dossier des pièces jointes',
  'data.yes': 'oui',
  'data.no': 'non',
  'data.code': '{meaning} ({code})',
  'data.bytes': '{count, plural, one {# octet} other {# octets}}',
  'data.kilobytes': '{count} ko',
  'data.megabytes': '{count} Mo',
};
