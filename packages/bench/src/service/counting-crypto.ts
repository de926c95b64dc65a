import type { Secret } from '@habeas/connector-sdk';
import type { DeliveryCrypto } from '@habeas/core';

/**
 * The cryptography of an installation, with a hash that takes no time in place of argon2, and a count of the codes that were really compared
 * with one that is kept. What takes time on purpose would make 100,000 guesses take an hour, and changes no count.
 */
export class CountingCrypto implements DeliveryCrypto {
  /** When a code was looked at, for the door that is tried now. */
  looks: Date[] = [];

  constructor(
    private readonly real: DeliveryCrypto,
    private readonly now: () => Date,
  ) {}

  hashPassword(password: Secret<string>): Promise<string> {
    return Promise.resolve(this.sha256Hex(password.reveal()));
  }

  verifyPassword(hash: string | undefined, password: Secret<string>): Promise<boolean> {
    if (hash !== undefined) this.looks.push(this.now());
    return Promise.resolve(hash === this.sha256Hex(password.reveal()));
  }

  sha256Hex(text: string): string {
    return this.real.sha256Hex(text);
  }

  randomSecret(): Secret<string> {
    return this.real.randomSecret();
  }

  randomDigits(count: number): Secret<string> {
    return this.real.randomDigits(count);
  }

  isEqual(left: string, right: string): boolean {
    return this.real.isEqual(left, right);
  }

  seal(place: string, text: Secret<string>): Promise<string> {
    return this.real.seal(place, text);
  }

  open(place: string, sealed: string): Promise<Secret<string> | undefined> {
    return this.real.open(place, sealed);
  }
}
