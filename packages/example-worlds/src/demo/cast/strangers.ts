import { type PersonOfInterest, truthOf } from '../../world/truth.js';
import { byEmail, person } from '../../people/cast.js';
import type { DemoSystems } from './systems.js';

/** People who are easily taken for each other, and have nothing to do with each other. */
export function castStrangers(systems: DemoSystems): readonly PersonOfInterest[] {
  return [...namesakes(systems), ...nearMisses(systems), colleague(systems), nobody()];
}

/** One of them was even born on the same day. */
function namesakes({ membership, events, newsletter }: DemoSystems): readonly PersonOfInterest[] {
  return (['1973-05-18', '1973-05-18', '1999-10-10'] as const).map((birthDate, index) => {
    const marie = person(30 + index, ['Marie', 'Martin'], birthDate, `marie.martin${index + 1}@example.org`);
    const member = membership.addMember(marie, [{ email: marie.email }]);
    membership.addMemberships(member, 2023, 2024);
    const roots = [
      member.root,
      events.addRegistration(marie, 3).root,
      newsletter.addSubscriber({ email: marie.email, given: 'Marie', family: 'Martin' }, 8),
    ];
    return {
      id: `namesake-${index + 1}`,
      name: 'Marie Martin',
      shows: 'Three people of one name, two of them born on the same day: a name never matches alone.',
      given: byEmail(marie.email),
      truth: truthOf(roots),
    };
  });
}

/** Addresses that differ by a letter, a wildcard, a quote, a domain. */
const NEAR_MISSES = [
  ['ann.smith@example.org', 'Ann', 'Smith'],
  ['an.smith@example.org', 'An', 'Smith'],
  ['ann.smith@example.com', 'Annabel', 'Smith'],
  ['ann_smith@example.org', 'Annika', 'Smith'],
  ['annxsmith@example.org', 'Ansgar', 'Smith'],
  ['joann.smith@example.org', 'Joann', 'Smith'],
  ['ann%smith@example.org', 'Anneke', 'Smith'],
  ["o'hara@example.org", 'Scarlett', "O'Hara"],
  ['ohara@example.org', 'Kenji', 'Ohara'],
  ['ann.smith@example.org.test', 'Anouk', 'Smith'],
] as const;

function nearMisses({ membership, events, newsletter }: DemoSystems): readonly PersonOfInterest[] {
  return NEAR_MISSES.map(([email, given, family], index) => {
    const somebody = person(40 + index, [given, family], `1980-02-${String(10 + index)}`, email);
    const roots = [
      membership.addMember(somebody, [{ email }]).root,
      events.addRegistration(somebody, index % 5).root,
      newsletter.addSubscriber({ email, given, family }, 3),
    ];
    return {
      id: `near-miss-${index + 1}`,
      name: `${given} ${family}`,
      shows: 'Addresses a letter, a wildcard, a quote or a domain apart.',
      given: byEmail(email),
      truth: truthOf(roots),
    };
  });
}

function colleague({ events }: DemoSystems): PersonOfInterest {
  const organiser = person(60, ['Beatrice', 'Yardley'], '1970-07-07', 'beatrice.yardley@bureau.test');
  const own = events.addRegistration(organiser, 3).root;
  const others = (['Imogen', 'Nigel', 'Una'] as const).map((given, index) => {
    const participant = person(61 + index, [given, 'Shaw'], `1992-03-1${index}`, `${given.toLowerCase()}.shaw@bureau.test`);
    return events.addRegistration(participant, 3, { registeredByEmail: organiser.email }).root;
  });
  const bill = events.addInvoice({ name: 'Beatrice Yardley', email: organiser.email }, ['Imogen Shaw', 'Nigel Shaw', 'Una Shaw']);
  return {
    id: 'registered-colleagues',
    name: 'Beatrice Yardley',
    shows: 'She registered three colleagues: their registrations mention her and are theirs.',
    given: byEmail(organiser.email),
    truth: truthOf([own, bill], others),
  };
}

function nobody(): PersonOfInterest {
  return {
    id: 'nobody',
    name: 'Personne Absente',
    shows: 'Not in any system: every collection is empty, and that is an answer.',
    given: byEmail('personne.absente@example.org'),
    truth: truthOf([]),
  };
}
