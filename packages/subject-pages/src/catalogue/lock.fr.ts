import type { LOCK_EN } from './lock.en.js';

/** The same in French. */
export const LOCK_FR: Readonly<Record<keyof typeof LOCK_EN, string>> = {
  'download.read.title': 'Lire ici',
  'download.read.text':
    'Le rapport dit simplement ce qui est conservé sur vous, pourquoi, combien de temps, et qui l’a reçu. C’est le même que dans le fichier.',
  'download.read.go': 'Lire le rapport dans un nouvel onglet',
  'download.locking': 'Nous le verrouillons. Cela prend un moment, quelques minutes s’il y a vraiment beaucoup de données.',
  'download.look': 'Regarder de nouveau',
  'download.how.aes':
    'Déverrouillez d’abord le fichier avec sa phrase secrète : par exemple avec 7-Zip sous Windows ou Keka sur un Mac. Windows seul ne le peut pas.',
  'download.how.age': 'Déverrouillez d’abord le fichier avec le programme age et sa phrase secrète.',
  'download.lock.title': 'Verrouillez d’abord le fichier',
  'download.lock.special_categories':
    'Une partie de ce qu’il contient est très personnelle, par exemple ce qui touche à la santé ou aux convictions. Pour que personne d’autre ne le lise là où vous le gardez, nous le verrouillons avec une phrase secrète.',
  'download.lock.asked': 'Vous nous avez demandé de verrouiller le fichier avec une phrase secrète.',
  'download.lock.next': 'Prenez de quoi écrire : la page suivante montre la phrase secrète, une seule fois.',
  'download.lock.go': 'Verrouiller le fichier',
  'download.packing.other': 'Avoir le fichier autrement',
  'download.packing.zip.open':
    'Le fichier est alors ouvert là où vous l’enregistrez. Qui utilise cet appareil, ou obtient le fichier, peut tout y lire.',
  'download.packing.title': 'Verrouiller le fichier avec une phrase secrète',
  'download.packing.legend': 'Comment voulez-vous le fichier ?',
  'download.packing.zip': 'Non verrouillé',
  'download.packing.zip.hint': 'S’ouvre partout. Convient à un appareil que vous êtes seul à utiliser.',
  'download.packing.aes': 'Un fichier ZIP verrouillé',
  'download.packing.aes.hint': 'Demande un programme comme 7-Zip ou Keka, et une phrase secrète que nous vous montrons.',
  'download.packing.age': 'Un fichier age verrouillé',
  'download.packing.age.hint': 'Pour qui connaît le programme age.',
  'download.packing.go': 'Donnez-moi celui-ci',
  'download.packing.later': 'Ce choix ne peut pas changer pour l’instant. Vous pouvez toujours avoir le fichier non verrouillé.',
  'locked.title': 'Notez votre phrase secrète',
  'locked.passphrase': 'Votre phrase secrète',
  'locked.write': 'Notez-la maintenant, avec ses tirets.',
  'locked.once':
    'Nous ne la montrons qu’ici, et nous ne la gardons pas. Si elle est perdue, faites verrouiller le fichier de nouveau.',
  'locked.apart': 'Gardez-la à part du fichier.',
  'locked.aes': 'Le fichier est un fichier ZIP qui en contient un autre : la phrase secrète ouvre le premier.',
  'locked.age': 'Quand le programme demande une phrase secrète, tapez-la comme elle est écrite ici.',
  'locked.go': 'Aller au fichier',
};
