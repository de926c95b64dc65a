import type { Catalogue } from '@habeas/report';
import type { PAGES_EN } from './pages.en.js';

/** What is around each page, and the pages of a link, of a proof and of what can be done, in French. */
export const PAGES_FR: Catalogue<keyof typeof PAGES_EN> = {
  'shell.skip': 'Aller au contenu',
  'shell.title': '{title} – {controller}',
  'shell.faulty': 'À vérifier : {title}',
  'shell.languages': 'Langue',
  'shell.en': 'English',
  'shell.fr': 'Français',
  'shell.contact': 'Une question ?',
  'shell.officer': 'Demandez à {officer}, qui veille à la protection des données chez {controller}, ou écrivez-nous :',
  'shell.write': 'Pour joindre {controller} :',
  'shell.email': 'Courriel',
  'shell.phone': 'Téléphone',
  'shell.post': 'Courrier',
  'shell.otherForms':
    'Cette page est difficile à lire ? Nous pouvons l’envoyer en grands caractères ou vous la lire au téléphone.',
  'shell.complain': 'Quelque chose ne vous convient pas ?',
  'shell.authority':
    'Vous pouvez faire une réclamation auprès de {authority}, gratuitement. Vous n’avez pas à nous écrire d’abord. Vous pouvez aussi saisir la justice.',
  'shell.noAuthority':
    'Vous pouvez faire une réclamation auprès de l’autorité de protection des données de votre pays, gratuitement. Vous pouvez aussi saisir la justice.',
  'shell.privacy': 'Comment nous utilisons les données personnelles',
  'shell.imprint': 'Qui nous sommes',
  'shell.mine': 'Suivre une demande',
  'shell.ask': 'Demander mes données',

  'form.faults': '{count, plural, one {Un point est à revoir} other {# points sont à revoir}}',
  'form.fault.empty': 'Merci d’écrire quelque chose ici.',
  'form.fault.too-long': 'C’est trop long. Merci de raccourcir.',

  'code.wrong': 'Cela ne correspond pas. Vérifiez ce que vous avez écrit.',
  'code.wait': 'Il y a eu trop d’essais. Attendez {minutes, plural, one {# minute} other {# minutes}}.',
  'claim.label': 'Votre code à huit chiffres',
  'claim.hint': 'Vous l’avez reçu au moment de demander vos données. Si vous l’avez perdu, écrivez-nous.',

  'find.title': 'Suivre votre demande',
  'find.lead': 'Voyez où elle en est et quand vous aurez notre réponse.',
  'find.reference': 'Référence',
  'find.reference.hint': 'Elle est dans nos messages, par exemple 2026-0042.',
  'find.go': 'Voir ma demande',
  'find.none': 'Vous n’avez pas encore fait de demande ?',

  'prove.title': 'Montrez que c’est bien vous',
  'prove.lead':
    'Vos données ne doivent arriver chez personne d’autre. C’est pourquoi nous envoyons un code à l’adresse électronique que vous avez indiquée. Si vous n’en avez indiqué aucune, ou si nous ne la connaissons pas encore, nous en envoyons un à une adresse que nous connaissons déjà de vous, s’il y en a une.',
  'prove.again.sent': 'Si nous avons un contact pour vous, un nouveau code y est envoyé. Seul le code le plus récent fonctionne.',
  'prove.code': 'Le code de notre message',
  'prove.code.hint': 'Il fonctionne pendant quelques minutes. Regardez aussi dans les courriers indésirables.',
  'prove.go': 'C’est moi',
  'prove.again': 'M’envoyer un nouveau code',
  'prove.other.title': 'Aucun code n’est arrivé ?',
  'prove.other.signIn': 'Me connecter à mon compte',
  'prove.other.signIn.why': 'Si vous avez un compte chez nous, c’est le plus rapide.',
  'prove.other.person':
    'Écrivez-nous ou appelez-nous, avec la référence {reference}. Une personne trouvera un autre moyen, par exemple une question à laquelle personne d’autre ne peut répondre. Vous n’avez ni à vous déplacer, ni à fournir de copie certifiée.',
  'prove.other.silence':
    'Si rien n’aide, vous recevez une lettre de notre part qui dit pourquoi. Nous ne restons jamais silencieux.',

  'open.title': 'Ouvrir vos données',
  'open.lead': 'Personne ne peut les ouvrir avec le seul lien. C’est pourquoi nous demandons aussi votre code.',
  'open.secret': 'Le lien entier de notre message',
  'open.secret.hint': 'Copiez-le dans notre message et collez-le ici.',
  'open.go': 'Ouvrir',
  'open.safe': 'Êtes-vous sur l’ordinateur de quelqu’un d’autre ? Utilisez plutôt votre propre appareil.',
  'open.wrong': 'Le lien et le code ne vont pas ensemble. Vérifiez les deux.',
  'open.wait': 'Il y a eu trop d’essais. Attendez un moment, puis essayez de nouveau.',

  'download.title': 'Vos données sont prêtes',
  'download.go': 'Télécharger ({size})',
  'download.until': 'Jusqu’à la fin du {until}',
  'download.untilTerm': 'Vous pouvez les télécharger',
  'download.left': '{left, plural, =0 {plus aucune fois} one {encore # fois} other {encore # fois}}',
  'download.leftTerm': 'Combien de fois',
  'download.reference': 'Demande',
  'download.broken':
    'Si le téléchargement s’arrête, relancez-le : votre navigateur reprend là où il en était, et cela ne compte pas.',
  'download.how.title': 'Ce que vous pouvez en faire',
  'download.how.zip':
    'Vous recevez un fichier ZIP. Sur un ordinateur, ouvrez-le d’un double clic. Sur un téléphone, ouvrez-le dans l’application « Fichiers ».',
  'download.how.report': 'Commencez par le rapport : il s’ouvre dans votre navigateur, même sans internet.',
  'download.how.csv': 'Les tableaux (CSV) s’ouvrent dans un tableur, comme Excel ou LibreOffice.',
  'download.how.json':
    'Les fichiers de données (JSON) sont faits pour des programmes : donnez-les à un autre service qui peut les lire.',
  'download.how.keep': 'Gardez-le en lieu sûr : il en dit beaucoup sur vous.',
  'download.check.title': 'Vérifier que le fichier est entier',
  'download.check.text': 'Un programme qui calcule une somme de contrôle SHA-256 doit donner exactement ceci :',
  'download.after.title': 'Quelque chose ne va pas ?',

  'gone.title': 'Ce lien ne fonctionne pas',
  'gone.lead': 'Il est peut-être trop ancien ou déjà utilisé, quelqu’un l’a peut-être arrêté, ou il en manque une partie.',
  'gone.copy': 'Le lien est-il entier ? Copiez-le de nouveau dans notre message.',
  'gone.new': 'Vous pouvez avoir un nouveau lien : suivez votre demande, avec sa référence et votre code.',

  'transmit.title': 'Envoyer mes données à un autre organisme',
  'transmit.lead': 'Dites-nous à qui. Nous les envoyons directement, par un moyen sûr, et vous disons quand elles sont arrivées.',
  'transmit.know.part':
    'Nous envoyons les données que vous nous avez fournies ou qui viennent de votre usage de nos services, si nous les traitons avec votre consentement ou pour un contrat. Ce qui concerne d’autres personnes est laissé de côté.',
  'transmit.know.free': 'C’est gratuit, et vous n’avez pas à dire pourquoi.',
  'transmit.know.download': 'Votre propre téléchargement ne change pas.',
  'transmit.to': 'À qui ?',
  'transmit.other': 'Un autre organisme',
  'transmit.other.hint': 'Écrivez son nom s’il n’est pas dans la liste. Nous vous dirons si nous pouvons les lui envoyer.',
  'transmit.go': 'Envoyer mes données',
  'transmit.fault.empty': 'Choisissez un organisme ou écrivez son nom.',

  'missing.title': 'Il manque quelque chose',
  'missing.lead': 'Dites-nous quoi. Une personne s’en occupe et vous répond. Vous n’avez pas à refaire de demande.',
  'missing.what': 'Que manque-t-il ?',
  'missing.what.hint':
    'Par exemple : « Ma commande de mai 2024 n’y est pas », ou « J’avais aussi une autre adresse électronique ».',
  'missing.go': 'Envoyer',
  'missing.back': 'Revenir à ma demande',

  'not-me.title': 'Vous n’avez rien demandé ?',
  'not-me.lead': 'Alors quelqu’un s’est servi de votre nom. Dites-le-nous, et nous arrêtons tout de suite.',
  'not-me.stop': 'Nous n’envoyons plus rien ; le lien et les codes cessent de fonctionner.',
  'not-me.person': 'Une personne cherche ce qui s’est passé et vous écrit.',
  'not-me.yours': 'Vos données restent chez nous comme elles sont.',
  'not-me.go': 'Je n’ai rien demandé : arrêtez',

  'withdraw.title': 'Retirer votre demande ?',
  'withdraw.lead': 'Alors nous arrêtons, et vous ne recevez pas de copie de vos données.',
  'withdraw.yours': 'Vos données restent chez nous comme elles sont.',
  'withdraw.again': 'Vous pouvez refaire une demande à tout moment.',
  'withdraw.go': 'Retirer ma demande',
  'confirm.back': 'Non, ne rien changer',

  'done.missing': 'Nous nous en occupons',
  'done.missing.text': 'Merci. Une personne cherche ce qui vous manque et vous répond.',
  'done.transmit': 'C’est noté',
  'done.transmit.text': 'Merci. Vous recevrez un message quand ce sera fait. La page de votre demande dit où cela en est.',
  'done.document': 'Nous avons votre copie',
  'done.document.text': 'Merci. Une personne la regarde, puis elle est effacée.',
  'done.not-me': 'Nous avons tout arrêté',
  'done.not-me.text':
    'Plus rien n’est envoyé ; le lien et les codes ne fonctionnent plus. Une personne cherche ce qui s’est passé et vous écrit.',
  'done.withdrawn': 'Votre demande est retirée',
  'done.withdrawn.text':
    'Nous avons arrêté. Vos données restent chez nous comme elles sont, et vous pouvez refaire une demande à tout moment.',
  'done.answered': 'Nous avons votre réponse',
  'done.answered.text': 'Merci. Nous continuons à nous occuper de votre demande.',
  'done.fee': 'Vous avez accepté le prix',
  'done.fee.text': 'Nous poursuivons, et vous écrivons comment payer.',
  'done.renewed': 'Un nouveau lien est en route',
  'done.renewed.text': 'Nous l’envoyons au contact que nous avons pour vous. L’ancien lien ne fonctionne plus.',
  'done.proved': 'Merci, nous savons que c’est vous',
  'done.proved.text':
    'Nous commençons à chercher vos données. Vous recevez un message quand elles sont prêtes. D’ici là, vous n’avez rien à faire.',
  'done.reference': 'Demande {reference}',

  'fault.400': 'Nous ne pouvons pas lire cela',
  'fault.400.text':
    'C’est peut-être trop long. Revenez en arrière : ce que vous avez écrit y est encore. Raccourcissez-le et envoyez-le de nouveau.',
  'fault.404': 'Il n’y a rien ici',
  'fault.404.text': 'L’adresse n’est peut-être pas entière. Copiez-la de nouveau dans notre message.',
  'fault.429': 'C’était trop souvent',
  'fault.429.text': 'Pour protéger vos données, nous limitons le nombre de réponses en peu de temps.',
  'fault.500': 'Quelque chose n’a pas marché chez nous',
  'fault.500.text': 'Ce n’est pas votre faute. Votre demande est en sécurité. Réessayez dans un moment.',
  'fault.503': 'Nous revenons bientôt',
  'fault.503.text': 'Cette page est fermée un moment, pour des travaux. Votre demande est en sécurité.',
  'fault.wait.seconds': 'Attendez {count, plural, one {# seconde} other {# secondes}}, puis réessayez.',
  'fault.wait.minutes': 'Attendez {count, plural, one {# minute} other {# minutes}}, puis réessayez.',
  'fault.incident': 'Si vous nous écrivez à ce sujet, indiquez ceci : {incident}',
};
