import type { DeadlineCatalogue } from './catalogue.js';

/** French (DLN-01). */
export const FRENCH: DeadlineCatalogue = {
  language: 'fr',
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  days: { 1: '1er' },
  date: '{weekday} {day} {month} {year}',
  titles: {
    dueSafe: 'Date de travail',
    dueLegal: 'Date légale',
    dueExtSafe: 'Date de travail en cas de prolongation',
    dueExtLegal: 'Date légale en cas de prolongation',
    duePaused: 'Date légale, suspensions comprises',
    dueHealth: 'Date des informations de santé',
  },
  sentences: {
    received: 'Demande reçue le {date} ({zone}).',
    'received-elsewhere': 'Demande reçue le {utc} en temps universel, soit le {date} ({zone}).',
    started: 'Ce qui avait été demandé est arrivé plus tard : le délai court à partir du {date}.',
    'not-started': 'Ce qui a été demandé n’est pas arrivé : le délai court au plus tôt à partir du {date}.',
    months: { one: 'Un mois plus tard : {date}.', other: '{count} mois plus tard : {date}.' },
    clamped: {
      one: 'Un mois plus tard, le mois n’a pas de jour {day} : son dernier jour est le {date}.',
      other: '{count} mois plus tard, le mois n’a pas de jour {day} : son dernier jour est le {date}.',
    },
    'earlier-of': 'Compté de deux façons, c’est le {first} ou le {second} : le plus proche l’emporte, le {date}.',
    'health-possible':
      'Des informations de santé peuvent en faire partie : leur délai s’applique tant qu’une recherche ne les a pas exclues.',
    'health-found': 'Des informations de santé ont été trouvées : leur délai s’applique.',
    'health-days': {
      one: 'Les informations de santé sont dues sous un jour, le {date}.',
      other: 'Les informations de santé sont dues sous {count} jours, le {date}.',
    },
    'health-months': {
      one: 'Des informations de santé aussi anciennes sont dues sous un mois, le {date}.',
      other: 'Des informations de santé aussi anciennes sont dues sous {count} mois, le {date}.',
    },
    paused: {
      one: 'Suspension de {count} jour dans l’attente d’une réponse, à ajouter : {date}.',
      other: 'Suspension de {count} jours dans l’attente d’une réponse, à ajouter : {date}.',
    },
    weekend: 'Le {date} n’est pas un jour ouvrable.',
    holiday: 'Le {date} est un jour férié ({name}).',
    rolled: 'Le premier jour ouvrable suivant est le {date}.',
    'not-rolled': 'Cette date n’est jamais reportée, ni pour un week-end, ni pour un jour férié, ni pour une question : {date}.',
    unverified:
      'Le calendrier {calendar} ne contient pas les jours fériés de {year} : le {date} n’est pas reporté et doit être vérifié par une personne.',
    ends: 'Le délai expire à la fin du {date}.',
  },
};
