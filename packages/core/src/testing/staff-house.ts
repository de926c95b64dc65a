import { systemClock } from '../ports/clock.js';
import { Secret } from '@habeas/connector-sdk';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { Store } from '../ports/store.js';
import { beginEnrolTotp, confirmEnrolTotp } from '../staff/enrol-totp.js';
import { addStaff } from '../staff/manage-staff.js';
import { type StaffViewer, viewerIn } from '../staff/principal.js';
import { resetPassword } from '../staff/reset-password.js';
import { proveSecondFactor } from '../staff/second-factor.js';
import { beginSetUp, completeSetUp } from '../staff/set-up.js';
import { signIn } from '../staff/sign-in.js';
import type { Role } from '../staff/staff.js';
import type { PasskeyDesk } from '../staff/passkey/passkey-verifier.js';
import { viewSession } from '../staff/view-session.js';
import { fakePasskeyVerifier } from './fake-authenticator.js';
import { FakeStaffCrypto } from './fake-staff-crypto.js';
import { memoryStore } from './store/memory-store.js';

/** A text that is nobody's to see. */
export function hidden(text: string): Secret<string> {
  return new Secret(text);
}

/** What everybody here has for a password. */
export const PASSWORD = hidden('violet tram ladder quince');

/** Somebody who is set up and signed in. */
export interface Member {
  readonly id: string;
  readonly login: string;
  readonly uri: Secret<string>;
  readonly session: Secret<string>;
  readonly recoveryCodes: readonly Secret<string>[];
}

/** The staff access of one installation in memory, at a time that goes on only when it is told to. */
export class StaffHouse {
  readonly crypto = new FakeStaffCrypto();
  readonly store: Store;
  readonly desk: PasskeyDesk;
  #now = Date.parse('2024-01-01T00:00:00.000Z');
  #ids = 0;

  constructor(store?: Store) {
    const clock = { ...systemClock, now: () => this.now() };
    this.store = store ?? memoryStore({ clock });
    const ids = { next: (prefix: string) => `${prefix}_${String((this.#ids += 1))}` };
    this.desk = { store: this.store, ids, clock, crypto: this.crypto, pepper: hidden('pepper'), verifier: fakePasskeyVerifier };
  }

  now(): Date {
    return new Date(this.#now);
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  /** A code that was not used yet: the time goes on until there is one. */
  freshCode(uri: Secret<string>): Secret<string> {
    this.pass(1);
    return this.crypto.codeAt(uri, this.now());
  }

  /** The first officer, of the controllers `club` and `hostel`, signed in. */
  async officer(): Promise<Member> {
    const code = await beginSetUp(this.desk);
    const controllers = ['club', 'hostel'];
    const given = { login: 'ann@example.org', displayName: 'Ann', password: PASSWORD, controllers };
    return this.#enrolled(await completeSetUp(this.desk, code!.code, given), given.login);
  }

  /** Somebody whom this officer adds in a controller, signed in. */
  async member(officer: Member, login: string, roles: readonly Role[], controller = 'club'): Promise<Member> {
    const viewer = await this.viewer(officer, controller);
    const { member, code } = await addStaff(this.desk, viewer, { login, displayName: login, roles });
    await resetPassword(this.desk, code.code, PASSWORD);
    return this.#enrolled(member.id, login);
  }

  /** Signs somebody in once more. */
  async signedIn({ login, uri }: Member): Promise<Secret<string>> {
    const begun = await signIn(this.desk, { login, password: PASSWORD });
    const code = this.freshCode(uri);
    return (await proveSecondFactor(this.desk, begun.secret, { kind: 'totp', code })).secret;
  }

  /** A session of somebody whose password was right, and no more. */
  async begun({ login }: Pick<Member, 'login'>): Promise<Secret<string>> {
    return (await signIn(this.desk, { login, password: PASSWORD })).secret;
  }

  /** What a member is in a controller. */
  async viewer({ session }: Pick<Member, 'session'>, controller = 'club'): Promise<StaffViewer> {
    return viewerIn(await viewSession(this.desk, session), controller);
  }

  /** `action outcome`, oldest first. */
  async trail(controller = '*'): Promise<readonly string[]> {
    return (await this.entries(controller)).map(({ action, outcome }) => `${action} ${outcome}`);
  }

  async entries(controller = '*'): Promise<readonly AuditEntry[]> {
    const { items } = await this.store.transact(({ audit }) => audit.page(controller, {}, { first: 100 }));
    return items.map(({ item }) => item).reverse();
  }

  async #enrolled(id: string, login: string): Promise<Member> {
    const { secret } = await signIn(this.desk, { login, password: PASSWORD });
    const { uri, ticket } = await beginEnrolTotp(this.desk, secret);
    const enrolment = await confirmEnrolTotp(this.desk, secret, { ticket, code: this.freshCode(uri) });
    return { id, login, uri, session: enrolment.session.secret, recoveryCodes: enrolment.recoveryCodes };
  }
}
