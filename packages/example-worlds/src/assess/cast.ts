import { byEmail, person } from '../people/cast.js';
import type { Root } from '../world/source-builder.js';
import { type PersonOfInterest, truthOf } from '../world/truth.js';
import type { Card, ClientOffice } from './client-office.js';
import type { Website } from './website.js';

/** The two systems of the recruiting company. */
export interface AssessSystems {
  readonly crm: ClientOffice;
  readonly site: Website;
}

const NADIA = person(201, ['Nadia', 'Ferreira-Lund'], '1981-03-27', 'nadia.ferreira@example.org');

/** The people who are worth searching for, the one with the most records first. */
export function castAssess(systems: AssessSystems): readonly PersonOfInterest[] {
  return [
    everywhere(systems),
    formerClient(systems),
    rentedList(systems),
    candidateOnly(systems),
    namesake(systems),
    sharedMailbox(systems),
  ];
}

function everywhere(systems: AssessSystems): PersonOfInterest {
  const { crm } = systems;
  const client = crm.addClient(NADIA);
  // From before she was a client: a card with her telephone, and without her address.
  const contact = crm.addContact(NADIA, 'Salon de l’emploi (liste de l’organisateur)', {
    courriel: null,
    recueilli_le: '2017-05-19',
    dernier_contact_le: '2018-08-30',
    accord_prospection: 1,
    notes: 'Recommandée par Mme Ilse Brandt, son ancienne directrice.',
  });
  crm.addExchange(contact, 'T', 'Rappeler après l’été. Ilse Brandt confirme.', '2018-06-12');
  crm.addExchange(contact, 'X', 'Carte de vœux.', '2018-12-20'); // a code that nobody explained
  const roots = [0, 2].map((event) => crm.addRegistration(NADIA, event, client));
  roots.push(crm.addSubscription(NADIA.email, 1, client, { dernier_clic_le: '2026-09-03' }));
  pay(crm, client);
  crm.addTrace({ client }, '2026-10-05T09:00:00Z', 'REL');
  crm.addTrace({ client, contact }, '2026-10-06T14:30:00Z', 'CTL');
  crm.addTrace({ contact }, '2018-06-12T08:00:00Z', 'REL'); // overdue
  return {
    id: 'nadia',
    name: 'Nadia Ferreira-Lund',
    shows: 'Every activity, under both hats: client and contact, user and candidate.',
    given: byEmail(NADIA.email),
    truth: truthOf([client.root, contact.root, ...roots, ...onTheSite(systems)]),
  };
}

function pay(crm: ClientOffice, client: Card): void {
  crm.addPayment(client, NADIA); // completed in January: overdue
  crm.addPayment(client, NADIA, { realisee_le: null, prelevee_le: null });
  crm.addPayment(client, NADIA, { litige_depuis: '2026-02-02' });
  crm.addPayment(client, NADIA, { objet: 'VTE', montant: 180, accord_conservation_le: '2026-01-12' });
}

function onTheSite({ site }: AssessSystems): readonly Root[] {
  const account = site.addAccount(NADIA, '2026-11-12T19:00:00Z');
  site.addVisit(account, '2026-11-12T18:55:00Z');
  site.addVisit(account, '2021-10-04T08:02:00Z'); // overdue
  site.addCookie(account, 'mesure', '2026-03-01T10:00:00Z');
  site.addCookie(account, 'session', '2025-01-15T10:00:00Z'); // overdue
  const application = site.addApplication(NADIA, 'Directrice des opérations', '2026-07-06', { avis: 'A', pertinence: 0.91 });
  return [account.root, application];
}

function formerClient({ crm }: AssessSystems): PersonOfInterest {
  const tomasz = person(202, ['Tomasz', 'Zieliński'], '1963-10-10', 'tomasz.zielinski@example.com');
  const client = crm.addClient(tomasz, { sous_contrat: 0, contrat_fini_le: '2021-03-31', donnees_enrichies: null });
  crm.addPayment(client, tomasz, { realisee_le: '2020-12-01', prelevee_le: '2020-12-01' });
  return {
    id: 'former-client',
    name: 'Tomasz Zieliński',
    shows: 'His contract ended more than five years ago: overdue, and handed over all the same.',
    given: byEmail(tomasz.email),
    truth: truthOf([client.root]),
  };
}

function rentedList({ crm }: AssessSystems): PersonOfInterest {
  const amina = person(203, ['Amina', 'Sow'], '1992-02-14', 'amina.sow@bureau.test');
  const contact = crm.addContact(amina, 'Fichier loué à Listes & Cie (exemple)', { recueilli_le: '2025-09-08' });
  return {
    id: 'rented-list',
    name: 'Amina Sow',
    shows: 'Came with a rented list, whose broker is named; never agreed, never wrote.',
    given: byEmail(amina.email),
    truth: truthOf([contact.root]),
  };
}

function candidateOnly({ site }: AssessSystems): PersonOfInterest {
  const jonas = person(204, ['Jonas', 'Petit'], '1999-06-02', 'jonas.petit@post.test');
  return {
    id: 'candidate-only',
    name: 'Jonas Petit',
    shows: 'Applied to a client: the application is the client’s to answer, the score is not.',
    given: byEmail(jonas.email),
    truth: truthOf([site.addApplication(jonas, 'Comptable', '2026-10-19', { avis: 'C' })]),
  };
}

function namesake({ crm, site }: AssessSystems): PersonOfInterest {
  const other = person(205, [NADIA.given, NADIA.family], '1995-12-01', 'n.ferreira-lund@courriel.test');
  const roots = [crm.addContact(other, 'Carte de visite').root, site.addAccount(other, null).root, crm.addRegistration(other, 1)];
  return {
    id: 'namesake-assess',
    name: 'Nadia Ferreira-Lund',
    shows: 'A namesake of the main character: neither gets a record of the other.',
    given: byEmail(other.email),
    truth: truthOf(roots),
  };
}

/** Two recruiters use one mailbox. */
function sharedMailbox({ crm, site }: AssessSystems): PersonOfInterest {
  const mailbox = 'recrutement@industries.example';
  const [eva, marc] = [
    person(206, ['Eva', 'Novák'], '1977-07-07', mailbox),
    person(207, ['Marc', 'Delmas'], '1984-01-30', mailbox),
  ];
  const roots = [
    crm.addClient(eva).root,
    crm.addContact(marc, 'Carte de visite').root,
    crm.addRegistration(marc, 2),
    crm.addSubscription(mailbox, 1),
    site.addAccount(eva, '2026-05-05T05:05:00Z').root,
  ];
  return {
    id: 'recruiters-mailbox',
    name: 'Eva Novák',
    shows: 'The mailbox of a department: everything waits, whoever of the two asks.',
    given: byEmail(mailbox),
    truth: truthOf([], roots),
  };
}
