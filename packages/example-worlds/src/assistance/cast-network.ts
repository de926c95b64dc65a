import { byEmail, person } from '../people/cast.js';
import type { Person } from '../people/person.js';
import { type GivenIdentifier, type PersonOfInterest, truthOf } from '../world/truth.js';
import type { ProviderNetwork } from './provider-network.js';
import { SOLENE } from './solene.js';

/** The people of the network's controller who are worth searching for, the one with the most records first. */
export function castNetwork(network: ProviderNetwork): readonly PersonOfInterest[] {
  return [solene(network), formerContact(network), connectionsOnly(network), namesake(network), sharedMailbox(network)];
}

function solene(network: ProviderNetwork): PersonOfInterest {
  const name = 'Solène Garnier-Kaddour';
  const included = [
    network.addContact(SOLENE, { commentaire: 'Prompte. Passer par son associé, Marek, le lundi.' }),
    network.addRequest(SOLENE, '2019-04-02', { objet: 'P' }), // overdue
    network.addRequest(SOLENE, '2025-03-11', { objet: 'F', message: 'La facture de Marek n’est pas réglée.' }),
    network.addConnection(SOLENE.email, '2026-11-02T07:58:00Z'),
    network.addConnection(SOLENE.email.toUpperCase(), '2026-09-14T12:00:00Z', 'KO'),
    network.addConnection(SOLENE.email, '2026-01-05T06:30:00Z'), // overdue
    network.addCall(SOLENE.phone, name, '2026-10-08T09:10:00Z'),
    network.addCall(SOLENE.phone, name, '2025-12-01T09:10:00Z'), // overdue
    network.addCall(SOLENE.phone, name, '2025-02-17T14:00:00Z', { litige_depuis: '2025-03-03' }),
    network.addCall(SOLENE.phone, name, '2024-05-06T14:00:00Z', { litige_depuis: '2024-06-01', litige_clos_le: '2026-04-30' }),
    network.addCall(SOLENE.phone, name, '2026-10-20T11:00:00Z', {
      opposition: 'O',
      opposition_le: '2026-10-20T11:00:20Z',
      enregistrement: null,
    }),
    network.addCall(SOLENE.phone, name, '2026-10-21T11:00:00Z', { opposition: '?' }),
  ];
  // Somebody else at the garage, on her telephone: nobody noted who.
  const unnamed = network.addCall(SOLENE.phone, null, '2026-11-04T15:00:00Z');
  return {
    id: 'solene-network',
    name,
    shows: 'Every activity of the network, disputes and objections among it; nothing of what the same group insures.',
    given: byEmail(SOLENE.email),
    truth: truthOf(included, [unnamed]),
  };
}

function formerContact(network: ProviderNetwork): PersonOfInterest {
  const yusuf = person(112, ['Yusuf', 'Arslan'], '1970-05-25', 'yusuf.arslan@example.com');
  const root = network.addContact(yusuf, { relation_ouverte: 0, relation_finie_le: '2020-10-31' });
  return {
    id: 'former-contact',
    name: 'Yusuf Arslan',
    shows: 'Left his company in 2020: kept for longer than the five years, and handed over all the same.',
    given: byEmail(yusuf.email),
    truth: truthOf([root]),
  };
}

function connectionsOnly(network: ProviderNetwork): PersonOfInterest {
  const hanna = person(116, ['Hanna', 'Lindgren'], '1988-03-15', 'h.lindgren@bureau.test');
  const roots = ['2026-10-30T21:00:00Z', '2026-10-31T21:05:00Z'].map((at) => network.addConnection(hanna.email, at, 'KO'));
  return {
    id: 'connections-only',
    name: 'Hanna Lindgren',
    shows: 'Tried to log in twice, and is known by nothing but that.',
    given: byEmailAndPhone(hanna),
    truth: truthOf(roots),
  };
}

function namesake(network: ProviderNetwork): PersonOfInterest {
  const other = person(113, [SOLENE.given, SOLENE.family], '1961-01-19', 's.garnier@example.net');
  const roots = [network.addContact(other), network.addCall(other.phone, 'Solène Garnier-Kaddour', '2026-09-01T08:00:00Z')];
  return {
    id: 'namesake-network',
    name: 'Solène Garnier-Kaddour',
    shows: 'A namesake at another provider: neither gets a record of the other.',
    given: byEmail(other.email),
    truth: truthOf(roots),
  };
}

/** Calls can be searched by a telephone number alone: without one a search of the network is never complete. */
function byEmailAndPhone({ email, phone }: Person): readonly GivenIdentifier[] {
  return [...byEmail(email), { kind: 'phone', value: phone }];
}

/** Two people answer one mailbox of their company. */
function sharedMailbox(network: ProviderNetwork): PersonOfInterest {
  const mailbox = 'contact@taxis.test';
  const [marta, nils] = [
    person(114, ['Marta', 'Kowalczyk'], '1985-08-08', mailbox),
    person(115, ['Nils', 'Haugen'], '1990-12-17', mailbox),
  ];
  const own = network.addContact(marta);
  const doubtful = [
    network.addContact(nils),
    network.addRequest(nils, '2025-06-16'),
    network.addConnection(mailbox, '2026-11-10T10:00:00Z'),
  ];
  return {
    id: 'company-mailbox',
    name: 'Marta Kowalczyk',
    shows: 'The mailbox of a company, which a colleague uses as well: her telephone tells which record is hers, the rest waits.',
    given: byEmailAndPhone(marta),
    truth: truthOf([own], doubtful),
  };
}
