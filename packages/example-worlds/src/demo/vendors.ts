import { EspoCrm } from '../vendors/espocrm.js';
import { Listmonk } from '../vendors/listmonk.js';
import { Pretix } from '../vendors/pretix.js';
import type { Crm, Mailings, Ticketing } from '../vendors/vendor-system.js';

/** The association's CRM, ticket shop and mailing platform. */
export interface DemoVendors {
  readonly crm: Crm;
  readonly tickets: Ticketing;
  readonly mailings: Mailings;
}

/** Three vendors with nobody in them. Another vendor of a kind takes another line here. */
export function createVendors(): DemoVendors {
  return {
    crm: new EspoCrm(),
    tickets: new Pretix(),
    mailings: new Listmonk(),
  };
}
