import type { Activity } from '../register/activity.js';
import type { Recipient } from '../register/recipient.js';
import type { Register } from '../register/register.js';

/** A value that may be changed, at any depth. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Draft<T[Key]> }
    : T;

const title = { en: 'Members', fr: 'Membres' };
const stated = {};

/** A register in which everything is told as the law wants it: it has no fault and no lint. */
export const SOUND_REGISTER: Register = {
  id: 'example_association',
  controller: { name: 'Example Association', legalForm: 'association', address: '1 Example Street', country: 'FR' },
  contacts: { dpo: { email: 'dpo@association.example' }, rightsChannels: [{ type: 'email', value: 'dpo@association.example' }] },
  supervisoryAuthority: { name: 'Example Authority', contact: { url: 'https://authority.example/' }, complaint: stated },
  jurisdiction: 'FR',
  timeZone: 'Europe/Paris',
  holidayCalendar: 'FR',
  languages: ['en', 'fr'],
  identity: { policyRequires: 'none' },
  rights: {
    access: stated,
    rectification: stated,
    erasure: stated,
    restriction: stated,
    objection: stated,
    portability: stated,
    withdraw_consent: stated,
  },
  portability: { policyScope: { bases: ['consent', 'contract'] } },
  declares: {},
  provision: { text: title },
  security: { text: title },
  caseRetention: { length: 'P5Y', justification: 'claims' },
  archiveRetention: { length: 'P30D', justification: 'time to download' },
  subjects: { members: { title }, prospects: { title, prospect: true } },
  recipients: { host: { title, name: 'Example Hosting', role: 'processor', location: { in: ['FR', 'NO'] } } },
  activities: {
    membership: {
      title,
      role: { is: 'controller' },
      subjects: ['members', 'prospects'],
      purposes: { administration: { title, bases: [{ basis: 'contract' }] } },
      fields: { name: { title, category: 'pd:Name', origin: 'provided' } },
      collectedFrom: [{ title }],
      recipients: ['host'],
      retention: [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' } }],
      adm: { level: 'none' },
    },
  },
  unstated: [],
};

/** The sound register after a change. */
export function registerWith(change: (register: Draft<Register>) => void): Register {
  const draft = structuredClone(SOUND_REGISTER) as Draft<Register>;
  change(draft);
  return draft;
}

/** The sound register after a change to its one activity. */
export function activityWith(change: (activity: Draft<Activity>) => void): Register {
  return registerWith(({ activities }) => {
    change(activities['membership'] as Draft<Activity>);
  });
}

/** The sound register after a change to its one recipient. */
export function recipientWith(change: (recipient: Draft<Recipient>) => void): Register {
  return registerWith(({ recipients }) => {
    change(recipients['host'] as Draft<Recipient>);
  });
}
