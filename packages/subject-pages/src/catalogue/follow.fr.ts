import type { Catalogue } from '@habeas/report';
import type { FOLLOW_EN } from './follow.en.js';

/** Where a request stands, in French. */
export const FOLLOW_FR: Catalogue<keyof typeof FOLLOW_EN> = {
  'follow.title': 'Votre demande',
  'follow.reference': 'Demande {reference}',
  'follow.steps': 'Où nous en sommes',
  'follow.step.ask': 'Vous avez demandé',
  'follow.step.prove': 'C’est vous',
  'follow.step.search': 'On cherche',
  'follow.step.check': 'On vérifie',
  'follow.step.ready': 'C’est prêt',
  'follow.step.done': 'fait',
  'follow.step.current': 'en cours',

  'follow.state.received': 'Nous devons savoir que c’est bien vous',
  'follow.state.received.text':
    'Vos données ne doivent arriver chez personne d’autre. C’est pourquoi nous attendons que vous ayez montré que c’est bien vous. Ensuite, nous commençons.',
  'follow.state.ready': 'Nous savons que c’est vous',
  'follow.state.ready.text': 'Nous allons bientôt commencer à chercher. Vous n’avez rien à faire.',
  'follow.state.searching': 'Nous cherchons vos données',
  'follow.state.searching.text': 'Nous regardons partout où il peut y avoir quelque chose sur vous. Vous n’avez rien à faire.',
  'follow.state.in_review': 'Une personne vérifie ce que nous avons trouvé',
  'follow.state.in_review.text':
    'Pour certaines données, nous ne sommes pas sûrs qu’elles vous concernent. Une personne les regarde, pour que vous receviez tout ce qui est à vous et rien de ce qui est à d’autres.',
  'follow.state.gathering': 'Nous rassemblons vos données',
  'follow.state.gathering.text': 'Nous savons où elles sont et nous les copions. Vous n’avez rien à faire.',
  'follow.state.assembling': 'Nous préparons vos fichiers',
  'follow.state.assembling.text': 'Tout est trouvé. Nous mettons de l’ordre et écrivons votre rapport. Vous n’avez rien à faire.',
  'follow.state.awaiting_release': 'Vos fichiers sont en cours de vérification',
  'follow.state.awaiting_release.text':
    'Ils sont prêts. Avant de vous les remettre, nous nous assurons qu’ils sont justes et qu’ils ne contiennent rien sur d’autres personnes.',
  'follow.state.released': 'Votre réponse est prête',
  'follow.state.released.text':
    'Nous vous avons envoyé un message avec un lien. Vous l’ouvrez avec le code reçu au moment de votre demande.',
  'follow.state.released.byHand': 'Nous vous la donnons comme vous l’avez demandé.',
  'follow.state.refused': 'Nous avons dit non à cette demande',
  'follow.state.refused.text':
    'Vous recevez une lettre de notre part avec les raisons. Si vous n’êtes pas d’accord, vous pouvez faire une réclamation.',
  'follow.state.cancelled': 'Cette demande est terminée',
  'follow.state.cancelled.text':
    'Elle a été arrêtée, et aucune donnée n’a été envoyée. Vous pouvez refaire une demande à tout moment.',
  'follow.state.paused': 'Votre demande est arrêtée pour un moment',
  'follow.state.paused.text':
    'Une personne a arrêté le travail et le reprendra là où il en était. La date de notre réponse ne change pas.',
  'follow.state.needs_attention': 'Quelque chose ne marche pas chez nous',
  'follow.state.needs_attention.text':
    'Une personne s’en occupe. Vous n’avez rien à faire, et la date de notre réponse ne change pas.',
  'follow.state.shredded': 'Les données de cette demande sont effacées',
  'follow.state.shredded.text':
    'Le temps pour les télécharger est passé. Nous gardons seulement la trace de la demande et de ce qui a été fait. Vous pouvez refaire une demande à tout moment.',

  'follow.answer.title': 'Ce que nous avons décidé, et pourquoi',
  'follow.answer.remedies':
    'Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle nommée ci-dessous, ou saisir un tribunal. Il ne faut pas notre accord.',
  'follow.refused.wrong_controller':
    'Votre demande semble destinée à un autre organisme. Nous ne l’avons transmise à personne. Vous pouvez lui écrire vous-même.',
  'follow.refused.unidentifiable':
    'Nous ne pouvons pas dire quelles données vous concernent. Vous pouvez refaire une demande avec l’un de ces éléments :',
  'follow.refused.identity_not_proved':
    'Il n’est pas prouvé que la demande vient de vous. Vous pouvez refaire une demande à tout moment. Pour le prouver, saisissez le code que nous envoyons à une adresse que vous avez utilisée avec nous. Si vous avez un compte chez nous, connectez-vous-y. Ou écrivez-nous.',
  'follow.refused.authority_not_shown':
    'Il n’est pas montré que vous pouvez faire une demande pour une autre personne. Vous pouvez refaire une demande à tout moment. Un mandat qu’elle a signé, une décision de justice, un livret de famille ou un acte de notoriété aident. Écrivez-nous en cas de doute.',
  'follow.help.email': 'une adresse e-mail que vous avez utilisée avec nous',
  'follow.help.phone': 'un numéro de téléphone que vous nous avez donné',
  'follow.help.id': 'un numéro que nous vous avons donné : de client, de membre, de réservation',
  'follow.help.name': 'un nom que vous avez utilisé avec nous',
  'follow.help.birthDate': 'votre date de naissance',
  'follow.letters.title': 'Nos lettres',
  'follow.letter': 'La lettre du {day}',

  'follow.due.title': 'Quand vous aurez notre réponse',
  'follow.due.by': 'Le {due} au plus tard.',
  'follow.due.days': '{days, plural, =0 {C’est aujourd’hui.} =1 {C’est demain.} other {C’est dans # jours.}}',
  'follow.due.late':
    'Vous auriez dû avoir notre réponse le {due}. Nous vous prions de nous excuser. Nous vous la devons toujours, et vous pouvez faire une réclamation.',
  'follow.due.extended': 'Il nous faut plus de temps. La première date était le {before}.',
  'follow.other.title': 'Vous avez aussi demandé',
  'follow.other.rectification': 'Une correction de vos données.',
  'follow.other.erasure': 'L’effacement de vos données.',
  'follow.other.restriction': 'Que vos données ne soient pas utilisées pour le moment.',
  'follow.other.objection': 'Que nous arrêtions ce à quoi vous vous opposez.',
  'follow.other.withdrawal_of_consent': 'Le retrait de votre consentement.',
  'follow.other.due': 'Une personne s’en occupe et vous répond au plus tard le {due}.',
  'follow.other.over': 'Une personne s’en est occupée.',
  'follow.channel.title': 'Comment vient notre réponse',
  'follow.channel.registered_post': 'Par courrier recommandé, à l’adresse que vous nous avez indiquée.',
  'follow.channel.on_site': 'Vous pouvez la retirer chez nous, dès que cette page dit qu’elle est prête.',
  'follow.channel.orally': 'Une personne de chez nous vous la donne de vive voix, comme vous l’avez demandé.',
  'follow.passedOn.title': 'Transmis',
  'follow.passedOn.on': 'Le {on} à un autre organisme, responsable d’une partie de ce que nous détenons.',
  'follow.passedOn.theirs':
    'Pour cette partie, c’est lui qui vous répond. Le rapport de notre réponse dit pour qui nous la détenons.',
  'follow.extension.volume_of_data': 'La raison : nous avons beaucoup de données sur vous.',
  'follow.extension.scattered_sources': 'La raison : vos données se trouvent à beaucoup d’endroits différents.',
  'follow.extension.redaction_needed':
    'La raison : des données sur d’autres personnes sont parmi les vôtres, et nous devons les retirer avec soin.',
  'follow.extension.explanation_work':
    'La raison : certaines de vos données sont difficiles à comprendre, et nous devons les expliquer.',
  'follow.extension.number_of_requests_of_same_subject': 'La raison : vous nous avez envoyé plusieurs demandes.',

  'follow.question.title': 'Nous avons une question pour vous',
  'follow.question.identity': 'Nous demandons cela parce que vos données ne doivent arriver chez personne d’autre.',
  'follow.question.scope':
    'Nous demandons cela parce que nous avons trouvé beaucoup de choses. C’est vous qui choisissez : si vous voulez tout, dites-le simplement. Sans réponse, vous recevez tout aussi.',
  'follow.question.by': 'Merci de répondre d’ici au {date}.',
  'follow.question.answer': 'Votre réponse',
  'follow.question.send': 'Envoyer ma réponse',

  'follow.fee.title': 'Ce que cela coûterait',
  'follow.fee.first':
    'Une première copie de vos données est toujours gratuite. Pour cette demande, nous pouvons demander ce qu’elle nous coûte, et rien de plus.',
  'follow.fee.for.further_copy': 'Vous avez eu une copie le {date}, et vous demandez une copie de plus de la même chose.',
  'follow.fee.for.excessive': 'Votre demande répète celle du {date}.',
  'follow.fee.for.manifestly_unfounded':
    'Une personne de chez nous a décidé que cette demande est clairement sans fondement. Notre lettre dit pourquoi.',
  'follow.fee.total': 'Cela coûterait {total} au total :',
  'follow.fee.cost.printing': 'impression : {amount}',
  'follow.fee.cost.storage_medium': 'support de stockage : {amount}',
  'follow.fee.cost.packaging': 'emballage : {amount}',
  'follow.fee.cost.postage': 'affranchissement : {amount}',
  'follow.fee.by': 'Merci de nous répondre avant la fin du {date}.',
  'follow.fee.silence':
    'Vous ne devez rien pour l’instant. Sans réponse de vous, rien ne se passe automatiquement : une personne de chez nous s’en occupe. Si vous retirez votre demande, cela ne vous coûte rien.',
  'follow.fee.complain': 'Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle.',
  'follow.fee.accept': 'J’accepte de payer {total}',
  'follow.fee.accepted': 'Vous avez accepté de payer {total}. Nous poursuivons, et vous écrivons comment payer.',
  'follow.fee.paid': 'Vous avez payé {total}. Nous poursuivons.',
  'follow.fee.waived': 'Nous ne demandons plus les {total}. Vous ne devez rien, et nous poursuivons.',

  'follow.document.title': 'Il nous faut la copie d’un document',
  'follow.document.why':
    'Il y a un doute : est-ce bien vous qui demandez ? Vos données ne doivent arriver chez personne d’autre. Une simple copie ou une photo d’une carte d’identité, d’un passeport ou d’un titre de séjour suffit.',
  'follow.document.black':
    'Noircissez tout sauf votre nom, l’autorité qui l’a délivré et les dates de délivrance et d’expiration. Nous n’avons besoin ni de votre photo, ni de votre numéro, ni de votre signature, ni du reste.',
  'follow.document.copy': 'Elle n’a pas à être certifiée, et vous n’avez pas à venir chez nous.',
  'follow.document.deleted':
    'Nous la gardons à part et scellée, et nous l’effaçons dès qu’elle a été regardée, après un jour au plus tard.',
  'follow.document.file': 'La copie',
  'follow.document.hint': 'Un fichier PDF, JPEG ou PNG de 10 mégaoctets au plus.',
  'follow.document.fault': 'Ce fichier n’a pas été pris. Choisissez un fichier PDF, JPEG ou PNG de 10 mégaoctets au plus.',
  'follow.document.send': 'Envoyer la copie',
  'follow.document.held': 'Nous avons la copie que vous avez envoyée. Une personne la regarde, puis elle est effacée.',

  'follow.unsearched.title': 'Ce qui n’a pas pu être consulté',
  'follow.unsearched.what': 'Notre réponse n’est pas complète. Ceci n’a pas pu être consulté :',
  'follow.unsearched.stops': 'Nous n’essayons plus de nous-mêmes. C’est maintenant à une personne de chez nous de s’en occuper.',
  'follow.unsearched.ask':
    'Vous pouvez nous écrire et demander ce qui manque. Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle.',

  'follow.released.until': 'Vous pouvez les télécharger jusqu’à la fin du {until}.',
  'follow.released.left':
    '{left, plural, =0 {Vous les avez téléchargées autant de fois que possible. Vous pouvez demander un nouveau lien.} one {Vous pouvez les télécharger encore # fois.} other {Vous pouvez les télécharger encore # fois.}}',

  'follow.actions.title': 'Ce que vous pouvez faire',
  'follow.action.prove': 'Montrer que c’est moi',
  'follow.action.download': 'Télécharger mes données',
  'follow.action.renew': 'M’envoyer un nouveau lien',
  'follow.action.transmit': 'Envoyer mes données à un autre organisme',
  'follow.action.missing': 'Il manque quelque chose',
  'follow.action.not-me': 'Je n’ai rien demandé',
  'follow.action.withdraw': 'Retirer ma demande',

  'follow.transmissions.title': 'Envoi à un autre organisme',
  'follow.transmission.waiting': 'Le {day}, vous nous avez demandé d’envoyer vos données à {to}. Nous le faisons.',
  'follow.transmission.sent': 'Nous avons envoyé vos données à {to} le {day}. L’organisme a confirmé que tout est arrivé.',
  'follow.transmission.failed': 'Nous n’avons pas pu envoyer vos données à {to} ({day}).',
  'follow.transmission.why.not-listed': 'La raison : nous n’avons pas de moyen sûr d’envoyer des données à cet organisme.',
  'follow.transmission.why.no-endpoint': 'La raison : cet organisme n’a pas d’adresse sûre où il reçoit des données.',
  'follow.transmission.why.undetermined':
    'La raison : nous ne pouvons pas dire avec certitude quelles données la loi nous permet d’envoyer, et nous n’envoyons rien au hasard.',
  'follow.transmission.why.nothing-portable':
    'La raison : nous n’avons aucune donnée que vous nous ayez fournie et que nous traitions avec votre consentement ou pour un contrat. Seules celles-là peuvent être transmises.',
  'follow.transmission.why.refused': 'La raison : cet organisme ne les a pas acceptées.',
  'follow.transmission.why.unreachable': 'La raison : nous avons essayé pendant un jour, et cet organisme n’était pas joignable.',
  'follow.transmission.why.stopped': 'La raison : la réponse a été retirée ou effacée avant l’envoi.',
  'follow.transmission.why.fault': 'La raison : quelque chose ne marche pas chez nous. Vous pouvez nous demander de réessayer.',
  'follow.transmission.download':
    'Vous pouvez toujours télécharger vos données et les remettre à qui vous voulez. Nous n’y faisons pas obstacle.',

  'follow.events.title': 'Ce qui s’est passé',
  'follow.event.received': 'Nous avons reçu votre demande.',
  'follow.event.proved': 'Vous avez montré que c’est vous.',
  'follow.event.searched': 'Nous avons cherché vos données.',
  'follow.event.asked': 'Nous vous avons posé une question.',
  'follow.event.answered': 'Vous avez répondu à notre question.',
  'follow.event.extended': 'Nous vous avons dit qu’il nous faut plus de temps.',
  'follow.event.priced': 'Nous vous avons dit ce que cela coûterait.',
  'follow.event.released': 'Nous vous avons envoyé le lien vers vos données.',
  'follow.event.downloaded': 'Vous avez téléchargé vos données.',
  'follow.event.ended': 'La demande a pris fin.',
};
