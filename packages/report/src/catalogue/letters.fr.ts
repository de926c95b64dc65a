import type { Catalogue } from '../language/phrasebook.js';
import type { LETTERS_EN } from './letters.en.js';

/** Letters in French (PER-01). */
export const LETTERS_FR: Catalogue<keyof typeof LETTERS_EN> = {
  'head.reference': 'Référence',
  'head.receivedOn': 'Demande reçue le',
  'head.date': 'Le {date}',
  'salutation.name': 'Madame, Monsieur,',
  'salutation.noName': 'Madame, Monsieur,',
  'closing.name': 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
  'closing.noName': 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',

  'contact.title': 'Une question ?',
  'contact.lead': 'Nous vous répondrons volontiers. Merci de rappeler la référence {reference} :',
  'contact.officer':
    '{officer}, qui assure chez nous la fonction de délégué à la protection des données, vous répondra volontiers. Merci de rappeler la référence {reference} :',
  'contact.email': 'par courriel :',
  'contact.phone': 'par téléphone :',
  'contact.post': 'par courrier :',
  'contact.portal': 'en ligne :',

  'remedies.title': 'Si vous n’êtes pas d’accord',
  'remedies.authority':
    'Vous pouvez adresser une réclamation à l’autorité de contrôle. C’est gratuit, et vous n’avez pas à nous écrire au préalable :',
  'remedies.otherAuthority':
    'Si vous vivez ou travaillez dans un autre pays de l’Espace économique européen, vous pouvez vous adresser à l’autorité de ce pays.',
  'remedies.court':
    'Vous pouvez également saisir la justice (article 79 du RGPD), dans le pays où nous sommes établis ({country}) ou dans celui où vous résidez.',

  late: 'Cette lettre aurait dû vous parvenir au plus tard le {due}. Nous vous prions d’excuser ce retard.',

  'acknowledgement.title': 'Nous avons bien reçu votre demande',
  'acknowledgement.thanks':
    'Nous vous remercions de votre demande relative à vos données personnelles. Nous nous en occupons et vous répondrons au plus tard le {due}.',
  'acknowledgement.identity.signed_in':
    'Vous nous avez écrit depuis votre compte : nous n’avons besoin d’aucune autre preuve de votre identité.',
  'acknowledgement.identity.link_or_code':
    'Pour que personne d’autre ne reçoive vos données, nous envoyons un lien ou un code à une adresse électronique ou à un numéro de téléphone que nous avons déjà pour vous. Il suffit de l’utiliser. Nous ne demandons pas de pièce d’identité.',
  'acknowledgement.identity.known_facts':
    'Pour que personne d’autre ne reçoive vos données, nous vous demanderons un ou deux renseignements que d’autres ne connaissent sans doute pas, comme votre numéro de client ou votre dernière réservation. Nous ne demandons pas de pièce d’identité.',
  'acknowledgement.identity.established':
    'Nous savons déjà que la demande vient bien de vous : nous n’avons besoin d’aucune autre preuve.',
  'acknowledgement.otherRights':
    'Votre message nous demande aussi {rights}. Cela est traité séparément, avec la même date de réception, et nous vous écrirons à ce sujet.',
  'acknowledgement.erasure':
    'Avant tout effacement, nous établissons la copie que vous avez demandée, sauf si vous nous dites que vous n’en voulez pas.',
  'other.rectification': 'de rectifier des données',
  'other.erasure': 'd’effacer des données',
  'other.restriction': 'de limiter l’utilisation de vos données',
  'other.objection': 'de ne plus utiliser vos données à certaines fins',
  'other.withdraw_consent': 'de prendre acte du retrait de votre consentement',

  'identity_question.title': 'Une question avant de répondre à votre demande',
  'identity_question.why':
    'Nous vous remercions de votre demande relative à vos données personnelles. Avant tout envoi, nous devons être sûrs que c’est bien vous qui la faites, afin que vos données ne parviennent à personne d’autre.',
  'identity_question.doubt.unknown_sender': 'Votre demande vient d’une adresse ou d’un numéro que nous n’avons pas pour vous.',
  'identity_question.doubt.several_people':
    'Les renseignements que vous avez donnés correspondent à plusieurs personnes dans nos fichiers.',
  'identity_question.doubt.details_differ': 'Certains des renseignements que vous avez donnés diffèrent de ceux de nos fichiers.',
  'identity_question.doubt.sent_by_another':
    'Nous ne savons pas si la personne qui nous a écrit est celle dont les données sont demandées.',
  'identity_question.one': 'Pourriez-vous nous transmettre l’un des éléments suivants ? Un seul suffit.',
  'identity_question.all': 'Pourriez-vous nous transmettre ce qui suit ?',
  'identity_question.ask.link_or_code':
    'votre confirmation, au moyen du lien ou du code que nous avons envoyé à une adresse ou à un numéro que nous avons déjà',
  'identity_question.ask.customer_number': 'votre numéro de client ou d’adhérent',
  'identity_question.ask.last_transaction': 'la date et l’objet de votre dernière réservation, commande ou inscription chez nous',
  'identity_question.ask.document': 'une copie d’une pièce d’identité',
  'identity_question.noDocument': 'Nous ne demandons pas de pièce d’identité.',
  'identity_question.documentWhy':
    'D’ordinaire, nous ne demandons pas de pièce d’identité. Ici, nous ne voyons pas de moyen plus simple : {why}',
  'identity_question.documentHow':
    'Avant d’envoyer la copie, masquez tout, sauf votre nom, l’autorité qui a délivré la pièce et ses dates de délivrance et d’expiration. Une copie ordinaire suffit ; elle n’a pas à être certifiée. Merci de ne pas l’envoyer par simple courriel, mais ici : {sendTo}',
  'identity_question.documentKept':
    'La copie ne sert qu’à cette vérification. Nous la supprimons dès que nous avons pris notre décision, et au plus tard après {hours, plural, one {# heure} other {# heures}}. Il n’en reste qu’une note : le type de pièce, la date de la vérification et son résultat.',
  'question.paused':
    'Tant que nous attendons votre réponse, le délai que la loi nous donne est suspendu. Nous nous efforçons néanmoins de vous répondre d’ici au {due}.',
  'question.running': 'Notre question ne change rien à la date : vous aurez notre réponse au plus tard le {due}.',
  'identity_question.silence':
    'Merci de nous répondre d’ici au {answerBy}. Sans nouvelles de vous à cette date, nous ne pourrons vous envoyer aucune donnée. Nous vous écrirons alors pour vous en donner les raisons et vous indiquer où adresser une réclamation. Vous pourrez faire une nouvelle demande à tout moment.',

  'scope_question.title': 'Lesquelles de vos données souhaitez-vous recevoir ?',
  'scope_question.found':
    'Nous vous remercions de votre demande relative à vos données personnelles. Nous avons trouvé à ce jour {records, plural, one {# enregistrement} other {# enregistrements}} dans {sources, plural, one {# système} other {# systèmes}}. Pour vous éviter de tout parcourir, pourriez-vous nous dire ce qui vous importe ?',
  'scope_question.parts':
    'Vous pouvez choisir un ou plusieurs des éléments suivants, ou décrire avec vos mots ce que vous cherchez :',
  'scope_question.everything':
    'Le choix vous appartient. Si vous souhaitez tout recevoir, il suffit de nous le dire. Sans nouvelles de vous d’ici au {answerBy}, nous vous enverrons également tout.',
  'scope_question.information.enclosed':
    'Vous recevez déjà, avec cette lettre, les informations sur l’utilisation de vos données : à quoi elles servent, qui les reçoit, combien de temps nous les conservons et quels sont vos droits.',
  'scope_question.information.separately':
    'Les informations sur l’utilisation de vos données (à quoi elles servent, qui les reçoit, combien de temps nous les conservons et quels sont vos droits) vous parviendront séparément, sans attendre votre réponse.',

  'extension.title': 'Il nous faut plus de temps pour répondre à votre demande',
  'extension.news':
    'Nous travaillons à votre demande relative à vos données personnelles, mais nous ne pouvons y répondre en un mois. Vous aurez notre réponse au plus tard le {due}. Nous vous prions d’excuser cette attente.',
  'extension.reason.volume_of_data': 'La raison en est la quantité de données que nous détenons à votre sujet.',
  'extension.reason.scattered_sources': 'La raison en est que vos données sont réparties entre de nombreux systèmes distincts.',
  'extension.reason.redaction_needed':
    'La raison en est que des données sur d’autres personnes se trouvent parmi les vôtres et doivent d’abord en être séparées.',
  'extension.reason.explanation_work':
    'La raison en est que certaines de vos données seraient difficiles à comprendre telles quelles, et que nous devons les expliquer.',
  'extension.reason.number_of_requests_of_same_subject': 'La raison en est le nombre de demandes que vous nous avez adressées.',
  'extension.law':
    'La loi le permet une seule fois, pour deux mois au plus (article 12, paragraphe 3, du RGPD). Vous n’avez rien à faire.',

  'answer.title': 'Notre réponse à votre demande',
  'answer.yes':
    'Oui, nous détenons des données personnelles vous concernant. Vous les recevez toutes, dans leur état au {snapshot}.',
  'answer.enclosed': 'Notre réponse contient :',
  'enclosed.report':
    'un rapport à lire : quelles données nous détenons sur vous, à quoi elles servent, d’où elles viennent, qui les reçoit et combien de temps nous les conservons',
  'enclosed.archive':
    'les données elles-mêmes dans des formats ouverts (JSON et CSV), que d’autres services et logiciels peuvent lire',
  'enclosed.original_files': 'les fichiers d’origine, tels que documents, images ou enregistrements',
  'enclosed.guide': 'un guide des fichiers et des termes employés',
  'delivery.download':
    'Vous pouvez tout télécharger jusqu’à la fin du {until}. Nous vous demanderons de nouveau de montrer que c’est bien vous, afin que personne d’autre ne puisse le faire.',
  'delivery.downloads':
    'Vous pouvez tout télécharger jusqu’à la fin du {until}, {count, plural, one {une seule fois} other {# fois au plus}}. Nous vous demanderons de nouveau de montrer que c’est bien vous, afin que personne d’autre ne puisse le faire.',
  'delivery.post': 'Tout vous parvient par la poste avec cette lettre.',
  'delivery.handed_over': 'Tout vous a été remis en mains propres avec cette lettre.',
  'rights.lead': 'Vous pouvez nous demander, sans frais :',
  'rights.access': 'de vous dire de nouveau quelles données nous détenons sur vous',
  'rights.rectification': 'de rectifier des données inexactes et de compléter ce qui manque',
  'rights.erasure': 'd’effacer des données dont nous n’avons plus besoin ou que nous n’avons plus le droit de conserver',
  'rights.restriction': 'de mettre des données de côté sans les utiliser, par exemple le temps de vérifier si elles sont exactes',
  'rights.objection':
    'de ne plus utiliser vos données à des fins publicitaires ou, pour des raisons tenant à votre situation, à d’autres fins fondées sur nos intérêts',
  'rights.portability':
    'de recevoir les données que vous nous avez fournies dans un format lisible par un logiciel, ou de les transmettre à quelqu’un d’autre',
  'rights.withdraw_consent': 'de mettre fin à ce que vous aviez accepté ; ce qui a été fait jusque-là reste licite',

  'partial_answer.title': 'Notre réponse à votre demande, à l’exception de certaines données',
  'partial_answer.yes':
    'Oui, nous détenons des données personnelles vous concernant. Vous les recevez dans leur état au {snapshot}, à l’exception de ce qui est énuméré ci-dessous avec nos raisons.',
  'partial_answer.leftOut': 'Nous n’avons pas communiqué :',
  'partial_answer.marks': 'Là où un passage d’un texte est occulté, une mention en indique la raison à la place du passage.',
  'omission.third_party': 'Cela concerne une autre personne, aux droits de laquelle il serait porté atteinte.',
  'omission.secrecy_of_correspondence':
    'Cela fait partie d’une correspondance entre d’autres personnes, que protège le secret des correspondances.',
  'omission.staff_identity':
    'Cela désignerait un membre de notre personnel, ce qui ne vous est pas nécessaire pour exercer vos droits.',
  'omission.trade_secret': 'Cela relève du secret des affaires ({holder}). {why}',
  'omission.intellectual_property': 'Cela relève de la propriété intellectuelle ({holder}). {why}',
  'omission.legal_restriction': 'La loi ne nous permet pas de vous le communiquer ({lawRef}). {why}',
  'omission.other_controller': 'C’est {controller} qui décide de ces données et en répond. Nous vous invitons à vous y adresser.',
  'omission.not_searched': 'Nous n’avons pas pu effectuer cette recherche. {why} {next}',

  'no_data.title': 'Notre réponse : nous n’avons trouvé aucune donnée vous concernant',
  'no_data.no':
    'Vous nous avez demandé si nous détenons des données personnelles vous concernant. Après recherche, la réponse est non : hormis le dossier de cette demande, nous n’avons rien trouvé.',
  'no_data.identifiers': 'Le {snapshot}, nous avons cherché :',
  'no_data.sources': 'Nous avons consulté les systèmes suivants, chacun en entier :',
  'identifier.email': 'votre adresse électronique',
  'identifier.phone': 'votre numéro de téléphone',
  'identifier.id': 'votre numéro de client, d’adhérent ou de dossier',
  'identifier.name': 'votre nom',
  'identifier.birthDate': 'votre date de naissance',
  'no_data.more':
    'Peut-être vous connaissons-nous autrement : une autre adresse électronique, un ancien nom, un numéro de téléphone, de client ou de réservation. Si c’est le cas, dites-le-nous, et nous chercherons de nouveau.',
  'caseFile.lead':
    'Afin de pouvoir montrer comment nous avons traité votre demande, nous en conservons le dossier jusqu’au {keptUntil}. Il contient :',
  'caseFile.request': 'votre demande',
  'caseFile.identifiers': 'les éléments que vous nous avez donnés pour la recherche',
  'caseFile.correspondence': 'nos échanges',
  'caseFile.identity_check': 'une note sur la manière dont nous nous sommes assurés que la demande venait de vous',
  'caseFile.search_log': 'un relevé de ce qui a été consulté et quand',

  'refusal.title': 'Nous ne pouvons pas donner suite à votre demande',
  'refusal.sorry':
    'Nous avons examiné avec attention votre demande relative à vos données personnelles. Nous sommes au regret de ne pouvoir y donner suite.',
  'refusal.reasons': 'En voici les raisons :',
  'ground.manifestly_unfounded': 'La demande est manifestement infondée (article 12, paragraphe 5, du RGPD). {evidence}',
  'ground.excessive': 'La demande est excessive, car elle répète celle du {last} (article 12, paragraphe 5, du RGPD). {evidence}',
  'ground.abuse': 'La demande détourne ce droit de ce pour quoi il existe (article 12, paragraphe 5, du RGPD). {aim} {intent}',
  'ground.legal_restriction': 'La loi ne nous permet pas de vous communiquer ces informations ({lawRef}). {why}',
  'ground.unidentifiable':
    'Nous ne pouvons pas déterminer lesquelles de nos données vous concernent (article 11, paragraphe 2, du RGPD). {demonstration}',
  'ground.identity_not_proved':
    'Nous n’avons pas pu nous assurer que la demande vient de vous (article 12, paragraphe 6, du RGPD). {doubt}',
  'ground.authority_not_shown':
    'Vous faites cette demande pour une autre personne, et nous n’avons pas pu nous assurer que vous le pouvez (article 12, paragraphe 6, du RGPD). {doubt}',
  'refusal.officer': 'Cette décision a été prise par notre délégué à la protection des données, et non par un ordinateur.',
  'refusal.person': 'Cette décision a été prise par une personne, et non par un ordinateur.',
  'refusal.help': 'Avec l’un des éléments suivants, nous pourrions chercher de nouveau :',
  'refusal.proof':
    'L’un de ces éléments nous aiderait : le code que nous envoyons à une adresse ou à un numéro que vous avez utilisé avec nous ; votre compte chez nous, si vous en avez un ; ou des faits que vous et nous connaissons.',
  'refusal.authority':
    'Il nous aiderait d’avoir ce qui montre que vous pouvez demander pour elle : un mandat qu’elle a signé, une décision de justice, un livret de famille ou un acte de notoriété.',
  'refusal.again': 'Vous pouvez nous envoyer à tout moment ce qui manque. Nous reprendrons alors votre demande.',

  'fee.title': 'Votre demande : ce qu’elle coûterait, et vos possibilités',
  'fee.further_copy':
    'Vous avez reçu une copie de vos données le {first}, sans frais. Vous demandez maintenant une copie de plus des mêmes données, pour la même période. Pour celle-ci, nous pouvons vous demander de payer ce qu’elle nous coûte, et rien de plus (article 15, paragraphe 3, du RGPD).',
  'fee.excess':
    'Votre demande répète celle que vous avez envoyée le {last}. Pour une demande excessive, nous pouvons demander ce qu’elle nous coûte (article 12, paragraphe 5, du RGPD). {evidence}',
  'fee.unfounded':
    'Votre demande est manifestement infondée. Pour une telle demande, nous pouvons demander ce qu’elle nous coûte (article 12, paragraphe 5, du RGPD). {evidence}',
  'fee.officer': 'Cette décision a été prise par notre délégué à la protection des données, et non par un ordinateur.',
  'fee.costs': 'Le montant, {total} au total, se décompose ainsi :',
  'fee.caption': 'Détail des frais',
  'fee.cost': 'Pour',
  'fee.amount': 'Montant',
  'fee.total': 'Total',
  'cost.printing': 'impression',
  'cost.storage_medium': 'support de stockage',
  'cost.packaging': 'emballage',
  'cost.postage': 'affranchissement',
  'fee.choice':
    'Vous ne devez rien pour l’instant. Merci de nous dire d’ici au {answerBy} si nous devons poursuivre à ce prix. Vous pouvez aussi demander moins, ou retirer votre demande : ni l’un ni l’autre ne vous coûte quoi que ce soit. Sans nouvelles de vous à cette date, rien ne se passe automatiquement : une personne de chez nous examine votre demande, et vous ne devez rien.',

  'wrong_controller.title': 'Votre demande semble destinée à un autre organisme',
  'wrong_controller.nothing_held':
    'Nous avons reçu votre demande relative à vos données personnelles. Le {snapshot}, nous avons consulté tous nos systèmes : hormis le dossier de cette demande, nous ne détenons aucune donnée vous concernant.',
  'wrong_controller.not_controller':
    'Nous avons reçu votre demande relative à vos données personnelles. Nous ne sommes pas l’organisme qui décide de ces données, et ne pouvons donc pas en répondre. {explanation}',
  'wrong_controller.meantFor': 'Vous souhaitez sans doute écrire à {meantFor}. Nous ne pouvons pas répondre à sa place.',
  'wrong_controller.notForwarded':
    'Nous n’avons transmis votre demande à personne, ni informé qui que ce soit. Si vous souhaitez que nous la transmettions, il suffit de nous dire à qui.',
  'wrong_controller.stay':
    'Si c’est bien à nous que vous vouliez écrire, dites-nous ce qui vous lie à nous, et nous chercherons de nouveau.',

  'archive_expiry.title': 'Votre téléchargement prend bientôt fin',
  'archive_expiry.until':
    'La réponse à votre demande peut être téléchargée jusqu’à la fin du {until}. Nous la supprimerons ensuite de notre service de téléchargement, pour protéger vos données.',
  'archive_expiry.left':
    '{count, plural, =0 {Il ne reste aucun téléchargement} one {Il reste un téléchargement} other {Il reste # téléchargements}}.',
  'archive_expiry.proof': 'Lors du téléchargement, nous vous demandons de nouveau de montrer que c’est bien vous.',
  'archive_expiry.renewable':
    'S’il vous faut plus de temps ou d’autres téléchargements, écrivez-nous avant cette date en rappelant la référence {reference} : nous prolongerons la mise à disposition.',
  'archive_expiry.again':
    'Après cette date, vous pourrez redemander vos données par une nouvelle demande, sans avoir à dire pourquoi.',
};
