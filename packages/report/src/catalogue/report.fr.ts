import type { Catalogue } from '../language/phrasebook.js';
import type { REPORT_EN } from './report.en.js';

/** The access report in French (PER-01). */
export const REPORT_FR: Catalogue<keyof typeof REPORT_EN> = {
  title: 'Vos données personnelles détenues par {controller}',
  'title.document': 'Rapport sur vos données personnelles',
  'title.machine': 'Les mêmes informations pour les logiciels (TILT)',
  separator: ' ; ',

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
  'answer.addition.title': 'Ce que cette réponse ajoute',
  'answer.addition': 'Nous vous avons répondu le {at}. Voici la réponse entière, à la place de celle-là. Ce qui y manquait :',
  'answer.addition.now':
    '{source} a été consulté depuis. {records, plural, =0 {Rien sur vous n’y est détenu} one {Un enregistrement sur vous y est détenu} other {# enregistrements sur vous y sont détenus}}.',
  'answer.addition.still':
    '{source} n’a toujours pas pu être consulté en entier. {records, plural, =0 {Rien n’y a été trouvé jusqu’ici} one {Un enregistrement y a été trouvé jusqu’ici} other {# enregistrements y ont été trouvés jusqu’ici}}.',
  'answer.reference': 'Référence',
  'answer.received': 'Demande reçue le',
  'answer.snapshot': 'État des données au',
  'answer.period': 'Période',
  'answer.period.whole': 'Tout ce qui était détenu à ce moment-là, quelle qu’en soit l’ancienneté.',
  'answer.controller': 'Responsable du traitement',
  'answer.representative': 'Représenté par',
  'answer.jointWith': 'Responsable conjoint',
  'answer.officer': 'Délégué à la protection des données',
  'answer.officer.unstated': 'Le responsable du traitement n’en a pas indiqué.',
  'answer.searchedWith': 'Ce qui a servi à chercher',
  'answer.sources': 'Où nous avons cherché',
  'answer.layers':
    'Ce rapport est la partie lisible de votre copie. Les données elles-mêmes, avec chaque valeur telle que nos systèmes la détiennent, figurent dans les tableaux joints, dans la même archive.',

  'heir.title': 'Pour un héritier',
  'heir.estate_settlement': 'Vous recevez ce qui est nécessaire au règlement de la succession, et rien d’autre.',
  'heir.digital_goods':
    'Vous recevez les biens numériques et les souvenirs de famille transmissibles aux héritiers, et rien d’autre.',
  'heir.account_closure': 'Vous recevez ce qui est nécessaire à la clôture du compte de la personne décédée, et rien d’autre.',
  'heir.undecided': 'La finalité pour laquelle vous recevez des données de la personne décédée n’est pas encore décidée.',
  'heir.you': 'Là où ce rapport dit « vous » à propos des données, il s’agit de la personne décédée.',
  'heir.held':
    'Oui, nous traitons des données personnelles de la personne décédée. Voici la part qui est nécessaire à votre finalité.',
  'heir.period':
    'Ce qui est nécessaire à votre finalité, parmi tout ce qui était détenu à ce moment-là, quelle qu’en soit l’ancienneté.',
  'heir.outside':
    '{records, plural, =0 {Des fichiers que nous détenons sont} one {Un enregistrement que nous détenons est} other {# enregistrements que nous détenons sont}} hors de cette finalité : une personne a décidé qu’elle ne les requiert pas, ou n’a pas constaté qu’elle les requiert. Ils ne figurent pas dans la copie.',
  'heir.outside.line':
    '{source}, {collection} : {records, plural, =0 {aucun enregistrement} one {# enregistrement} other {# enregistrements}}{files, plural, =0 {} one { et # fichier} other { et # fichiers}} hors de la finalité',
  'heir.outside.none': 'Rien de ce qui a été trouvé n’est hors de cette finalité.',
  'heir.none': 'Votre finalité ne requiert rien de ce que nous détenons.',

  'kind.email': 'une adresse électronique',
  'kind.phone': 'un numéro de téléphone',
  'kind.id': 'un numéro qui vous a été attribué par nous ou par d’autres',
  'kind.name': 'un nom',
  'kind.birthDate': 'une date de naissance',

  'summary.title': 'En bref',
  'summary.records':
    '{records, plural, one {# enregistrement} other {# enregistrements}}, {activities, plural, =0 {sans activité attribuée} one {pour # activité} other {pour # activités}}.',
  'summary.table': 'À quoi servent vos données',
  'summary.activity': 'Activité',
  'summary.systems': 'Système',
  'summary.count': 'Enregistrements',
  'summary.period': 'Conservation',
  'summary.unassigned': 'Sans activité attribuée',
  'summary.several': 'durées différentes : voir ci-dessous',
  'summary.heldFor': 'un autre responsable répond',
  'summary.flow': 'Qui reçoit les données de quelle activité',
  'summary.flow.line': '{activity} : {recipients}',
  'summary.timeline': 'Jusqu’à quand vos données sont conservées',
  'summary.timeline.line': '{label} : {note}',

  'activities.title': 'Ce que nous faisons de vos données',
  'activity.records':
    '{records, plural, one {Nous détenons # enregistrement vous concernant} other {Nous détenons # enregistrements vous concernant}} pour cette activité.',
  'activity.heldFor.title': 'Un autre organisme répond de ces données',
  'activity.heldFor':
    'Nous ne détenons ces données que pour le compte d’autrui : {controller}. C’est lui qui décide de leur usage et doit répondre à votre demande ; nous la lui transmettons. C’est pourquoi vous ne recevez pas ces données de notre part.',
  'activity.heldFor.unstated':
    'Nous ne détenons ces données que pour le compte d’un autre organisme, qui décide de leur usage et doit répondre à votre demande ; nous la lui transmettons. C’est pourquoi vous ne recevez pas ces données de notre part. Vous pouvez nous demander de qui il s’agit : cela n’est pas enregistré ici.',
  'activity.purposes': 'Pour quoi faire',
  'activity.purposes.unstated': 'Le responsable du traitement n’a pas indiqué de finalité.',
  'activity.purpose': '{title} : {basis}',
  'activity.withoutConsent': 'D’après vos enregistrements, vous n’avez pas consenti à ceci : {purposes}.',
  'activity.categories': 'Quelles données',
  'activity.special':
    'Certaines sont d’une nature que la loi protège particulièrement, comme les données de santé ou de conviction : {fields}.',
  'activity.special.condition': 'Nous pouvons les détenir pour le motif suivant : {conditions}.',
  'activity.special.unstated':
    'Le responsable du traitement n’a pas indiqué quelle exception de l’article 9, § 2, du RGPD lui permet de les détenir.',
  'activity.recipients': 'Qui les reçoit',
  'activity.recipients.none': 'Personne en dehors de l’organisme.',
  'activity.recipients.unstated': 'Le responsable du traitement n’a pas indiqué qui les reçoit.',
  'activity.retention': 'Combien de temps nous les conservons',
  'activity.retention.of': '{collections} – {text}',
  'activity.retention.records': '{collection} ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'activity.retention.range': 'La dernière de ces durées prend fin le {last}.',
  'activity.origin': 'D’où elles viennent',
  'activity.origin.subject': 'De vous : {ways}.',
  'activity.origin.others': 'D’autres : {sources}. Vos enregistrements ne disent pas de qui exactement.',
  'activity.origin.told': '{name} ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'activity.origin.records': 'Source nommée dans vos enregistrements : {names}.',
  'activity.origin.more': 'D’autres sources sont indiquées dans les tableaux.',
  'activity.origin.untold':
    '{records, plural, one {Un autre enregistrement ne nomme personne. Pour celui-là :} other {# autres enregistrements ne nomment personne. Pour ceux-là :}}',
  'activity.origin.unstated': 'La provenance des données n’est pas enregistrée.',
  'activity.decisions': 'Décisions automatisées',
  'activity.decisions.unstated': 'Le responsable du traitement n’a pas indiqué s’il y en a.',
  'activity.decisions.none': 'Il n’y en a pas : le responsable du traitement déclare qu’aucun programme ne décide seul ici.',
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
  'activity.portable.not': '{fields} – {reason}',
  'activity.portable.open':
    'Il n’est pas possible de dire si cela relève de ce droit, car le responsable du traitement n’a pas indiqué tout ce dont cela dépend. Votre copie contient ces données dans tous les cas.',
  'activity.portable.basisOpen':
    'Ces données figurent dans votre copie, mais non dans ce que vous pouvez emporter. Le responsable du traitement n’a pas indiqué la base légale dont cela dépend ; vous pouvez nous interroger à ce sujet.',

  'case.title': 'Votre demande elle-même',
  'case.what':
    'Votre demande, ce que vous nous avez indiqué pour être retrouvé, la manière dont nous nous sommes assurés que c’est bien vous qui demandez, ce qui a été cherché et décidé, et ce que nous vous avons écrit. Tant que la réponse peut être téléchargée, aussi une copie de ce qui a été trouvé et les dates des téléchargements ; pendant un jour au plus, la copie d’un document que vous avez présenté. Un relevé de qui a fait quoi et quand est conservé plus longtemps : vos données n’y figurent pas.',
  'case.basis':
    'Vous répondre et pouvoir le prouver : une loi nous y oblige (article 6, § 1, point c), article 5, § 2, et article 12 du RGPD).',
  'case.recipients': 'Le responsable du traitement n’a pas indiqué si quelqu’un en dehors de l’organisme peut voir ce dossier.',
  'case.retention':
    'Conservation pendant {period} après la réponse. L’archive elle-même peut être téléchargée pendant {archive} au plus.',
  'case.decisions': 'Des programmes cherchent et assemblent la réponse. Un refus est toujours décidé par une personne.',
  'case.origin': 'De vous, et de notre propre travail sur votre demande.',

  'unassigned.title': 'Données sans activité attribuée',
  'unassigned.text':
    'Ces enregistrements figurent dans votre copie. Personne n’a encore consigné à laquelle de nos activités ils servent : nous ne pouvons donc vous dire ni à quoi ils sont utilisés, ni qui les reçoit, ni combien de temps ils sont conservés. Vous pouvez nous interroger à ce sujet.',
  'unassigned.line': '{collection}, dans {source} ({records, plural, one {# enregistrement} other {# enregistrements}})',

  'rights.title': 'Vos droits',
  'rights.lead': 'Vous pouvez, gratuitement :',
  'rights.lineFor': '{right} Cela vaut pour : {activities}.',
  'rights.open':
    'D’autres droits dépendent de la base légale, qui n’est pas indiquée pour tout ce qui suit : {activities}. Là aussi, vous pouvez vous opposer, retirer un consentement ou demander des données à emporter ; nous l’examinerons et vous indiquerons la base.',
  'rights.where': 'Vous pouvez nous joindre ici :',
  'rights.where.officer': 'Vous pouvez joindre ici notre délégué à la protection des données ou nous-mêmes :',
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
    'Voici tous les endroits concernés par la recherche, y compris ceux où rien n’a été trouvé et ceux qui n’ont pas pu être consultés. La recherche a eu lieu du {from} au {to}.',
  'search.table': 'Endroits et résultats',
  'search.system': 'Système',
  'search.part': 'Partie',
  'search.result': 'Résultat',
  'search.whole': 'l’ensemble du système',
  'search.found':
    'consulté ; {records, plural, =0 {rien trouvé} one {# enregistrement trouvé} other {# enregistrements trouvés}}',
  'search.partly':
    'consulté en partie ; {records, plural, =0 {rien trouvé} one {# enregistrement trouvé} other {# enregistrements trouvés}}',
  'search.skipped': 'non consulté',
  'search.not': 'n’a pas pu être consulté',
  'search.because': '{result} : {reason}',
  'search.backups': 'Les copies conservées pour les cas d’urgence n’ont pas été parcourues :',
  'search.backup.same': '{name} : elle ne contient rien d’autre que ce que nos systèmes contenaient lorsqu’elle a été faite.',
  'search.backup.more': '{name} : elle contient plus que nos systèmes n’en contiennent aujourd’hui.',
  'search.backup.limits': '{name} : elle contient plus que nos systèmes n’en contiennent aujourd’hui. {limits}',
  'search.queued':
    '{count, plural, one {# enregistrement attend qu’une personne décide s’il vous concerne} other {# enregistrements attendent qu’une personne décide s’ils vous concernent}}',
  'search.gaps': 'limites connues : {gaps}',

  'reason.waits-for-human': 'des enregistrements attendent qu’une personne décide s’ils vous concernent',
  'reason.no-way': 'rien de ce que nous savons de vous n’y mène',
  'reason.not-read': 'ce qui a été trouvé n’a pas été lu jusqu’au bout',
  'reason.not-searched': 'aucune recherche n’y a été faite',
  'reason.declared-empty': 'ne contient aucune donnée personnelle',
  'reason.missing-identifiers': 'une recherche y demande un élément que vous ne nous avez pas donné',
  'reason.unusable-lookups': 'aucune recherche n’y est possible avec ce que nous savons de vous',
  'reason.beyond-limits': 'tout ce que nous avons appris de vous n’y a pas été cherché',
  'reason.task-open': 'une personne doit y chercher à la main, et n’a pas terminé',
  'reason.task-not-done': 'la recherche s’y fait à la main, et elle n’a pas pu être faite',
  'reason.searched-by-hand': 'recherche faite à la main',
  'reason.nothing-by-hand': 'recherche faite à la main',
  'problem.permission': 'nous n’avons pas le droit de le lire',
  'problem.not-found': 'cela n’existe plus',
  'problem.auth': 'le système nous a refusé l’accès',
  'problem.throttle': 'le système n’accepte qu’un certain nombre de questions à la fois',
  'problem.quota': 'le système n’a pas accepté d’autres questions',
  'problem.transient': 'le système n’a pas pu être joint',
  'problem.contract': 'le système a répondu de manière inattendue',
  'problem.egress': 'ce système ne doit pas être joint d’ici',
  'problem.aborted': 'la recherche a été interrompue',

  'withheld.title': 'Ce qui n’est pas montré, et pourquoi',
  'withheld.rest': 'Tout le reste de ce que nous détenons à votre sujet figure dans la copie.',
  'withheld.remedies':
    'Ce qui n’est pas montré constitue un refus partiel de votre demande (article 12, § 4, du RGPD). Vous pouvez adresser une réclamation à l’autorité de contrôle et saisir la justice : voyez « ',
  'withheld.remedies.end': ' ».',
  'withheld.table': 'Ce qui n’est pas montré',
  'withheld.where': 'Où',
  'withheld.what': 'Quoi',
  'withheld.why': 'Pourquoi',
  'withheld.place': '{source} : {collection}',
  'withheld.secret':
    'C’est un élément d’authentification, comme l’empreinte d’un mot de passe : qui l’aurait pourrait se faire passer pour vous.',
  'withheld.inText': '{field}, en partie ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'withheld.values': '{field} ({records, plural, one {# enregistrement} other {# enregistrements}})',
  'withheld.records': '{records, plural, one {# enregistrement entier} other {# enregistrements entiers}}',
  'withheld.others':
    'Ce qui a été trouvé d’autres personnes dans ce texte est occulté, et le reste est montré : leurs droits prévalent ici (article 15, § 4, du RGPD).',
  'withheld.all': 'La totalité',

  'data.title': 'Vos données',
  'data.lead':
    'Dans l’ordre de nos systèmes. Chaque valeur est présentée sous une forme lisible ; telle que nos systèmes la détiennent, elle figure dans les tableaux joints à ce rapport. Là où une heure a été convertie, c’est celle de {timeZone}, et l’original figure à côté.',
  'data.none': 'Nous n’en détenons pas.',
  'data.allWithheld': 'Aucune ne peut être montrée ici. La partie « Ce qui n’est pas montré, et pourquoi » en indique la raison.',
  'data.more':
    '{shown, plural, =0 {Aucun des {records} enregistrements n’est montré ici.} one {Seul le premier des {records} enregistrements est montré ici.} other {Seuls les # premiers des {records} enregistrements sont montrés ici.}}',
  'data.more.where': 'Tous figurent dans le fichier',
  'data.more.elsewhere': 'Tous figurent dans les données jointes à ce rapport.',
  'data.whole': 'Les mêmes données pour les logiciels figurent dans le fichier',
  'data.long': '{text} … (abrégé ; en entier dans le tableau)',
  'data.file': 'un fichier de {size}, dans le dossier des pièces jointes',
  'data.file.unsized': 'un fichier, dans le dossier des pièces jointes',
  'data.binary': 'données binaires de {size}, dans le tableau',
  'data.yes': 'oui',
  'data.no': 'non',
  'data.dayAndTime': '{day}, {time}',
  'data.code': '{meaning} ({code})',
  'data.code.unknown': '{code} (la signification de ce code n’est pas enregistrée)',
  'data.bytes': '{count, plural, one {# octet} other {# octets}}',
  'data.kilobytes': '{count} ko',
  'data.megabytes': '{count} Mo',
};
