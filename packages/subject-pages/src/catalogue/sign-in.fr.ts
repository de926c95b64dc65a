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
  'signIn.safe': 'Votre demande est en sécurité et rien n’y a changé.',
  'signIn.else': 'Ce que vous pouvez faire',
  'signIn.again': 'Me connecter de nouveau',
  'signIn.link':
    'Ouvrez de nouveau le lien de notre message. Vous pourrez vous y connecter encore une fois, ou saisir le code reçu lors de votre demande.',
  'open.signIn.why': 'Si vous avez un compte chez nous, vous pouvez vous connecter au lieu de saisir le code.',
  'signIn.other': 'Montrer autrement que c’est moi',
};
