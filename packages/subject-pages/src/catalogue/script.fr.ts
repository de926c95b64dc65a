import type { SCRIPT_EN } from './script.en.js';

/** The same in French. */
export const SCRIPT_FR: Readonly<Record<keyof typeof SCRIPT_EN, string>> = {
  'script.copy': 'Copier',
  'script.copied': 'Copié',
  'script.offline':
    'Il n’y a pas de connexion en ce moment. Rien n’est perdu\u00a0: envoyez-le de nouveau quand vous serez en ligne.',
  'script.news': 'Il y a du nouveau pour votre demande.',
  'script.news.show': 'Voir ce qui est nouveau',
  'script.fetch.bar': 'Part du fichier qui est arrivée',
  'script.fetch.running': '{share} est arrivé.',
  'script.fetch.pause': 'Mettre en pause',
  'script.fetch.resume': 'Continuer',
  'script.fetch.paused': 'C’est en pause. Ce qui est arrivé est gardé tant que cette page est ouverte.',
  'script.fetch.cut': 'La connexion a été coupée. Le téléchargement reprend tout seul.',
  'script.fetch.checking': 'Nous vérifions que rien ne manque.',
  'script.fetch.done': 'Tout est arrivé, et rien n’a été modifié en chemin.',
  'script.fetch.damaged': 'Quelque chose a été abîmé en chemin. Téléchargez le fichier de nouveau.',
};
