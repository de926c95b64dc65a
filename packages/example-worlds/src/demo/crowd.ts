import type { Person } from '../people/person.js';
import type { Random } from '../world/random.js';
import type { Root } from '../world/source-builder.js';
import type { PersonOfInterest } from '../world/truth.js';
import type { DemoSystems } from './cast/systems.js';
import { ordinaryPerson } from '../people/ordinary.js';

/** Ordinary people: one address, one telephone, nobody's but theirs. Returns what each of the association's systems has of them. */
export function addCrowd(systems: DemoSystems, crowd: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return crowd.map((person) =>
    ordinaryPerson(person, [
      ...asMember(systems, person, random),
      ...atEvents(systems, person, random),
      ...asReader(systems, person, random),
    ]),
  );
}

function asMember({ membership }: DemoSystems, person: Person, random: Random): readonly Root[] {
  if (!random.chance(0.75)) return [];
  const member = membership.addMember(person, [{ email: person.email }]);
  membership.addMemberships(member, random.between(2016, 2023), 2024);
  if (random.chance(0.5)) membership.addDirectoryEntry(member, 'Assistante', 'Contactez-moi par le groupe.');
  if (random.chance(0.15)) membership.addDiet(member, random.pick(['vegetarian', 'halal', 'kosher', 'no gluten']), '');
  if (random.chance(0.2)) membership.addPhoto(member, '2020-01-15');
  if (random.chance(0.6)) membership.addCareer(member, random.between(1, 3));
  return [member.root];
}

function atEvents({ events }: DemoSystems, person: Person, random: Random): readonly Root[] {
  const roots: Root[] = [];
  for (let count = random.between(0, 3); count > 0; count--) {
    const email = random.chance(0.2) ? person.email.toUpperCase() : person.email;
    const participantPhone = random.chance(0.4) ? person.phone : null;
    const registration = events.addRegistration(person, events.anyEvent(random), { participantEmail: email, participantPhone });
    events.addVisit(registration, random.between(0, 6), random.chance(0.3) ? random.between(1, 9) : 0);
    roots.push(registration.root);
    if (random.chance(0.3))
      roots.push(events.addInvoice({ name: `${person.family} ${person.given}`, email: person.email }, ['Participation']));
  }
  return roots;
}

function asReader({ newsletter }: DemoSystems, { email, given, family, language }: Person, random: Random): readonly Root[] {
  if (!random.chance(0.6)) return [];
  return [newsletter.addSubscriber(random.chance(0.7) ? { email, given, family, language } : { email }, random.between(1, 10))];
}

/** Guests of the hostel, with a stay or two. */
export function addGuests({ hostel }: DemoSystems, guests: readonly Person[], random: Random): void {
  for (const person of guests) {
    const guest = hostel.addGuest(person, person.email);
    for (let stays = random.between(0, 2); stays > 0; stays--)
      hostel.addStay(guest, `2023-0${random.between(1, 9)}-1${random.between(0, 9)}`);
    if (random.chance(0.3)) hostel.addSurvey(person.email, random.between(4, 10));
    if (random.chance(0.5)) hostel.addMailing({ email: person.email }, 2);
  }
}
