import { setTimeout as pause } from 'node:timers/promises';
import { onAbort } from '@habeas/connector-sdk';
import { abortedError } from '../engine.js';
import { Lease, type LeaseOwner } from './lease.js';
import { Turns } from './turns.js';

/** How long ending a statement on the server may take before the connection is dropped regardless, in milliseconds. */
const KILL_LIMIT_MS = 2_000;

/** A connection that ends another one. */
export interface Killing {
  readonly ended: Promise<unknown>;
  /** Closes it, whether or not it came to an end. */
  close(): void;
}

/** What a product's driver does with its connections. Errors are the driver's own. */
export interface ConnectionDriver<Connection> {
  /** One that nobody uses, opened where need be. Waits for one where there are as many as there may be. */
  acquire(): Promise<Connection>;
  /** Prepares one that is new: nothing is run on it before. */
  setUp(connection: Connection): Promise<void>;
  /** Takes it back for the next one. */
  takeBack(connection: Connection): void;
  /** Ends it on the server, from a second one: the server notices a closed socket only when it writes to it. */
  kill(connection: Connection): Killing;
  /** Closes our side of it, whatever still comes. */
  close(connection: Connection): void;
  /** The error of work that took too long. */
  tooLong(): Error;
  /** Closes those that nobody uses. Safe to call twice. */
  end(): Promise<void>;
}

/** The bounds of one source's connections. */
export interface LeaseBounds {
  /** The most at a time; at least two. */
  readonly limit: number;
  /** How long preparing a new connection may take, in milliseconds. */
  readonly setUpLimitMs: number;
  /** Ends everything that is running. */
  readonly signal: AbortSignal;
}

/** A limited number of connections to one database, each lent to one statement at a time. */
export class Leases<Connection extends object> {
  readonly #prepared = new WeakSet<Connection>();
  readonly #leases = new Set<Lease<Connection>>();
  /** One connection is kept for queries: whoever reads a stream asks them meanwhile, and streams alone could block each other. */
  readonly #streams: Turns;

  readonly #owner: LeaseOwner<Connection>;

  readonly #giveBackStream = (): void => {
    this.#streams.giveBack();
  };

  constructor(
    private readonly driver: ConnectionDriver<Connection>,
    private readonly bounds: LeaseBounds,
  ) {
    this.#streams = new Turns(bounds.limit - 1);
    this.#owner = {
      signal: bounds.signal,
      kill: (connection) => this.#kill(connection),
      close: (connection) => {
        driver.close(connection);
      },
      tooLong: () => driver.tooLong(),
      takeBack: (connection) => {
        driver.takeBack(connection);
      },
    };
  }

  /** A connection of one's own, to be released or discarded. Waits for one; rejects when the request is cancelled. */
  lease(): Promise<Lease<Connection>> {
    return this.#lease(() => undefined);
  }

  /** The same, for as long as a stream takes. */
  leaseForStream(): Promise<Lease<Connection>> {
    const begin = (): Promise<Lease<Connection>> => this.#lease(this.#giveBackStream);
    return this.#streams.takeFree() ? begin() : this.#streams.take(this.bounds.signal).then(begin);
  }

  /** Runs something on a connection, and puts the connection back only if that went well. */
  async use<T>(work: (lease: Lease<Connection>) => Promise<T>): Promise<T> {
    const lease = await this.lease();
    try {
      const result = await work(lease);
      lease.release();
      return result;
    } catch (error) {
      await lease.discard();
      throw error;
    }
  }

  /** Ends what is running and closes all connections. Safe to call twice. */
  async close(): Promise<void> {
    await Promise.all([...this.#leases].map((lease) => lease.discard()));
    await this.driver.end();
  }

  /** `onEnd` is told once, also where there is no lease in the end. */
  async #lease(onEnd: () => void): Promise<Lease<Connection>> {
    const connection = await this.#acquire().catch((error: unknown) => {
      onEnd();
      throw error;
    });
    const lease = this.#leaseOf(connection, onEnd);
    if (this.#prepared.has(connection)) return lease;
    try {
      await lease.guard(this.driver.setUp(connection), this.bounds.setUpLimitMs);
    } catch (error) {
      await lease.discard();
      throw error;
    }
    this.#prepared.add(connection);
    return lease;
  }

  #leaseOf(connection: Connection, onEnd: () => void): Lease<Connection> {
    const lease = new Lease(connection, this.#owner, (ended: Lease<Connection>) => {
      this.#leases.delete(ended);
      onEnd();
    });
    if (!lease.isOver) this.#leases.add(lease);
    return lease;
  }

  #acquire(): Promise<Connection> {
    const { signal } = this.bounds;
    if (signal.aborted) return Promise.reject(abortedError());
    return new Promise((resolve, reject) => {
      const unlink = onAbort(signal, () => {
        reject(abortedError());
      });
      this.driver.acquire().then((connection) => {
        unlink();
        if (signal.aborted) this.driver.takeBack(connection);
        else resolve(connection);
      }, reject);
    });
  }

  async #kill(connection: Connection): Promise<void> {
    const killing = this.driver.kill(connection);
    killing.ended.catch(() => undefined); // told to whoever waits for it, if anybody still does
    const tooLong = new AbortController();
    try {
      await Promise.race([killing.ended, pause(KILL_LIMIT_MS, undefined, { signal: tooLong.signal })]);
    } finally {
      tooLong.abort();
      killing.close();
    }
  }
}
