import { ConnectorError, onAbort, type Secret } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';

/** A token, and what came with it. */
export interface Token {
  readonly text: Secret<string>;
  /** Milliseconds since 1970; `Infinity` where nobody says when it ends. */
  readonly expiresAt: number;
  readonly baseUrl?: URL | undefined;
}

/** So long before a token expires it is not used any more: what is sent now arrives later. */
const MARGIN = { share: 0.1, mostMs: 60_000 };

/** Keeps a token until shortly before it expires, and asks for the next once for all who wait. */
export class TokenKeeper {
  readonly #ask: () => Promise<Token>;
  readonly #clock: Clock;
  #token: Token | undefined;
  #usableUntil = 0;
  #asking: Promise<Token> | undefined;
  #refused: ConnectorError | undefined;

  constructor(ask: () => Promise<Token>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** A token that can be used now. */
  async current(signal: AbortSignal): Promise<Token> {
    return this.#token !== undefined && this.#clock.now() < this.#usableUntil ? this.#token : this.#next(signal);
  }

  /** A token other than the one that was refused. */
  async other(isRefused: (token: Token) => boolean, signal: AbortSignal): Promise<Token> {
    return this.#token === undefined || isRefused(this.#token) ? this.#next(signal) : this.#token;
  }

  /** Credentials that were refused once are not sent again: vendors lock accounts that try. */
  async #next(signal: AbortSignal): Promise<Token> {
    if (this.#refused !== undefined) throw this.#refused;
    this.#asking ??= this.#asked();
    return unlessAborted(this.#asking, signal);
  }

  async #asked(): Promise<Token> {
    try {
      const asked = this.#clock.now();
      const token = await this.#ask();
      const lifetime = token.expiresAt - asked;
      this.#token = token;
      this.#usableUntil = token.expiresAt - Math.min(lifetime * MARGIN.share, MARGIN.mostMs);
      return token;
    } catch (error) {
      if (error instanceof ConnectorError && error.errorClass === 'auth') this.#refused = error;
      throw error;
    } finally {
      this.#asking = undefined;
    }
  }
}

/** What it comes to, unless the signal aborts first; the work itself goes on for others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const unlink = onAbort(signal, () => {
      reject(new ConnectorError('aborted', 'The search was cancelled.'));
    });
    void work.then(resolve, reject).finally(unlink);
  });
}
