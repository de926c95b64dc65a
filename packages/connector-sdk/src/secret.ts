const HIDDEN = '[secret]';

/**
 * Carries a credential or a raw identifier so that it cannot slip into a log line, an error or a JSON body.
 *
 * `toString`, `toJSON` and Node's `inspect` all print `[secret]`; only {@link Secret.reveal} opens it, so one search for
 * `.reveal(` finds every use. It hides a value from accidents, not from code that means to read it.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Every call is a place a reviewer has to look at. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
