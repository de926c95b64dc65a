import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import type { ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';

/** A service that writes e-mails, who decides at its hostel, and a website that hands requests over. Whoever has it stops house and catcher. */
export interface MailedHouse {
  readonly house: ServiceHouse;
  readonly catcher: MailCatcher;
  readonly officer: Officer;
  readonly website: ServiceClient;
}

/** See {@link MailedHouse}. */
export async function mailedHouse(): Promise<MailedHouse> {
  const catcher = await startMailCatcher();
  const house = await serviceHouse(
    `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nworker: { idleSeconds: 0.02 }\n`,
  );
  const officer = await officerOf(house, 'hostel');
  const { client: website } = await tokenOf(officer, ['request.handOver', 'request.read']);
  return { house, catcher, officer, website };
}
