import type { Named } from './first-time.js';

/** What the pages, the mailbox and the console call what is pressed and written into on the way of one request. */
export interface FirstTimeWords {
  readonly locale: string;
  readonly ask: Readonly<
    Record<'email' | 'send' | 'prove' | 'code' | 'itIsMe' | 'claimCode' | 'open' | 'read' | 'download', Named>
  >;
  readonly again: Named;
  readonly setUp: Readonly<Record<'code' | 'name' | 'login' | 'password' | 'make' | 'factor' | 'signIn' | 'kept', Named>>;
  readonly actingFor: string;
  readonly review: Readonly<Record<'compare' | 'theirs' | 'others' | 'why' | 'decide', Named>>;
  readonly ruling: { readonly what: string; readonly effect: Named; readonly balance: Named; readonly back: Named };
  readonly release: Readonly<Record<'release' | 'confirm', Named>>;
}

/** See {@link FirstTimeWords}. */
export const FIRST_TIME_WORDS: Readonly<Record<'en' | 'fr', FirstTimeWords>> = {
  en: {
    locale: 'en-GB',
    ask: {
      email: ['textbox', 'E-mail address'],
      send: ['button', 'Send my request'],
      prove: ['link', 'Show that it is me'],
      code: ['textbox', 'The code from our message'],
      itIsMe: ['button', 'It is me'],
      claimCode: ['textbox', 'Your eight-digit code'],
      open: ['button', 'Open'],
      read: ['link', 'Read the report in a new tab'],
      download: ['link', /^Download \(/u],
    },
    again: ['link', 'Look again'],
    setUp: {
      code: ['textbox', 'Set-up code'],
      name: ['textbox', 'Your name'],
      login: ['textbox', 'Login'],
      password: ['textbox', 'Password'],
      make: ['button', 'Make the account'],
      factor: ['textbox', 'Code of your authenticator'],
      signIn: ['button', 'Sign in'],
      kept: ['button', 'I have kept them'],
    },
    actingFor: 'Acting for',
    review: {
      compare: ['button', 'Compare'],
      theirs: ['radio', 'It is the person’s'],
      others: ['radio', 'It is somebody else’s'],
      why: ['textbox', 'Why'],
      decide: ['button', 'Decide'],
    },
    ruling: {
      what: 'What becomes of it',
      effect: ['textbox', /^1\./u],
      balance: ['textbox', /^2\./u],
      back: ['link', /^← /u],
    },
    release: {
      release: ['button', 'Release the answer'],
      confirm: ['button', 'Confirm'],
    },
  },
  fr: {
    locale: 'fr-FR',
    ask: {
      email: ['textbox', 'Adresse électronique'],
      send: ['button', 'Envoyer ma demande'],
      prove: ['link', 'Montrer que c’est moi'],
      code: ['textbox', 'Le code de notre message'],
      itIsMe: ['button', 'C’est moi'],
      claimCode: ['textbox', 'Votre code à huit chiffres'],
      open: ['button', 'Ouvrir'],
      read: ['link', 'Lire le rapport dans un nouvel onglet'],
      download: ['link', /^Télécharger \(/u],
    },
    again: ['link', 'Regarder de nouveau'],
    setUp: {
      code: ['textbox', 'Code de mise en service'],
      name: ['textbox', 'Votre nom'],
      login: ['textbox', 'Identifiant'],
      password: ['textbox', 'Mot de passe'],
      make: ['button', 'Créer le compte'],
      factor: ['textbox', 'Code de votre application d’authentification'],
      signIn: ['button', 'Se connecter'],
      kept: ['button', 'Je les ai conservés'],
    },
    actingFor: 'Agir pour',
    review: {
      compare: ['button', 'Comparer'],
      theirs: ['radio', 'De la personne'],
      others: ['radio', 'D’une autre personne'],
      why: ['textbox', 'Pourquoi'],
      decide: ['button', 'Décider'],
    },
    ruling: {
      what: 'Ce qu’il en advient',
      effect: ['textbox', /^1\./u],
      balance: ['textbox', /^2\./u],
      back: ['link', /^← /u],
    },
    release: {
      release: ['button', 'Remettre la réponse'],
      confirm: ['button', 'Confirmer'],
    },
  },
};
