import { Cancelled } from './service.js';

/** What somebody is asked to prove: who they are, or that it is still them. */
export type ProofKind = 'session' | 'step-up';

interface Asked {
  readonly kind: ProofKind;
  readonly given: Promise<void>;
  readonly settle: (cancelled: boolean) => void;
}

/** The one proof that is asked for at a time: whatever needs it waits for the same dialog. */
export class Proofs {
  #asked: Asked | undefined;
  readonly #listeners = new Set<() => void>();

  /** Resolves once the proof was given. Rejects with `Cancelled` where it was not. */
  ask(kind: ProofKind): Promise<void> {
    if (this.#asked?.kind === kind) return this.#asked.given;
    // Whoever has to sign in again need not prove anything of the old session
    this.#asked?.settle(true);
    const { promise, resolve, reject } = deferred();
    const settle = (cancelled: boolean): void => {
      if (cancelled) reject(new Cancelled());
      else resolve();
    };
    this.#asked = { kind, given: promise, settle };
    this.#tell();
    return promise;
  }

  /** What is asked for now. */
  readonly kind = (): ProofKind | undefined => this.#asked?.kind;

  given(): void {
    this.#end(false);
  }

  cancel(): void {
    this.#end(true);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #end(cancelled: boolean): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.settle(cancelled);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (why: Error) => void;
}

function deferred(): Deferred {
  let ends: Omit<Deferred, 'promise'> | undefined;
  const promise = new Promise<void>((resolve, reject) => {
    ends = { resolve, reject };
  });
  // Several may wait for it, or nobody any more
  promise.catch(() => undefined);
  if (ends === undefined) throw new Error('A promise runs at once.');
  return { promise, ...ends };
}
