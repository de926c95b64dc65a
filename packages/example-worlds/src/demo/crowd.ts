import type { Person } from '../people/person.js';
import type { Random } from '../world/random.js';
import type { Root } from '../world/source-builder.js';
import type { PersonOfInterest } from '../world/truth.js';
import type { DemoSystems } from './cast/systems.js';
import { ordinaryPerson } from '../people/ordinary.js';

/** Ordinary people: one address, one telephone, nobody's but theirs. Returns what each of the association's systems has of them. */
export function addCrowd(systems: DemoSystems, crowd: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return crowd.map((person) => {
    const member = asMember(systems, person, random);
    const roots = [...member, ...atEvents(systems, person, random), ...asReader(systems, person, random, member.length > 0)];
    return ordinaryPerson(person, roots);
  });
}

function asMember({ membership }: DemoSystems, person: Person, random: Random): readonly Root[] {
  if (!random.chance(0.75)) return [];
  const left_on = leftOn(person);
  const member = membership.addMember(person, [{ email: person.email }], { left_on });
  membership.addMemberships(member, random.between(2016, 2023), 2024, left_on);
  if (random.chance(0.5)) membership.addDirectoryEntry(member, 'Assistante', 'Contactez-moi par le groupe.');
  if (random.chance(0.15)) membership.addDiet(member, random.pick(['vegetarian', 'halal', 'kosher', 'no gluten']), '');
  if (random.chance(0.2)) membership.addPhoto(member, '2020-01-15');
  if (random.chance(0.6)) membership.addCareer(member, random.between(1, 3));
  return [member.root];
}

/** One in five has left: half of them so long ago that nothing of theirs should be there any more. */
function leftOn({ phone }: Person): string | null {
  return ({ '3': '2024-03-31', '7': '2025-06-30' } as Readonly<Record<string, string>>)[phone.slice(-1)] ?? null;
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

function asReader({ newsletter }: DemoSystems, person: Person, random: Random, isMember: boolean): readonly Root[] {
  if (!random.chance(0.6)) return [];
  const { email, given, family, language } = person;
  const list = isMember ? { s_mbr: leftOn(person) === null ? 1 : 0, s_end: leftOn(person) } : { s_mbr: 0, s_end: null };
  const who = random.chance(0.7) ? { email, given, family, language } : { email };
  return [newsletter.addSubscriber(who, random.between(1, 10), list)];
}

/** Guests of the hostel, with a stay or two. Returns what the hostel has of them. */
export function addGuests({ hostel }: DemoSystems, guests: readonly Person[], random: Random): readonly PersonOfInterest[] {
  return guests.map((person, index) => {
    const former = FORMER[index % FORMER_EVERY];
    const guest = hostel.addGuest(person, person.email, former?.details);
    const roots = [guest.root];
    for (let stays = random.between(0, 2); stays > 0; stays--)
      hostel.addStay(guest, `${former?.lastYear ?? '2023'}-0${random.between(1, 9)}-1${random.between(0, 9)}`);
    if (random.chance(0.3)) roots.push(hostel.addSurvey(person.email, random.between(4, 10)));
    if (random.chance(0.5)) roots.push(hostel.addMailing({ email: person.email }, 2));
    return ordinaryPerson(person, roots);
  });
}

const FORMER_EVERY = 5;
/** Of five guests, one whose contract ended longer than sixty months ago, though mailings went on, and one whose ended later. */
const FORMER = [
  { lastYear: '2019', details: { cree_le: '07/01/2019', fin_contrat: '2019-12-31' } },
  { lastYear: '2023', details: { fin_contrat: '2024-06-30' } },
] as const;
