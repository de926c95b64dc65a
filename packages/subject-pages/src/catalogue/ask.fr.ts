import type { Catalogue } from '@habeas/report';
import type { ASK_EN } from './ask.en.js';

/** The form with which a person asks, and what comes right after it, in French. */
export const ASK_FR: Catalogue<keyof typeof ASK_EN> = {
  'ask.title': 'Demander mes données',
  'ask.lead': 'Que sait {controller} sur vous ? Vous avez le droit de le savoir et d’en recevoir une copie.',
  'ask.know.title': 'Bon à savoir',
  'ask.know.free': 'C’est gratuit, et vous n’avez pas à dire pourquoi.',
  'ask.know.card':
    'Nous ne demandons pas de pièce d’identité ici. Nous envoyons un code à une adresse ou à un numéro que nous avons déjà pour vous.',
  'ask.know.month':
    'Vous avez une réponse en un mois au plus. S’il nous faut plus de temps, nous vous disons pourquoi avant la fin du mois.',
  'ask.know.used':
    'Ce que vous écrivez ici sert à trouver vos données et à vous répondre. Nous l’effaçons en même temps que votre demande.',
  'ask.know.elsewhere': 'Rien ne vous oblige à passer par cette page. Un courriel, une lettre ou un appel compte tout autant.',

  'ask.who.title': 'Pour qui demandez-vous ?',
  'ask.who.self': 'Pour moi',
  'ask.who.minor_self': 'Pour moi, et j’ai moins de 18 ans',
  'ask.who.minor_self.hint': 'Vous pouvez demander par vous-même. Nous répondons avec des mots faciles à comprendre.',
  'ask.who.parental_authority': 'Pour mon enfant',
  'ask.who.guardian': 'Pour une personne dont je m’occupe selon la loi',
  'ask.who.guardian.hint': 'Par exemple comme tuteur ou tutrice.',
  'ask.who.proxy': 'Pour une personne qui me l’a demandé',
  'ask.who.proxy.hint': 'Par exemple un proche, un avocat ou une association.',
  'ask.who.heir': 'Pour une personne décédée',
  'ask.who.heir.hint': 'Par exemple parce que vous héritez d’elle, ou parce qu’elle l’a voulu ainsi.',

  'ask.other.title': 'Si vous demandez pour quelqu’un d’autre',
  'ask.other.lead':
    'Dites-nous qui vous êtes. Une personne lira ceci et vous écrira. Tout ce qui suit concerne la personne dont ce sont les données.',
  'ask.requesterName': 'Votre nom',
  'ask.requesterEmail': 'Votre adresse électronique',
  'ask.authority': 'Pourquoi pouvez-vous demander pour cette personne ?',
  'ask.authority.hint':
    'Par exemple : « Je suis son père », ou « Elle m’a demandé par écrit de le faire : pour ses données de lettre d’information, jusqu’à fin juin ». N’envoyez pas encore de documents.',

  'ask.find.title': 'Comment pouvons-nous trouver les données ?',
  'ask.find.lead':
    'Indiquez ce que nous pouvons connaître : une adresse qui reçoit nos messages, ou le numéro d’une carte ou d’une facture. Un seul élément suffit ; avec plus, nous trouvons plus.',
  'ask.email': 'Adresse électronique',
  'ask.phone': 'Numéro de téléphone',
  'ask.customerNumber': 'Numéro de client ou d’adhérent',
  'ask.givenName': 'Prénom',
  'ask.familyName': 'Nom',
  'ask.more.title': 'D’autres éléments qui nous aident à trouver vos données',
  'ask.otherEmails': 'Autres adresses électroniques',
  'ask.otherEmails.hint': 'Les anciennes aussi. Une par ligne.',
  'ask.otherPhones': 'Autres numéros de téléphone',
  'ask.otherPhones.hint': 'Un par ligne.',
  'ask.formerNames': 'Anciens noms',
  'ask.formerNames.hint': 'Par exemple un nom d’avant un mariage.',
  'ask.period': 'Quand avez-vous eu affaire à nous ?',
  'ask.period.hint': 'Par exemple « de 2019 à 2023 ». Laissez vide si vous voulez tout.',

  'ask.want.title': 'Que souhaitez-vous ?',
  'ask.rights': 'Choisissez l’un, ou les deux',
  'ask.rights.access': 'Voir mes données',
  'ask.rights.access.hint':
    'Tout ce que nous avons sur vous, avec des explications : à quoi cela sert, d’où cela vient, qui le reçoit et combien de temps nous le gardons.',
  'ask.rights.portability': 'Emporter mes données',
  'ask.rights.portability.hint':
    'Les données que vous nous avez données, dans des fichiers que les programmes d’une autre entreprise peuvent lire.',
  'ask.format': 'Dans quels fichiers ?',
  'ask.format.csv': 'Des tableaux (CSV)',
  'ask.format.csv.hint': 'Pour regarder : ils s’ouvrent dans un tableur, comme Excel ou LibreOffice.',
  'ask.format.json': 'Des données pour programmes (JSON)',
  'ask.format.json.hint': 'Pour transmettre : un autre service ou programme peut les lire.',
  'ask.format.note': 'Dans les deux cas, vous recevez un rapport qui s’ouvre dans tout navigateur.',
  'ask.packing': 'Faut-il verrouiller le fichier avec une phrase secrète ?',
  'ask.packing.zip': 'Non, sans verrou',
  'ask.packing.zip.hint':
    'Il s’ouvre partout. S’il contient des choses très personnelles, par exemple sur votre santé, nous proposons quand même de le verrouiller.',
  'ask.packing.aes': 'Oui, un fichier ZIP verrouillé',
  'ask.packing.aes.hint':
    'Demande un programme comme 7-Zip ou Keka. Vous recevez la phrase secrète avec le fichier, quand il est prêt.',
  'ask.packing.age': 'Oui, un fichier age verrouillé',
  'ask.packing.age.hint': 'Pour qui connaît le programme age.',
  'ask.language': 'Dans quelle langue devons-nous répondre ?',

  'ask.say.title': 'Autre chose à nous dire ?',
  'ask.message': 'Votre message',
  'ask.message.hint':
    'Seulement si vous le voulez. Faut-il aussi corriger ou effacer quelque chose ? Écrivez-le ici : nous nous en occupons à part. Nous faisons votre copie avant d’effacer quoi que ce soit.',
  'ask.send': 'Envoyer ma demande',
  'ask.working': 'Un instant. Votre appareil fait un petit calcul qui écarte les robots…',

  'ask.problem.too-quick':
    'C’était très rapide. Pour écarter les robots, attendez {seconds, plural, one {# seconde} other {# secondes}}, puis envoyez de nouveau. Tout ce que vous avez écrit est encore là.',
  'ask.problem.too-many':
    'Trop de demandes sont venues de votre connexion. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis envoyez de nouveau. Tout ce que vous avez écrit est encore là.',
  'ask.problem.too-old':
    'Cette page est restée ouverte longtemps. Envoyez de nouveau. Tout ce que vous avez écrit est encore là.',
  'ask.fault.nothing-to-search':
    'Il nous faut un élément pour chercher : une adresse électronique, un numéro de téléphone ou un numéro de client.',
  'ask.fault.bad-email': 'Cela ne ressemble pas à une adresse électronique. Elle devrait être du type nom@example.org.',
  'ask.fault.bad-phone': 'Cela ne ressemble pas à un numéro de téléphone. Indiquez aussi le pays, par exemple +33.',
  'ask.fault.too-long': 'C’est trop long. Merci de raccourcir.',
  'ask.fault.hidden-characters': 'Il y a un caractère qui ne se voit pas. Écrivez-le de nouveau, sans le copier.',
  'ask.fault.needed': 'Nous en avons besoin quand vous demandez pour quelqu’un d’autre.',

  'asked.title': 'Nous avons votre demande',
  'asked.lead': 'Merci. Vous aurez de nos nouvelles au plus tard le {due}.',
  'asked.code.title': 'Gardez ce code',
  'asked.code.why':
    'Il vous le faut pour ouvrir vos données. Nous ne le montrons que maintenant, et nous ne pourrons pas le retrouver.',
  'asked.code.write':
    'Notez-le, prenez-le en photo ou imprimez cette page. Un gestionnaire de mots de passe convient bien aussi.',
  'asked.code.secret': 'Gardez-le pour vous. Nous ne le demandons jamais par téléphone ni par courriel.',
  'asked.code.lost': 'Si vous le perdez, écrivez-nous. Il y a un autre moyen.',
  'asked.next.title': 'Ce qui se passe ensuite',
  'asked.next.prove':
    'Vous montrez que c’est bien vous. Un code part vers l’adresse électronique que vous avez indiquée. Si vous n’en avez indiqué aucune, il part vers une adresse que nous connaissons déjà de vous, s’il y en a une.',
  'asked.next.proved': 'Nous savons que c’est vous. Vous n’avez rien à faire pour l’instant.',
  'asked.next.by-person':
    'Une personne lit ce que vous nous avez dit et vous écrit comment montrer que vous pouvez faire cette demande.',
  'asked.next.search': 'Nous cherchons partout où vos données peuvent se trouver.',
  'asked.next.link': 'Vous recevez un message avec un lien. Avec le lien et votre code, vous ouvrez vos données.',
  'asked.go.prove': 'Montrer que c’est moi',
  'asked.go.follow': 'Suivre ma demande',
};
