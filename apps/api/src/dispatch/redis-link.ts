import { InvalidInputError, type Secret } from '@habeas/connector-sdk';
import { Redis, type RedisOptions } from 'ioredis';
import type { DispatchLog } from './dispatch.js';
import { checkServer } from './check-server.js';
import { canPass, faultCode } from './redis-fault.js';

/** How a Redis or Valkey server is reached. */
export interface RedisSettings {
  /** `redis://` or `rediss://`, with the account. */
  readonly url: Secret<string>;
  /** The authority that signed the server's certificate, in PEM, where it is none of the public ones. */
  readonly ca?: string;
}

/** The longest that a command may take, and the longest wait at the start (security R10). */
const PATIENCE_MS = 2_000;
const LONGEST_RETRY_MS = 2_000;

/** The connection that steps are told through, and whether it is there. It comes back by itself. */
export class RedisLink {
  /** Refuses commands while it is not connected: nothing waits in memory for a server that may not come back. */
  readonly client: Redis;
  #state: 'unknown' | 'there' | 'gone' = 'unknown';
  /** Why it is not connected: what a connection rejects with says no more than that. */
  #cause: unknown;
  #isClosed = false;

  private constructor(
    private readonly settings: RedisSettings,
    private readonly log: DispatchLog,
    private readonly onChange: () => void,
  ) {
    this.client = this.#connection({ enableOfflineQueue: false, commandTimeout: PATIENCE_MS, lazyConnect: true });
    this.client.on('error', (error) => {
      this.#cause = error;
    });
    this.client.on('ready', () => {
      const isBack = this.#state === 'gone';
      this.#become('there');
      if (isBack) void this.#checkAgain();
    });
    this.client.on('close', () => {
      this.#become('gone');
    });
  }

  /**
   * Opens the link. A server that is not there now is waited for in the background. Rejects with `InvalidInputError` where the
   * server is there and what is configured cannot work: it refuses the account, or drops keys when its memory is full.
   */
  static async open(settings: RedisSettings, log: DispatchLog, onChange: () => void): Promise<RedisLink> {
    const link = new RedisLink(settings, log, onChange);
    try {
      await link.#begin();
    } catch (error) {
      link.close();
      throw error;
    }
    return link;
  }

  get isThere(): boolean {
    return this.#state === 'there';
  }

  /** A connection of its own for waiting: what it is asked stays asked until the server is back. */
  waiting(): Redis {
    return this.#connection({ maxRetriesPerRequest: null });
  }

  /** A command has failed. Where the connection seems to be there all the same, it is made anew: the other end may be gone silently. */
  suspect(): void {
    if (this.client.status === 'ready' && !this.#isClosed) this.client.disconnect(true);
  }

  close(): void {
    this.#isClosed = true;
    this.client.disconnect();
  }

  async #begin(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, 'late')));
    try {
      if ((await Promise.race([this.client.connect(), late])) === 'late') this.#become('gone');
      else await checkServer(this.client, this.log);
    } catch (error) {
      if (error instanceof InvalidInputError) throw error;
      const cause = this.#cause ?? error;
      if (!canPass(cause)) throw notTaken(cause);
      this.#become('gone');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nobody is at the start any more who could mend it: work goes on, and it is logged. */
  async #checkAgain(): Promise<void> {
    try {
      await checkServer(this.client, this.log);
    } catch (error) {
      if (error instanceof InvalidInputError) this.log.warn('redis-unfit', { what: error.faults[0]?.what ?? '' });
    }
  }

  #become(state: 'there' | 'gone'): void {
    if (this.#isClosed || this.#state === state) return;
    const isBack = this.#state === 'gone';
    this.#state = state;
    if (state === 'gone') this.log.warn('redis-gone', { workers: 'look at the ledger' });
    else if (isBack) this.log.info('redis-back');
    this.onChange();
  }

  #connection(options: RedisOptions): Redis {
    const url = this.settings.url.reveal();
    const { ca } = this.settings;
    const connection = new Redis(url, {
      connectTimeout: PATIENCE_MS,
      retryStrategy: (times) => Math.min(times * 100, LONGEST_RETRY_MS),
      ...(url.startsWith('rediss:') ? { tls: ca === undefined ? {} : { ca } } : {}),
      ...options,
    });
    connection.on('error', () => undefined); // 'close' follows, and whoever asked something is told
    return connection;
  }
}

function notTaken(error: unknown): InvalidInputError {
  return new InvalidInputError([
    {
      file: 'service.yaml',
      path: 'redis',
      what: `the server does not take what is configured (${faultCode(error)})`,
      remedy: 'check the account, its password and its rules, and the certificate of the server',
    },
  ]);
}
