import { ordinaryPerson } from '../people/ordinary.js';
import type { Person } from '../people/person.js';
import type { Random } from '../world/random.js';
import type { Root } from '../world/source-builder.js';
import type { PersonOfInterest } from '../world/truth.js';
import type { AssessSystems } from './cast.js';

const ORIGINS = ['Carte de visite', 'Formulaire du site', 'Réseau social', 'Partenaire (exemple)'] as const;

/** Ordinary people: clients, contacts, readers and candidates. */
export function addPublic(systems: AssessSystems, people: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return people.map((person) =>
    ordinaryPerson(person, [...inTheCrm(systems, person, random), ...onTheSite(systems, person, random)]),
  );
}

function inTheCrm({ crm }: AssessSystems, person: Person, random: Random): readonly Root[] {
  const client = random.chance(0.4) ? crm.addClient(person) : undefined;
  const roots = client === undefined ? [crm.addContact(person, random.pick(ORIGINS)).root] : [client.root];
  if (client !== undefined) {
    for (let count = random.between(0, 2); count > 0; count--) crm.addPayment(client, person);
    crm.addTrace({ client }, '2026-08-03T11:00:00Z', 'PAI');
  }
  if (random.chance(0.5)) roots.push(crm.addRegistration(person, random.between(0, 2), client));
  if (random.chance(0.5)) roots.push(crm.addSubscription(person.email, random.chance(0.8) ? 1 : 0, client));
  return roots;
}

function onTheSite({ site }: AssessSystems, person: Person, random: Random): readonly Root[] {
  const roots: Root[] = [];
  if (random.chance(0.4)) {
    const account = site.addAccount(person, '2026-04-20T16:00:00Z');
    for (let count = random.between(1, 4); count > 0; count--) site.addVisit(account, `2026-04-2${count}T16:00:00Z`);
    roots.push(account.root);
  }
  if (random.chance(0.2)) roots.push(site.addApplication(person, 'Analyste', '2026-05-11'));
  return roots;
}
