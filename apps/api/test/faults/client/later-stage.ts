import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CaughtMail, PersonOfInterest } from '@habeas/example-worlds';
import Database from 'better-sqlite3';
import { accepted, type ServiceClient } from '../../../src/client/service-client.js';
import { Officer } from '../../../src/demo/officer.js';
import { awaiting } from '../../assembled-request.js';
import { tokenOf } from '../../people.js';
import { LaterHouse } from '../house/later-house.js';

/** A guest of whom the hostel knows a number and an address, and nothing else. */
export const ROSA = { number: 48_001, email: 'rosa.varga@example.org' } as const;
const PROOF_MS = 4 * 60_000;

/** A request of a guest, with the code that their website has shown them. */
export interface HandedOver {
  readonly id: string;
  readonly reference: string;
  readonly claimCode: string;
  readonly email: string;
}

/** A message as it lies in the store. */
export interface StoredMessage {
  readonly id: string;
  readonly state: string;
}

/** Those who talk to a service that dies, and what can be seen of it from outside. */
export class LaterStage {
  #provedAt = Date.now();

  private constructor(
    readonly house: LaterHouse,
    readonly officer: Officer,
    private readonly website: ServiceClient,
  ) {}

  static async open(): Promise<LaterStage> {
    const house = await LaterHouse.start(({ directory }) => {
      const database = new Database(join(directory, 'hostel.sqlite'));
      const sql = `INSERT INTO compte_client (no_client, nom, prenom, courriel, ville, pays, cree_le) VALUES (?, 'Varga', 'Rosa', ?, 'Lyon', 'FR', '04/01/2024')`;
      database.prepare(sql).run(ROSA.number, ROSA.email);
      database.close();
    });
    const account = { url: house.url, setUpCode: house.process.setUpCode ?? '', controller: 'hostel' };
    const officer = await Officer.first(account);
    const { client } = await tokenOf(officer, ['request.handOver', 'request.read']);
    return new LaterStage(house, officer, client);
  }

  /** Guests whose request nobody has to review: those that have stayed wait for an officer, the others for nobody. */
  guests(haveStayed: boolean): readonly PersonOfInterest[] {
    return this.house.world.guests.filter(
      ({ truth }) =>
        truth.queued.length === 0 && truth.included.some(({ collection }) => collection === 'reservation') === haveStayed,
    );
  }

  /** Their website hands a request over. */
  async handedOver(guest: PersonOfInterest | undefined): Promise<HandedOver> {
    const email = guest?.given.find(({ kind }) => kind === 'email')?.value ?? '';
    const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
    const wanted = { rights: ['access' as const], format: 'csv' as const, language: 'en' as const };
    const input = { clientKey: `site-${email}`, identifiers, ...wanted };
    const { request, claimCode } = accepted((await this.website.run('handOverRequest', { input })).handOverRequest);
    return { id: request.id, reference: request.reference, claimCode, email };
  }

  /** An answer that went out without the hostel's database, which is away until it is put back. */
  async partial(guest: PersonOfInterest | undefined): Promise<HandedOver & { readonly putBack: () => void }> {
    const file = join(this.house.world.directory, 'hostel.sqlite');
    renameSync(file, `${file}.away`);
    const handed = await this.handedOver(guest);
    await awaiting(this.officer, handed.id);
    await this.release(handed.id, 'The system is down; the month is not.');
    await this.house.quiet();
    const putBack = (): void => {
      renameSync(`${file}.away`, file);
    };
    return { ...handed, putBack };
  }

  /** Has the officer prove anew that it is them, where the last proof is too old. */
  async proved(): Promise<void> {
    if (Date.now() - this.#provedAt < PROOF_MS) return;
    await this.officer.stepUp();
    this.#provedAt = Date.now();
  }

  async release(id: string, reason?: string): Promise<void> {
    await this.proved();
    const release = { days: 7, ...(reason === undefined ? {} : { reason }) };
    accepted((await this.officer.client.run('releaseRequest', { id, release })).releaseRequest);
  }

  async stateOf(id: string): Promise<string | undefined> {
    return (await this.officer.client.run('request', { id })).request?.state;
  }

  /** The messages of a request that are of one of these kinds. */
  async messagesOf(id: string, ...kinds: readonly string[]): Promise<readonly StoredMessage[]> {
    const rows = await this.house.window.rows('SELECT id, kind, state FROM message WHERE request = ? ORDER BY queued_at', id);
    return rows
      .filter(({ kind }) => kinds.includes(String(kind)))
      .map(({ id: own, state }) => ({ id: String(own), state: String(state) }));
  }

  /** The mails that were caught of a message. */
  caughtOf(message: StoredMessage | undefined): readonly CaughtMail[] {
    return this.house.outside.catcher.mails.filter(({ messageId }) => messageId.startsWith(`<${String(message?.id)}@`));
  }

  /** How often a step was tried whose key begins so. */
  async triesOf(key: string): Promise<number> {
    const [row] = await this.house.window.rows('SELECT SUM(attempts) AS tries FROM step WHERE step_key LIKE ?', `${key}%`);
    return Number(row?.['tries']);
  }

  /** How often something stands in the trail of a request. */
  async actions(id: string, action: string): Promise<number> {
    const sql = 'SELECT id FROM audit_entry WHERE object_id = ? AND action = ?';
    return (await this.house.window.rows(sql, id, action)).length;
  }
}
