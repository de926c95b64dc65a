import type { Root } from '../../world/source-builder.js';
import { type PersonOfInterest, truthOf } from '../../world/truth.js';
import type { Member } from '../member-database.js';
import { byEmail, person } from '../../people/cast.js';
import type { DemoSystems } from './systems.js';

const WORK = 'camille.lefevre@example.org';
const PRIVATE = 'c.okafor@courriel.test';
const FORMER = 'camille.lefevre@ancien-bureau.test';
const CAMILLE = person(1, ['Camille', 'Lefèvre-Okafor'], '1984-06-17', WORK);
const APPLICANT = person(2, ['Awa', 'Traoré'], '1995-03-09', 'awa.traore@example.net');

/**
 * The main character: some 300 records over three systems of the association, and a stay at the hostel under her private
 * address. Her second address stands in the member database alone; the event platform knows her by it.
 */
export function castCamille(systems: DemoSystems): { readonly association: PersonOfInterest; readonly hostel: PersonOfInterest } {
  const { membership, newsletter } = systems;
  const camille = joinTheAssociation(systems);
  const included = [camille.root, ...comeToEvents(systems, camille)];
  const application = membership.addApplication(CAMILLE, WORK, { family_name: 'Lefèvre', received_on: '2014-11-30' });
  const subscriber = newsletter.addSubscriber(
    { email: 'Camille.Lefevre@Example.ORG', given: 'Camille', family: 'Lefevre Okafor', language: 'fr' },
    60,
  );
  const association = {
    id: 'camille',
    name: 'Camille Lefèvre-Okafor',
    shows:
      'Some 300 records; a second address that only one database knows leads to more in another; and what must wait for a human.',
    given: byEmail(WORK),
    truth: truthOf([...included, application, subscriber], meetDoubt(systems)),
  };
  return { association, hostel: stayAtTheHostel(systems) };
}

function joinTheAssociation({ membership, events }: DemoSystems): Member {
  const addresses = [
    { email: WORK, kind: 'work' },
    { email: PRIVATE },
    { email: FORMER, kind: 'work', removedOn: '2020-08-31' },
  ] as const;
  const camille = membership.addMember(CAMILLE, addresses, {
    civility: 'Mme',
    birth_name: 'Lefèvre',
    gender: 'f',
    phone_work: '+33 1 99 00 12 34',
    officer_note: 'Would make a good treasurer. Ask after the summer.',
  });
  membership.addMemberships(camille, 2015, 2024);
  membership.addDirectoryEntry(
    camille,
    'Cheffe de cabinet',
    'Écrivez-moi pour parler d’accessibilité — ou demandez à Julie, du groupe de Lyon.',
  );
  membership.addDiet(camille, 'no pork', 'Also allergic to nuts.');
  membership.addPhoto(camille, '2016-05-02');
  membership.addPhoto(camille, '2021-10-11');
  membership.addCareer(camille, 4);
  membership.addOffice(camille, 'Vice-president', '2022-01-01');
  const mentee = membership.addMember(person(3, ['Lucie', 'Rolland'], '1998-12-05', 'lucie.rolland@example.com'), [
    { email: 'lucie.rolland@example.com' },
  ]);
  membership.addMentorship(camille, mentee, 'Première présidence de séance');
  events.addRegistration(person(3, ['Lucie', 'Rolland'], '1998-12-05', 'lucie.rolland@example.com'), 4);
  return camille;
}

function comeToEvents({ events }: DemoSystems, { memberNo }: Member): readonly Root[] {
  const atWork = events.addRegistration(CAMILLE, 0, {
    companyName: 'Cabinet Durand (exemple)',
    participantPhone: '01 99 00 12 34',
  });
  const shouted = events.addRegistration(CAMILLE, 1, {
    participantFirstName: 'CAMILLE',
    participantLastName: 'LEFEVRE OKAFOR',
    participantEmail: 'CAMILLE.LEFEVRE@EXAMPLE.ORG',
  });
  const underPrivate = events.addRegistration(CAMILLE, 2, { participantEmail: PRIVATE, dietaryNote: 'sans porc' });
  const underPrivateToo = events.addRegistration(CAMILLE, 3, { participantEmail: PRIVATE });
  // At the desk nobody asks for an address: the badge is enough.
  const atTheDesk = events.addRegistration(CAMILLE, 4, { participantEmail: null, participantMemberNo: memberNo });
  events.addVisit(atWork, 6, 0);
  events.addVisit(shouted, 4, 12);
  events.addVisit(underPrivate, 8, 30);
  events.addVisit(underPrivateToo, 8, 36);
  events.addVisit(atTheDesk, 3, 0);
  return [
    ...[atWork, shouted, underPrivate, underPrivateToo, atTheDesk].map(({ root }) => root),
    events.addInvoice(
      { name: 'Camille Lefèvre-Okafor', email: WORK },
      ['Annual conference Lyon', 'Annual conference Lyon, Awa Traoré'],
      { customerNo: '20771' },
    ),
    events.addInvoice({ name: 'Mme Lefèvre-Okafor Camille', email: PRIVATE }, ['Annual conference London']),
    events.addSpeaker('Camille Lefèvre-Okafor', WORK, { event: 2, title: 'Documents for everybody' }),
    events.addWaiting('Lefèvre-Okafor Camille', WORK, 4),
  ];
}

/** What only a human can decide: a tag on the address, an address without a name, and other people's rows that mention her. */
function meetDoubt({ membership, events, newsletter }: DemoSystems): readonly Root[] {
  return [
    events.addRegistration(CAMILLE, 0, { participantEmail: 'camille.lefevre+atelier@example.org' }).root,
    events.addRegistration(APPLICANT, 2, { registeredByEmail: WORK }).root,
    membership.addApplication(APPLICANT, APPLICANT.email, {
      referee_name: 'Camille Lefèvre-Okafor',
      referee_email: WORK,
      decision: null,
    }),
    newsletter.addSubscriber({ email: PRIVATE }, 5),
    newsletter.addSuppression(FORMER, 'B'),
  ];
}

function stayAtTheHostel({ hostel }: DemoSystems): PersonOfInterest {
  const guest = hostel.addGuest(CAMILLE, PRIVATE, { civilite: 'Mme', entreprise: 'Cabinet Durand (exemple)' });
  hostel.addStay(guest, '2022-09-21', [{ nom: 'Traoré', prenom: 'Awa', courriel: APPLICANT.email }]);
  hostel.addStay(guest, '2024-04-11');
  const host = hostel.addGuest(
    person(4, ['Ingrid', 'Øverland'], '1979-02-20', 'ingrid.overland@post.test'),
    'ingrid.overland@post.test',
  );
  const asRoomMate = hostel.addStay(host, '2023-05-05', [{ nom: 'Lefèvre', prenom: 'Camille', courriel: PRIVATE }]);
  const included = [guest.root, hostel.addSurvey(PRIVATE, 9), hostel.addMailing({ email: PRIVATE }, 1)];
  const prospect = hostel.addProspect({ nom: 'LEFEVRE-OKAFOR', prenom: 'Camille', courriel: null, telephone: CAMILLE.phone });
  const queued = [...asRoomMate, hostel.addMailing({ phone: CAMILLE.phone }, 3)];
  return {
    id: 'camille-hostel',
    name: 'Camille Lefèvre-Okafor',
    shows: 'Another controller: room mates stay out, an account found by address leads to a contact known by telephone only.',
    given: byEmail(PRIVATE),
    truth: truthOf([...included, prospect], queued),
  };
}
