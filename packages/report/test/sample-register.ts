import type { Activity, Recipient, Register } from '@habeas/core/law';

const stated = {};

const RECIPIENTS: Readonly<Record<string, Recipient>> = {
  host: {
    title: { en: 'Hosting', fr: 'Hébergement' },
    name: 'Example Hosting',
    role: 'processor',
    location: { in: ['FR', 'NO'] },
  },
  mailer: {
    title: { en: 'Mailing service', fr: 'Service d’envoi' },
    name: 'Example Mailing Inc.',
    role: 'processor',
    location: { in: ['US', 'FR'] },
    safeguard: {
      type: 'standard_clauses',
      text: { en: 'Module two.', fr: 'Module deux.' },
      copyFrom: 'clauses@association.example',
    },
  },
  members: {
    title: { en: 'Other members', fr: 'Autres adhérents' },
    role: 'subjects',
    unnamedBecause: 'not_identifiable',
    location: { in: 'worldwide' },
  },
  staff: { title: { en: 'Our staff', fr: 'Nos équipes' }, role: 'internal', location: { in: ['FR'] } },
  police: { title: { en: 'The police', fr: 'La police' }, role: 'authority', location: { in: ['FR'] } },
};

const MEMBERSHIP: Activity = {
  title: { en: 'Membership', fr: 'Adhésion' },
  role: { is: 'controller' },
  subjects: ['members'],
  purposes: {
    administration: {
      title: { en: 'Managing memberships', fr: 'Gestion des adhésions' },
      bases: [{ basis: 'contract' }, { basis: 'legal_obligation' }],
    },
    statistics: {
      title: { en: 'Statistics', fr: 'Statistiques' },
      bases: [{ basis: 'legitimate_interest', interest: { en: 'Knowing our members.', fr: 'Connaître nos adhérents.' } }],
    },
  },
  fields: { name: { title: { en: 'Name', fr: 'Nom' }, category: 'pd:Name', origin: 'provided' } },
  collectedFrom: [{ title: { en: 'The form that you filled in', fr: 'Le formulaire que vous avez rempli' } }],
  recipients: ['host', 'staff', 'police'],
  retention: [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, whileOpen: 'membership', then: 'delete' }],
  adm: { level: 'none' },
};

const NEWSLETTER: Activity = {
  title: { en: 'Newsletter', fr: 'Lettre d’information' },
  role: { is: 'controller' },
  subjects: ['members'],
  purposes: {
    news: { title: { en: 'Sending news', fr: 'Envoi de nouvelles' }, marketing: true, bases: [{ basis: 'consent' }] },
  },
  fields: { email: { title: { en: 'E-mail', fr: 'Courriel' }, category: 'pd:EmailAddress', origin: 'provided' } },
  collectedFrom: [{ title: { en: 'Partners', fr: 'Partenaires' }, thirdParty: true }],
  recipients: ['mailer'],
  retention: [{ criterion: { text: { en: 'Until you unsubscribe.', fr: 'Jusqu’à votre désinscription.' } } }],
  adm: {
    level: 'profiling',
    logic: { en: 'Counts what you open.', fr: 'Compte ce que vous ouvrez.' },
    consequences: { en: 'Fewer letters.', fr: 'Moins de lettres.' },
  },
};

/** A controller that has stated everything that a report tells. */
export const SAMPLE_REGISTER: Register = {
  id: 'example_association',
  controller: {
    name: 'Example Association',
    legalForm: 'association',
    address: '1 Example Street, 75000 Exampleville',
    country: 'FR',
    representative: 'Rae Example',
    jointWith: ['Example Federation'],
  },
  contacts: {
    dpo: { name: 'Ada Example', email: 'dpo@association.example', phone: '+33 1 99 00 00 00', post: 'DPO, 1 Example Street' },
    rightsChannels: [
      { type: 'email', value: 'dpo@association.example' },
      { type: 'portal', value: 'https://association.example/rights' },
    ],
  },
  supervisoryAuthority: {
    name: 'Example Authority',
    contact: { post: '2 Example Square', phone: '+33 1 99 00 00 01', url: 'https://authority.example/complaints' },
    complaint: stated,
  },
  jurisdiction: 'FR',
  timeZone: 'Europe/Paris',
  holidayCalendar: 'FR',
  languages: ['en', 'fr'],
  identity: { policyRequires: 'none' },
  declares: {},
  caseRetention: { length: 'P5Y', justification: 'claims' },
  archiveRetention: { length: 'P30D', justification: 'time to download' },
  subjects: { members: { title: { en: 'Members', fr: 'Adhérents' } } },
  recipients: RECIPIENTS,
  activities: { membership: MEMBERSHIP, newsletter: NEWSLETTER },
  unstated: [],
};

/** The same with another membership: what is `undefined` is left out. */
export function membershipWith(changes: { readonly [Key in keyof Activity]?: Activity[Key] | undefined }): Register {
  return { ...SAMPLE_REGISTER, activities: { ...SAMPLE_REGISTER.activities, membership: changed(MEMBERSHIP, changes) } };
}

/** The same, whose membership has this recipient and no other. */
export function recipientWith(recipient: Partial<Recipient>): Register {
  const only: Recipient = { title: { en: 'Payments', fr: 'Paiements' }, role: 'third_party', ...recipient };
  return { ...membershipWith({ recipients: ['only'] }), recipients: { only } };
}

function changed<Value extends object>(value: Value, changes: { readonly [Key in keyof Value]?: Value[Key] | undefined }): Value {
  const entries = Object.entries({ ...value, ...changes }).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as Value;
}
