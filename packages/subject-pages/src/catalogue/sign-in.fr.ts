import type { SIGN_IN_EN } from './sign-in.en.js';

/** The same in French. */
export const SIGN_IN_FR: Readonly<Record<keyof typeof SIGN_IN_EN, string>> = {
  'prove.account.lead':
    'Connectez-vous à votre compte chez nous : nous saurons alors que c’est vous, et nous poursuivrons votre demande.',
  'signIn.title': 'La connexion n’a pas abouti',
  'signIn.cancelled': 'La connexion a été interrompue avant la fin.',
  'signIn.away': 'Notre service de connexion ne répond pas en ce moment.',
  'signIn.refused': 'Nous n’avons pas pu vérifier la réponse de notre service de connexion.',
  'signIn.strange':
    'Ce compte ne correspond pas à votre demande. Vous avez peut-être un autre compte chez nous, ou vous avez indiqué une autre adresse dans votre demande.',
  'signIn.over': 'Elle a duré plus de dix minutes, a été commencée dans un autre navigateur, ou a déjà servi.',
  'signIn.often':
    'Il y a eu trop de tentatives de connexion en peu de temps. Réessayez dans une heure, ou choisissez un autre moyen.',
  'signIn.wait': 'Il y a eu trop d’essais. Patientez dix minutes, puis réessayez.',
  'signIn.unknown': 'Votre compte ne nous dit rien qui nous permette de retrouver vos données.',
  'ask.account.title': 'Avez-vous un compte chez nous ?',
  'ask.account.why': 'Connectez-vous d’abord : vous n’aurez rien à saisir, et aucun code ne sera nécessaire.',
  'ask.account.in': 'Connexion réussie',
  'ask.account.used': 'Nous cherchons les données de votre compte avec ceci :',
  'ask.account.soon':
    'Envoyez votre demande dans les dix minutes. Demandez-vous pour quelqu’un d’autre ? Utilisez alors le formulaire sans votre compte.',
  'ask.account.without': 'Utiliser le formulaire sans mon compte',
  'ask.problem.account':
    'Votre connexion a expiré, a déjà servi ou a été commencée dans un autre navigateur. Reconnectez-vous, ou remplissez le formulaire.',
  'signIn.safe': 'Votre demande est en sécurité et rien n’y a changé.',
  'signIn.else': 'Ce que vous pouvez faire',
  'signIn.again': 'Me connecter de nouveau',
  'signIn.link':
    'Ouvrez de nouveau le lien de notre message. Vous pourrez vous y connecter encore une fois, ou saisir le code reçu lors de votre demande.',
  'open.signIn.why': 'Si vous avez un compte chez nous, vous pouvez vous connecter au lieu de saisir le code.',
  'signIn.other': 'Montrer autrement que c’est moi',
};
