import { byEmail, person } from '../../people/cast.js';
import type { Person } from '../../people/person.js';
import { type PersonOfInterest, truthOf, withMore } from '../../world/truth.js';
import type { DemoVendors } from '../vendors.js';
import type { DemoSystems } from './systems.js';

const OFFICE = 'secretariat@cabinet-almeida.test';
const TOGETHER = 40;

/** People whom the association's databases and its vendors know. */
export interface Connected {
  /** The main character of the databases, whom two vendors know as well, and somebody whom only all of them together know. */
  readonly cast: readonly [main: PersonOfInterest, across: PersonOfInterest];
  /** Ordinary people. */
  readonly crowd: readonly PersonOfInterest[];
}

/** Puts people into the vendors, and says what databases and vendors hold of them together. */
export function connect(
  { systems, vendors }: { readonly systems: DemoSystems; readonly vendors: DemoVendors },
  { camille, crowd }: { readonly camille: PersonOfInterest; readonly crowd: readonly (readonly [Person, PersonOfInterest])[] },
): Connected {
  const main = alsoAtVendors(camille, vendors);
  const across = acrossFourSystems(systems, vendors);
  addDecoys(systems, vendors);
  return { cast: [main, across], crowd: crowd.slice(0, TOGETHER).map((one, index) => ordinary(one, index, vendors)) };
}

function alsoAtVendors(camille: PersonOfInterest, { crm, tickets }: DemoVendors): PersonOfInterest {
  const somebody = person(1, ['Camille', 'Lefèvre-Okafor'], '1984-06-17', 'camille.lefevre@example.org');
  const roots = [
    crm.addContact({ person: somebody, emails: [somebody.email], note: 'Would speak at the next conference.' }),
    ...tickets.addCustomer({ person: somebody, email: 'c.okafor@courriel.test', phone: somebody.phone }),
  ];
  return withMore(camille, roots);
}

/**
 * Database → CRM → ticket shop → CRM → mailing platform: each knows her by something that only the one before can tell. The CRM
 * holds her office's mailbox too, which a colleague uses: what stands under it waits.
 */
function acrossFourSystems({ membership, events }: DemoSystems, { crm, tickets, mailings }: DemoVendors): PersonOfInterest {
  const [today, home] = ['ines.duarte@example.org', 'duarte.ines@post.test'];
  const [before, third] = ['i.duarte@ancien-bureau.test', 'ines.d@courriel.test'];
  const ines = person(70, ['Inês', 'Duarte'], '1987-04-21', today);
  const mobile = person(71, ['Inês', 'Duarte'], ines.birthDate, before).phone;
  const rui = person(73, ['Rui', 'Almeida'], '1969-10-02', 'rui.almeida@example.org');
  const member = membership.addMember(ines, [{ email: today }, { email: home }], { employer: 'Cabinet Almeida (exemple)' });
  membership.addMemberships(member, 2021, 2024);
  const included = [
    member.root,
    events.addRegistration(ines, 3).root,
    crm.addContact({ person: ines, emails: [home, before, OFFICE], phone: ines.phone, note: 'Has left her former office.' }),
    ...tickets.addCustomer({ person: ines, email: before, phone: mobile }),
    crm.addLead({ person: ines, emails: [third], phone: mobile, note: 'Left her card at the fair.' }),
    mailings.addSubscriber(third, 'Ines Duarte'),
  ];
  const queued = [
    crm.addContact({ person: rui, emails: [OFFICE, rui.email], phone: rui.phone }),
    tickets.addOrder({ person: rui, email: OFFICE, phone: rui.phone }),
    mailings.addSubscriber(OFFICE),
  ];
  return {
    id: 'across-vendors',
    name: 'Inês Duarte',
    shows:
      'Member database → her address at home → CRM → an address of long ago → ticket shop → a mobile number → CRM → a third address → mailings. A namesake stays out, and what stands under the mailbox of her office waits.',
    given: byEmail(today),
    truth: truthOf(included, queued),
  };
}

/** Her namesake, in every system, under an address a domain apart. */
function addDecoys({ membership, events }: DemoSystems, { crm, tickets, mailings }: DemoVendors): void {
  const namesake = person(72, ['Inês', 'Duarte'], '1994-08-30', 'ines.duarte@example.com');
  membership.addMember(namesake, [{ email: namesake.email }]);
  events.addRegistration(namesake, 3);
  crm.addContact({ person: namesake, emails: [namesake.email], phone: namesake.phone });
  tickets.addCustomer({ person: namesake, email: namesake.email, phone: namesake.phone });
  mailings.addSubscriber(namesake.email, 'Inês Duarte');
}

function ordinary(
  [somebody, found]: readonly [Person, PersonOfInterest],
  index: number,
  { crm, tickets, mailings }: DemoVendors,
): PersonOfInterest {
  const { email, phone, given, family } = somebody;
  const roots = [
    crm.addContact({ person: somebody, emails: [email], phone }),
    ...(index % 2 === 0 ? tickets.addCustomer({ person: somebody, email, phone }) : []),
    ...(index % 3 === 0 ? [mailings.addSubscriber(email, `${given} ${family}`)] : []),
  ];
  return withMore(found, roots);
}
