import { onAbort } from '@habeas/connector-sdk';
import { abortedError } from '../engine.js';

/** Whose connections are lent. */
export interface LeaseOwner<Connection> {
  readonly signal: AbortSignal;
  /** Ends a connection on the server, and what runs on it. */
  kill(connection: Connection): Promise<void>;
  /** Closes our side of it. */
  close(connection: Connection): void;
  /** The error of work that took too long. */
  tooLong(): Error;
  /** Takes it back for the next one. */
  takeBack(connection: Connection): void;
}

/** A connection somebody is using. When the request is cancelled, what runs on it is ended on the server at once. */
export class Lease<Connection> {
  #discarded: Promise<void> | undefined;
  #isReleased = false;
  /** Rejects what is being waited for. Not kept for longer: it would keep what came. */
  #reject: ((reason: Error) => void) | undefined;
  /** Follows the signal no more. It may abort before there is anything to be told. */
  #unlink: () => void = () => undefined;

  /** `onEnd` is told once, whichever way the lease ends. */
  constructor(
    readonly connection: Connection,
    private readonly owner: LeaseOwner<Connection>,
    private readonly onEnd: (lease: Lease<Connection>) => void,
  ) {
    this.#unlink = onAbort(owner.signal, () => {
      void this.#giveUp(abortedError);
    });
  }

  /** Whether it was released or discarded. */
  get isOver(): boolean {
    return this.#isReleased || this.#discarded !== undefined;
  }

  /**
   * Waits for something that runs on the connection. Rejects with class `aborted` when the request is cancelled, and with
   * the owner's error after the time limit, in milliseconds; in both cases it has been ended on the server by then.
   */
  guard<T>(work: Promise<T>, limitMs?: number): Promise<T> {
    if (this.#isCancelled()) return this.#refuse(work);
    return new Promise((resolve, reject) => {
      const timer = limitMs === undefined ? undefined : setTimeout(() => void this.#giveUp(() => this.owner.tooLong()), limitMs);
      const fail = (error: Error): void => {
        this.#rest(timer);
        // What was ended reports that it was ended; the reason is ours to tell
        reject(this.#isCancelled() ? abortedError() : error);
      };
      this.#reject = fail;
      work.then((value) => {
        this.#rest(timer);
        resolve(value);
      }, fail);
    });
  }

  async #refuse(work: Promise<unknown>): Promise<never> {
    work.catch(() => undefined); // what it ran into is that it was ended
    await this.discard();
    throw abortedError();
  }

  /** Nothing is waited for meanwhile. */
  #rest(timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer);
    this.#reject = undefined;
  }

  /** Puts the connection back. Only for connections on which nothing runs. */
  release(): void {
    if (this.isOver) return;
    this.#isReleased = true;
    this.#end();
    this.owner.takeBack(this.connection);
  }

  /** Ends what runs on the connection, on the server too, and closes it. Safe to call twice; never rejects. */
  discard(): Promise<void> {
    if (this.#isReleased) return Promise.resolve();
    this.#discarded ??= this.#discard();
    return this.#discarded;
  }

  /** Ends what is running, then the wait for it. The error is made when it is needed: its stack costs more than the wait itself. */
  async #giveUp(makeError: () => Error): Promise<void> {
    const reject = this.#reject;
    await this.discard();
    reject?.(makeError());
  }

  async #discard(): Promise<void> {
    this.#end();
    try {
      await this.owner.kill(this.connection);
    } catch {
      // The server is gone or refuses a further connection: closing the socket has to do
    }
    this.owner.close(this.connection);
  }

  #isCancelled(): boolean {
    return this.owner.signal.aborted;
  }

  #end(): void {
    this.#unlink();
    this.onEnd(this);
  }
}
