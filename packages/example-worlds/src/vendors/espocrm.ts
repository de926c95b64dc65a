import { createRequire } from 'node:module';
import type { JsonObject } from '@habeas/connector-sdk';
import type { Root } from '../world/source-builder.js';
import { Moment } from '../world/calendar.js';
import { VendorRecords, type VendorRoot } from './vendor-records.js';
import type { Crm, CrmContact } from './vendor-system.js';

const require = createRequire(import.meta.url);

const BY_ID = ['id'] as const;
const STAFF = { createdById: 'u-secretariat', createdByName: 'The secretariat' } as const;
const FIRST_DAY = Moment.of('2021-02-01');

/** EspoCRM with the contacts of an example controller. */
export class EspoCrm implements Crm {
  readonly connector = 'espocrm';
  readonly manifest = require.resolve('@habeas/connector-espocrm/manifest.yaml');
  readonly settings = {};
  readonly secret = 'synthetic-key-of-espocrm';
  readonly secretName = 'apiKey';
  readonly records = new VendorRecords('crm');

  addContact(contact: CrmContact): Root {
    const root = this.#person('Contact', contact);
    const { number, day } = this.#counted('linked');
    const linked = { parentType: 'Contact', parentId: root.recordId, status: 'Held', ...STAFF };
    const dateStart = day.sqlDatetime;
    this.#owned(root, 'Call', { id: `call${number}`, name: 'About the membership', direction: 'Outbound', dateStart, ...linked });
    this.#owned(root, 'Meeting', { id: `meet${number}`, name: 'Preparation of the conference', dateStart, ...linked });
    const stream = { parentType: 'Contact', parentId: root.recordId, createdAt: day.sqlDatetime, ...STAFF };
    this.#owned(root, 'note', { id: `note${number}a`, type: 'Create', number: 2 * number - 1, ...stream });
    const post = contact.note ?? 'Prefers to be called in the morning.';
    this.#owned(root, 'note', { id: `note${number}b`, type: 'Post', post, number: 2 * number, ...stream });
    const campaign = { campaignName: 'Invitation to the conference', actionDate: day.plusDays(3).sqlDatetime };
    this.#owned(root, 'campaignLog', { id: `log${number}`, action: 'Opened', isTest: false, ...campaign });
    return root;
  }

  addLead(contact: CrmContact): Root {
    return this.#person('Lead', contact, { status: 'New', source: 'Trade fair', description: contact.note ?? '' });
  }

  #person(collection: 'Contact' | 'Lead', { person, emails, phone }: CrmContact, details: JsonObject = {}): VendorRoot {
    const { number, day } = this.#counted(collection);
    const { given, family } = person;
    return this.records.root(
      { collection, key: BY_ID },
      {
        id: `${collection.toLowerCase()}${String(number).padStart(6, '0')}`,
        name: `${given} ${family}`,
        firstName: given,
        lastName: family,
        emailAddress: emails[0] ?? null,
        emailAddressData: emails.map((emailAddress, index) => ({ emailAddress, primary: index === 0 })),
        phoneNumber: phone ?? null,
        phoneNumberData: phone === undefined ? [] : [{ phoneNumber: phone, primary: true }],
        doNotCall: false,
        addressCountry: person.country,
        createdAt: day.sqlDatetime,
        modifiedAt: day.plusDays(30).sqlDatetime,
        ...STAFF,
        ...details,
      },
    );
  }

  #owned(root: VendorRoot, collection: string, raw: JsonObject): void {
    this.records.owned(root, { collection, key: BY_ID }, raw);
  }

  #counted(series: string): { readonly number: number; readonly day: Moment } {
    const number = this.records.next(series);
    return { number, day: FIRST_DAY.plusDays(number * 5) };
  }
}
