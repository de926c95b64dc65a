import type { JsonObject } from '@habeas/connector-sdk';
import type { HeldThings } from '@habeas/rest-engine/fake-vendor';
import type { Person } from '../people/person.js';
import type { Root } from '../world/source-builder.js';
import type { VendorRecords } from './vendor-records.js';

/** A vendor's system as an example controller uses it: what it holds, and how it is started and configured. */
export interface VendorSystem {
  /** Its connector's id; `configs/vendors` has the source's configuration under this name. */
  readonly connector: string;
  /** The file of the connector's manifest. */
  readonly manifest: string;
  /** Its settings, but for its address. */
  readonly settings: JsonObject;
  /** The credential that its manifest asks for, and what it is called there. */
  readonly secret: string;
  readonly secretName: string;
  readonly records: VendorRecords;
  /** The things that its records refer to, by their kind. */
  readonly shared?: HeldThings;
}

/** A contact as a CRM knows it. */
export interface CrmContact {
  readonly person: Person;
  /** The first one is the contact's main address. */
  readonly emails: readonly string[];
  readonly phone?: string;
  readonly note?: string;
}

/** Keeps contacts, and leads that nobody has made contacts of yet. */
export interface Crm extends VendorSystem {
  /** With a call, a meeting, two entries of its stream, and what became of a campaign. */
  addContact(contact: CrmContact): Root;
  addLead(contact: CrmContact): Root;
}

/** An account at an event platform, and the address and telephone number that it is under. */
export interface TicketBuyer {
  readonly person: Person;
  readonly email: string;
  readonly phone?: string;
}

/** Sells tickets. */
export interface Ticketing extends VendorSystem {
  /** An account with an order and its invoice. The roots: both the account and the order can be found. */
  addCustomer(buyer: TicketBuyer): readonly Root[];
  /** An order without an account. */
  addOrder(buyer: TicketBuyer): Root;
}

/** Sends newsletters. */
export interface Mailings extends VendorSystem {
  /** A subscriber; many give an address and nothing else. */
  addSubscriber(email: string, name?: string): Root;
}
