import { EventPlatform } from '../event-platform.js';
import { Hostel } from '../hostel.js';
import { MemberDatabase } from '../member-database.js';
import { NewsletterTool } from '../newsletter-tool.js';

/** The four systems of the demo world while their rows are made. */
export interface DemoSystems {
  readonly membership: MemberDatabase;
  readonly events: EventPlatform;
  readonly newsletter: NewsletterTool;
  readonly hostel: Hostel;
}

/** Four systems with nobody in them. */
export function createSystems(): DemoSystems {
  return {
    membership: new MemberDatabase(),
    events: new EventPlatform(),
    newsletter: new NewsletterTool(),
    hostel: new Hostel(),
  };
}
