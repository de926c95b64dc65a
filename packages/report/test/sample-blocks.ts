import type { Block } from '../src/document/document.js';

/** In the language of the document. */
export type Say = (en: string, fr: string) => string;

/** `note` of the sample. */
export function note(tone: 'info' | 'warning', title: string | undefined, blocks: readonly Block[]): Block {
  return { kind: 'note', tone, blocks, ...(title === undefined ? {} : { title }) };
}

/** `facts` of the sample. */
export function facts(say: Say): Block {
  return {
    kind: 'facts',
    facts: [
      {
        term: say('Controller', 'Responsable du traitement'),
        value: say('Example Hostels Association', 'Association des auberges de l’exemple'),
      },
      {
        term: say('Data protection officer', 'Délégué à la protection des données'),
        value: [
          { text: 'dpo@hostels.example.org', href: 'mailto:dpo@hostels.example.org' },
          ' · ',
          { text: '+33 4 00 00 00 00', href: 'tel:+33400000000' },
        ],
      },
      { term: say('Authority', 'Autorité de contrôle'), value: [{ text: 'CNIL', href: 'https://www.cnil.fr/' }] },
      {
        term: say('What you can do', 'Ce que vous pouvez faire'),
        value: [
          {
            kind: 'list',
            items: [
              say('have it corrected', 'faire rectifier'),
              say('have it erased', 'faire effacer'),
              [
                say('object: ', 'vous opposer : '),
                { text: say('see “Our newsletter”', 'voir « Notre lettre d’information »'), href: '#letters' },
              ],
            ],
          },
        ],
      },
      { term: say('Reference', 'Référence'), value: [{ text: 'HB-2026-0042', style: 'code' }] },
    ],
  };
}

/** `purposes` of the sample. */
export function purposes(say: Say): Block {
  return {
    kind: 'table',
    caption: say('Purposes and their grounds', 'Finalités et leurs fondements'),
    isNamed: true,
    columns: [
      { title: say('Purpose', 'Finalité') },
      { title: say('Ground', 'Fondement'), note: say('Art. 6(1)', 'art. 6, § 1') },
      { title: say('Records', 'Enregistrements'), align: 'end' },
    ],
    rows: [
      [say('Bookings and stays', 'Réservations et séjours'), say('contract (b)', 'contrat (b)'), '128'],
      [say('Accounts', 'Comptabilité'), say('legal obligation (c)', 'obligation légale (c)'), '16'],
      [
        say('Newsletter', 'Lettre d’information'),
        say('consent (a), given on 3 June 2024', 'consentement (a), donné le 3 juin 2024'),
        '41',
      ],
    ],
  };
}

/** `flow` of the sample. */
export function flow(say: Say): Block {
  return {
    kind: 'figure',
    caption: say('Who receives which of your data', 'Qui reçoit lesquelles de vos données'),
    description: say(
      'Contact data goes to the mailing service and the town; bookings go to the town and the accountant.',
      'Les coordonnées vont au service d’envoi et à la commune ; les réservations vont à la commune et à l’expert-comptable.',
    ),
    picture: {
      kind: 'flow',
      from: [
        { id: 'contact', label: say('Contact data', 'Coordonnées') },
        { id: 'stays', label: say('Bookings and stays', 'Réservations et séjours') },
      ],
      to: [
        {
          id: 'mail',
          label: say('Mailing service (Ireland)', 'Service d’envoi (Irlande)'),
          note: say('processor, for the newsletter', 'sous-traitant, pour la lettre d’information'),
        },
        { id: 'town', label: say('Town of Example', 'Commune de l’Exemple'), note: say('tourist tax', 'taxe de séjour') },
        {
          id: 'books',
          label: say('Accountant', 'Expert-comptable'),
          note: say('yearly accounts, required by law', 'comptes annuels, exigés par la loi'),
        },
      ],
      arrows: [
        { from: 'contact', to: 'mail' },
        { from: 'contact', to: 'town' },
        { from: 'stays', to: 'town' },
        { from: 'stays', to: 'books' },
      ],
    },
  };
}

/** `timeline` of the sample. */
export function timeline(say: Say): Block {
  return {
    kind: 'figure',
    caption: say('Until when each part is kept', 'Jusqu’à quand chaque partie est conservée'),
    description: say(
      'Bookings until April 2029, accounts until the end of 2035, newsletter until you leave it; enquiries should have been erased in June 2025.',
      'Réservations jusqu’en avril 2029, comptabilité jusqu’à fin 2035, lettre d’information jusqu’à votre désinscription ; les demandes auraient dû être effacées en juin 2025.',
    ),
    picture: {
      kind: 'timeline',
      today: '2026-04-05',
      bars: [
        {
          label: say('Bookings and stays', 'Réservations et séjours'),
          until: '2029-04-05',
          note: say(
            'until 5 April 2029: three years after the last stay',
            'jusqu’au 5 avril 2029 : trois ans après le dernier séjour',
          ),
          state: 'running',
        },
        {
          label: say('Accounts', 'Comptabilité'),
          until: '2035-12-31',
          note: say('until 31 December 2035: ten years, by law', 'jusqu’au 31 décembre 2035 : dix ans, selon la loi'),
          state: 'running',
        },
        {
          label: say('Newsletter', 'Lettre d’information'),
          note: say('no date: until you unsubscribe', 'sans date : jusqu’à votre désinscription'),
          state: 'open',
        },
        {
          label: say('Enquiries', 'Demandes de renseignements'),
          until: '2025-06-30',
          note: say('overdue since 30 June 2025: we erase it now', 'échue depuis le 30 juin 2025 : nous effaçons maintenant'),
          state: 'overdue',
        },
      ],
    },
  };
}

/** `records` of the sample. */
export function records(say: Say, count: number): Block {
  return {
    kind: 'table',
    caption: say('Messages', 'Messages'),
    isNamed: true,
    columns: [
      { title: say('Number', 'Numéro') },
      { title: say('From', 'De') },
      { title: say('Words', 'Texte') },
      { title: say('Sent', 'Envoyé'), note: 'Europe/Paris' },
      { title: say('Size', 'Taille'), align: 'end' },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      [{ text: `M-${String(index + 1).padStart(5, '0')}`, style: 'code' }],
      `ada.very-long-name.of-somebody+${index}@mail.customers.example.org`,
      index % 3 === 0
        ? [{ text: 'Can I come a day earlier?\nThank you!', style: 'quote', language: 'en' }]
        : [say('about ', 'à propos de '), { text: say('another guest’s name', 'nom d’un autre hôte'), style: 'mark' }],
      `2026-0${(index % 9) + 1}-11 09:30`,
      `${index * 7} kB`,
    ]),
    more: [say('Attachments are in ', 'Les pièces jointes sont dans '), { text: 'files/', href: 'files/index.html' }, '.'],
  };
}

/** `scripts` of the sample. */
export function scripts(say: Say): Block {
  return {
    kind: 'list',
    ordered: true,
    items: [
      'Ελένη Παπαδοπούλου',
      'Дмитрий Шостакович',
      [say('Arabic: ', 'arabe : '), { text: 'محمد بن سلمان', style: 'quote', language: 'ar' }],
      'Łódź, Đakovo, Iași, Şırnak, Þórshöfn, Nguyễn Ánh',
      [{ text: '<script>alert(1)</script>', style: 'code' }, say(' stays text.', ' reste du texte.')],
    ],
  };
}
