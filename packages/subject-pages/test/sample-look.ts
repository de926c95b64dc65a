import type { SubjectLook } from '../src/view/subject-look.js';

/** A controller with everything that a look can hold. */
export const HOSTELS: SubjectLook = {
  controllerName: 'Example Hostels Association',
  colour: '#b3541e',
  contact: {
    email: 'privacy@hostels.example',
    phone: '+33 1 99 00 12 34',
    post: ['Example Hostels Association', 'Data protection', '1 rue de l’Exemple', '75004 Paris'],
    officer: 'Maud Petit',
  },
  legal: {
    notice: {
      en: 'Our charter of 2026 applies: we answer in ten working days if we can.',
      fr: 'Notre charte de 2026 s’applique : nous répondons en dix jours ouvrés si nous le pouvons.',
    },
    privacy: 'https://hostels.example/privacy',
    imprint: '/imprint',
    authority: {
      name: 'Commission nationale de l’informatique et des libertés (CNIL)',
      url: 'https://www.cnil.fr/fr/plaintes',
      phone: '+33 1 53 73 22 22',
      post: ['3 place de Fontenoy', 'TSA 80715', '75334 Paris Cedex 07'],
    },
  },
  home: '/ask/hostels',
};

/** One whose names are as long, and as foreign to the page, as names get. */
export const LONG_NAMES: SubjectLook = {
  ...HOSTELS,
  controllerName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  contact: {
    email: `${'data.protection.'.repeat(5)}office@hostels.example`,
    officer: 'مسؤول حماية البيانات',
    post: ['東京都千代田区千代田１丁目１番１号'.repeat(4)],
  },
};

/** A controller that has given no more than it must. */
export const PLAIN: SubjectLook = {
  controllerName: 'Example Club',
  contact: { post: ['Example Club', '2 Sample Street'] },
  home: '/',
};
