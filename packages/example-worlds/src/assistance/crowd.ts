import { ordinaryPerson } from '../people/ordinary.js';
import type { Person } from '../people/person.js';
import type { Random } from '../world/random.js';
import type { Root } from '../world/source-builder.js';
import type { PersonOfInterest } from '../world/truth.js';
import type { CharterSystems } from './cast-charter.js';
import type { ProviderNetwork } from './provider-network.js';

/** Ordinary people with contracts, and what became of those. */
export function addInsured(systems: CharterSystems, people: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return people.map((person) => ordinaryPerson(person, insuredRoots(systems, person, random)));
}

function insuredRoots({ contracts, cases }: CharterSystems, person: Person, random: Random): readonly Root[] {
  const { root, contract } = contracts.addSubscriber(person);
  const roots = [root];
  if (random.chance(0.5)) roots.push(contracts.addAccount(person));
  if (random.chance(0.3)) roots.push(contracts.addSurvey(person.email, random.between(1, 10)));
  for (let count = random.between(0, 2); count > 0; count--) {
    const one = cases.addCase(person, { no_contrat: contract });
    if (random.chance(0.3)) cases.addMedical(one, { etat_sante: random.pick(['Fièvre', 'Fracture', 'Vertiges']) });
    roots.push(one.root);
  }
  if (random.chance(0.4)) {
    const at = `2026-0${random.between(1, 9)}-1${random.between(0, 9)}T10:00:00Z`;
    roots.push(cases.addCall({ phone: person.phone, caller: `${person.given} ${person.family}`, at }));
  }
  return roots;
}

/** Ordinary people at providers. */
export function addProviders(network: ProviderNetwork, people: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return people.map((person) => {
    const roots = [network.addContact(person)];
    for (let count = random.between(0, 3); count > 0; count--)
      roots.push(network.addConnection(person.email, `2026-0${random.between(1, 9)}-2${random.between(0, 8)}T12:00:00Z`));
    if (random.chance(0.3)) roots.push(network.addRequest(person, `202${random.between(0, 5)}-06-01`));
    return ordinaryPerson(person, roots);
  });
}
