/** National groups: id, name, country. */
export const GROUPS = [
  [1, 'France', 'FR'],
  [2, 'United Kingdom', 'GB'],
  [3, 'Deutschland', 'DE'],
  [4, 'Maroc', 'MA'],
] as const;

/** Levels of membership: code, label, yearly dues. */
export const LEVELS = [
  ['STD', 'Full member', '120.00'],
  ['STU', 'Student', '35.50'],
  ['RET', 'Retired', '60.00'],
] as const;

/** Where people work: companies that do not exist. */
export const EMPLOYERS = [
  'Cabinet Durand (exemple)',
  'Example Industries Ltd',
  'Société Générique de Test',
  'Beispiel GmbH',
  'Ateliers du Modèle',
  'Sample & Daughters',
  'Clinique des Cas d’École',
] as const;

/** What members do. */
export const JOBS = [
  'Executive assistant',
  'Assistante de direction',
  'Office manager',
  'Chef de cabinet',
  'Secretary to the board',
  'Assistant·e juridique',
] as const;

/** Where they learnt it. */
export const SCHOOLS = ['Lycée de l’Exemple', 'Testford College', 'Beispielschule', 'Institut du Cas Pratique'] as const;

/** Streets and towns, put together at random. */
export const STREETS = [
  'rue de l’Exemple',
  'avenue du Test',
  'Sample Street',
  'place du Modèle',
  'Beispielweg',
  'quai des Essais',
] as const;
/** See {@link STREETS}. */
export const TOWNS = ['Lyon', 'Nantes', 'London', 'Berlin', 'Rabat', 'Strasbourg', 'Saint-Étienne', 'Bath'] as const;

/** Events: code, name, venue, first day, last day. */
export const EVENTS = [
  ['EV-2019-NANTES', 'Training day Nantes', 1, '2019-06-14', '2019-06-14'],
  ['EV-2021-ONLINE', 'Conference at home', 2, '2021-11-18', '2021-11-19'],
  ['EV-2022-LYON', 'Annual conference Lyon', 3, '2022-09-22', '2022-09-24'],
  ['EV-2023-LONDON', 'Annual conference London', 4, '2023-09-14', '2023-09-16'],
  ['EV-2024-LYON', 'Spring training day', 3, '2024-04-12', '2024-04-12'],
] as const;

/** Venues: id, name, town. */
export const VENUES = [
  [1, 'Cité de l’Exemple', 'Nantes'],
  [2, 'Online', 'Online'],
  [3, 'Palais des Essais', 'Lyon'],
  [4, 'Sample Hall', 'London'],
] as const;

/** Talks of every event. */
export const TALKS = [
  'Minutes that people read',
  'Travel planning under pressure',
  'Gérer deux agendas',
  'The art of saying no',
  'Archiving for beginners',
  'Négocier avec les prestataires',
  'Working across time zones',
  'Accessible documents',
] as const;

/** Remarks that people left. */
export const REMARKS = [
  'Très utile, merci !',
  'Too long, but good slides.',
  'J’ai partagé les notes avec mon équipe.',
  'Room was cold.',
  '',
  '=1+1 is what the slide said',
] as const;

/** Newsletters there are. */
export const LISTS = [
  [1, 'Monthly news'],
  [2, 'Event announcements'],
  [3, 'Lettre des responsables'],
] as const;

/** Rooms of the hostel: number, name, building, beds. */
export const ROOMS = [
  [101, 'Seine', 'A', 4],
  [102, 'Marne', 'A', 6],
  [201, 'Oise', 'B', 2],
  [202, 'Yonne', 'B', 8],
] as const;

/** Campaigns of the hostel: number, title, channel, date. */
export const CAMPAIGNS = [
  [1, 'Offre de printemps', 'courriel', '2023-03-01'],
  [2, 'Groupes scolaires', 'courriel', '2023-09-04'],
  [3, 'Dernière minute', 'sms', '2024-02-10'],
] as const;
