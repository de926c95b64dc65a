import type { Catalogue } from '../language/phrasebook.js';
import type { MESSAGES_EN } from './messages.en.js';

/** Messages by e-mail in French (PER-01). */
export const MESSAGES_FR: Catalogue<keyof typeof MESSAGES_EN> = {
  greeting: 'Bonjour,',
  closing: 'Cordialement,',
  'link.here': 'Ouvrez cette page :',

  'code.subject': 'Votre code pour la demande {reference}',
  'code.use': 'Voici le code qui vous a été demandé. Il montre que vous lisez cette adresse.',
  'code.code': 'Code',
  'code.minutes': 'Il est valable {minutes, plural, one {une minute} other {# minutes}}, une seule fois.',
  'code.ignore':
    'Ne le saisissez que sur notre page : personne chez nous ne vous le demandera par téléphone ou par courriel. Si vous ne l’avez pas demandé, ignorez ce message : rien ne se fait sans lui.',
  'code.ours': 'Ne le saisissez que sur notre page : personne chez nous ne vous le demandera par téléphone ou par courriel.',
  'code.notYours.link':
    'Si vous ne l’avez pas demandé, dites-le-nous dès que possible, sur cette page. Nous l’éclaircissons alors avant d’envoyer quoi que ce soit.',

  'received.subject': 'Nous avons bien reçu la demande {reference}',
  'received.thanks': 'Merci de votre demande. Nous nous en occupons, et vous aurez notre réponse le {due} au plus tard.',
  'received.on': 'Elle nous est parvenue le {received}.',
  'received.identity':
    'Pour que personne d’autre ne reçoive vos données, il se peut que nous vous demandions de montrer que c’est bien vous. Nous ne commençons pas par une pièce d’identité.',
  'received.follow': 'Où elle en est :',

  'notice.subject': 'Demande {reference} : merci de lire ceci',
  'notice.why':
    'Nous avons reçu une demande portant sur les données personnelles d’une personne joignable à cette adresse. Nous écrivons à chaque adresse que nous avons, pour que personne ne puisse demander à votre place sans que vous le sachiez.',
  'notice.yours': 'Si la demande est de vous, vous n’avez rien à faire.',
  'notice.notYours': 'Sinon, dites-le-nous dès que possible. Nous l’éclaircissons alors avant d’envoyer quoi que ce soit.',
  'notice.notYours.link': 'Sinon, dites-le-nous dès que possible, sur cette page. Nous l’éclaircissons alors avant d’envoyer quoi que ce soit.', // prettier-ignore

  'archive_ready.subject': 'Demande {reference} : la réponse est prête',
  'archive_ready.until': 'La réponse à votre demande peut être téléchargée jusqu’au {until} inclus.',
  'archive_ready.proof':
    'La page vous demande de montrer une fois encore que c’est bien vous, avec le code que vous avez reçu en faisant votre demande. Il ne figure dans aucun courriel, et personne chez nous ne vous le demandera.',

  'archive_ready.partial':
    'Quelque chose n’a pas encore pu être consulté : la réponse dit quoi, et pourquoi. Nous essayons de nouveau jusqu’à ce jour, et vous écrivons s’il y a un complément.',

  'addition_ready.subject': 'Demande {reference} : complément à la réponse',
  'addition_ready.why':
    'Quand nous vous avons répondu, quelque chose n’avait pas pu être consulté. Nous avons cherché de nouveau.',
  'addition_ready.more':
    '{more, plural, =0 {Rien de plus sur vous n’a été trouvé.} one {Un enregistrement de plus sur vous a été trouvé.} other {# enregistrements de plus sur vous ont été trouvés.}}',
  'addition_ready.until':
    'La réponse entière, à la place de la précédente, peut être téléchargée jusqu’au {until} inclus. Son rapport dit ce qui manquait avant.',

  'addition_given_up.subject': 'Demande {reference} : quelque chose n’a pas été consulté',
  'addition_given_up.why': 'Quand nous vous avons répondu, ceci n’avait pas pu être consulté, et ne peut toujours pas l’être :',
  'addition_given_up.stops':
    'La réponse que vous avez reste incomplète sur ce point. Nous n’essayons plus de nous-mêmes : c’est maintenant à une personne de chez nous de s’en occuper.',
  'addition_given_up.ask': 'Vous pouvez répondre à ce message, ou nous écrire, et nous demander ce qui manque.',
  'addition_given_up.complain': 'Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle.',

  'passed_on.subject': 'Demande {reference} : transmise à un autre organisme',
  'passed_on.theirs':
    'Une partie de ce que nous détenons l’est pour un autre organisme, qui en est responsable. Nous lui avons transmis votre demande.',
  'passed_on.answer':
    'Pour cette partie, c’est lui qui vous répond. Ce dont nous sommes responsables, vous le recevez de nous, comme prévu.',

  'archive_expiring.subject': 'Demande {reference} : fin prochaine du téléchargement',
  'archive_expiring.until':
    'La réponse à votre demande peut être téléchargée jusqu’au {until} inclus. Nous la supprimons ensuite de notre service de téléchargement, pour protéger vos données.',
  'archive_expiring.link': 'Le lien se trouve dans le message que nous vous avons envoyé quand la réponse était prête.',
  'archive_expiring.more': 'S’il vous faut plus de temps, écrivez-nous avant ce jour.',

  'extended.subject': 'Demande {reference} : une nouvelle date',
  'extended.due': 'Il nous faut plus de temps pour votre demande, et nous y répondrons le {due} au plus tard.',
  'extended.reasons': 'Notre lettre en donne les raisons, et dit où vous pouvez adresser une réclamation.',

  'refused.subject': 'Demande {reference} : notre réponse',
  'refused.answer': 'Nous avons pris une décision sur votre demande.',
  'refused.reasons':
    'Notre lettre donne la décision et ses raisons, et dit où vous pouvez adresser une réclamation et quel tribunal vous pouvez saisir.',

  'refused.kept': 'Vous pouvez la lire jusqu’au {until} inclus. Ce que nous gardons de la demande est détruit après ce jour, sauf sa référence, ses dates et la trace de ce qui a été fait.', // prettier-ignore

  'closed.subject': 'La demande {reference} est close',
  'closed.closed': 'Votre demande est close. Plus rien n’est fait à son sujet, et ce que nous en gardons encore sera supprimé en son temps.', // prettier-ignore
  'closed.kept':
    'Ce que nous en gardons est détruit après le {until}, sauf sa référence, ses dates et la trace de ce qui a été fait.',
  'closed.again': 'Vous pouvez faire une nouvelle demande à tout moment, sans dire pourquoi.',

  'fee_announced.subject': 'Demande {reference} : ce qu’elle coûterait',
  'fee_announced.why':
    'Une première copie de vos données est toujours gratuite. Pour cette demande, nous pouvons vous demander de payer ce que la copie et son envoi nous coûtent, et rien de plus : {amount}.',
  'fee_announced.choice':
    'Vous ne devez rien pour l’instant. Merci de nous dire d’ici au {until} si nous devons poursuivre à ce prix. Vous pouvez aussi retirer votre demande, ce qui ne coûte rien.',
  'fee_announced.silence':
    'Sans nouvelles de vous, rien ne se passe automatiquement : une personne de chez nous examine votre demande, et vous ne devez rien.',
  'fee_announced.complain': 'Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle.',

  'question.subject': 'Demande {reference} : une question',
  'question.asked': 'Avant de poursuivre le traitement de votre demande, nous avons une question.',
  'question.letter': 'Vous la trouverez dans notre lettre.',
  'question.until': 'Merci d’y répondre le {until} au plus tard.',

  'transmitted.subject': 'Demande {reference} : vos données ont été transmises',
  'transmitted.sent':
    'Comme vous nous l’avez demandé, nous avons envoyé à l’autre organisme les données que vous pouvez emporter. Il a confirmé que tout est arrivé.',
  'transmitted.whole':
    'Rien ne change pour votre propre téléchargement. La page de votre demande dit à qui et quand elles ont été envoyées.',

  'not_transmitted.subject': 'Demande {reference} : vos données n’ont pas pu être transmises',
  'not_transmitted.why':
    'Nous n’avons pas pu envoyer vos données à l’autre organisme comme vous l’avez demandé. La page de votre demande dit pourquoi.',
  'not_transmitted.download': 'Vous pouvez toujours tout télécharger et le remettre vous-même à cet organisme. C’est gratuit.',
  'not_transmitted.ask': 'Nous vous en donnons la raison si vous nous la demandez.',

  'review_needed.subject': 'La demande {reference} attend une décision',
  'review_needed.waits':
    'Cette demande attend une décision de votre part. Aucun courriel ne dit laquelle : merci de vous connecter.',
  'review_needed.due': 'La réponse est due le {due} au plus tard.',

  'due_soon.subject': 'La demande {reference} est à traiter sous peu',
  'due_soon.waits': 'Rien n’est encore décidé au sujet de cette demande, et la réponse doit partir le {due} au plus tard.',
  'due_soon.where': 'Aucun courriel ne dit de quoi il s’agit : merci de vous connecter.',
};
