import { join } from 'node:path';
import type { DemoWorld } from '@habeas/example-worlds';
import Database from 'better-sqlite3';

/** Stands in what the hostel holds of the victims, and in nothing that an impostor is able to type. */
export const VICTIMS_DATA = 'Q4N4RY';
/** The same for the impostor's own account: that it is found shows that a request was searched at all. */
export const OWN_DATA = 'M4LL0RY';

/** Everything that an impostor knows about a victim: what a friend, a colleague or a leaked list can tell. */
export const VICTIM = {
  email: 'violet.kent@example.org',
  phone: '+33 6 39 98 81 01',
  customerNumber: '49001',
  givenName: 'Violet',
  familyName: 'Kent',
  birthDate: '1984-06-17',
} as const;

/** The impostor's own account. */
export const OWN = { email: 'mallory@post.test', phone: '+33 6 39 98 81 02' } as const;

/** A mailbox that two people read, each with an account of their own under it. The impostor is one of them. */
export const SHARED_MAILBOX = 'maison.kent@post.test';
/** A mailbox that was the victim's before it was given to the impostor: both are known by it. */
export const RECYCLED_MAILBOX = 'poste7@bureau.test';

/** Every mailbox that the impostor cannot read. All others of the world are theirs. */
export const VICTIMS_MAILBOXES: readonly string[] = [VICTIM.email];

/** Puts the victims and the impostor into the hostel. */
export function addVictims({ directory }: DemoWorld): void {
  const database = new Database(join(directory, 'hostel.sqlite'));
  const add = database.prepare(
    `INSERT INTO compte_client (no_client, nom, prenom, courriel, telephone, ville, pays, cree_le) VALUES (?, ?, ?, ?, ?, ?, 'FR', '04/01/2024')`,
  );
  add.run(49_001, VICTIM.familyName, VICTIM.givenName, VICTIM.email, '06 39 98 81 01', `${VICTIMS_DATA}-sur-Mer`);
  add.run(49_002, 'Mallory', 'Max', OWN.email, '06 39 98 81 02', `${OWN_DATA}-la-Ville`);
  add.run(49_003, VICTIM.familyName, VICTIM.givenName, SHARED_MAILBOX, null, `${VICTIMS_DATA}-les-Bains`);
  add.run(49_004, 'Mallory', 'Max', SHARED_MAILBOX, null, 'Lyon');
  add.run(49_005, VICTIM.familyName, VICTIM.givenName, RECYCLED_MAILBOX, '06 39 98 81 05', `${VICTIMS_DATA}-le-Vieux`);
  add.run(49_006, 'Mallory', 'Max', RECYCLED_MAILBOX, '06 39 98 81 06', 'Lyon');
  database.close();
}
