import { createHash } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto } from '../delivery/delivery-house.js';
import type { StaffCrypto } from '../staff/staff-crypto.js';

/** How long a code is shown, in milliseconds. */
const STEP_MS = 30_000;

/**
 * Staff cryptography without any strength or cost, whose chance is a count, so that a run can be repeated; for tests. It minds
 * hashes, peppers, places and time steps as a real one does.
 */
export class FakeStaffCrypto implements StaffCrypto, DeliveryCrypto {
  /** Whose hashes were verified, with `undefined` for nobody's. */
  readonly verified: (string | undefined)[] = [];
  /** What happens just before something is opened or verified: what others do at the same time. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  #secrets = 0;

  hashPassword(password: Secret<string>, pepper?: Secret<string>): Promise<string> {
    return Promise.resolve(`hash of ${this.sha256Hex(`${pepper?.reveal() ?? ''} ${password.reveal()}`)}`);
  }

  async verifyPassword(hash: string | undefined, password: Secret<string>, pepper?: Secret<string>): Promise<boolean> {
    await this.meanwhile();
    this.verified.push(hash);
    return hash === (await this.hashPassword(password, pepper));
  }

  sha256Hex(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }

  randomSecret(): Secret<string> {
    this.#secrets += 1;
    return new Secret(createHash('sha256').update(`secret ${this.#secrets}`).digest('base64url'));
  }

  randomDigits(count: number): Secret<string> {
    this.#secrets += 1;
    return new Secret(String(this.#secrets).padStart(count, '0'));
  }

  isEqual(left: string, right: string): boolean {
    return left === right;
  }

  newTotp(label: string): Secret<string> {
    return new Secret(`otpauth://totp/${label}?secret=${this.randomSecret().reveal()}`);
  }

  verifyTotp(uri: Secret<string>, code: Secret<string>, at: Date): number | undefined {
    const now = stepOf(at);
    return [now - 1, now, now + 1].find((step) => this.#codeOf(uri, step) === code.reveal());
  }

  /** The code that an authenticator shows. */
  codeAt(uri: Secret<string>, at: Date): Secret<string> {
    return new Secret(this.#codeOf(uri, stepOf(at)));
  }

  seal(place: string, text: Secret<string>): Promise<string> {
    return Promise.resolve(JSON.stringify([place, text.reveal()]));
  }

  async open(place: string, sealed: string): Promise<Secret<string> | undefined> {
    await this.meanwhile();
    const [sealedFor, text] = JSON.parse(sealed) as [string, string];
    return sealedFor === place ? new Secret(text) : undefined;
  }

  /** Two steps never have the same code, so that no test fails once in a million. */
  #codeOf(uri: Secret<string>, step: number): string {
    const offset = Number.parseInt(this.sha256Hex(uri.reveal()).slice(0, 5), 16);
    return String((offset + step) % 1_000_000).padStart(6, '0');
  }
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}
