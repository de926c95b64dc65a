import type { IdempotencyRows } from '@habeas/core';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { Undone } from './engine.js';
import type { Session } from './session.js';
import { isDuplicate } from './store-fault.js';
import { sha256 } from './trail/sha256.js';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

interface Answer {
  readonly fingerprint: string;
  readonly result: string;
}

/** Answered calls in SQL. */
export class SqlIdempotencyRows implements IdempotencyRows {
  constructor(private readonly session: Session) {}

  async find(controller: string, key: string): Promise<Answer | undefined> {
    const row = await this.session
      .table('answer')
      .findOneBy({ controller, keyHash: sha256(key), createdAt: MoreThan(this.#oldest) });
    return row === null ? undefined : { fingerprint: row.fingerprint, result: row.result };
  }

  async add(controller: string, key: string, { fingerprint, result }: Answer): Promise<void> {
    const answers = this.session.table('answer');
    await answers.delete({ createdAt: LessThanOrEqual(this.#oldest) });
    const row = { controller, keyHash: sha256(key), fingerprint, result, createdAt: this.session.now.getTime() };
    // Where the same call ran at the same time and was first, this one has to run again, and will find its answer.
    await answers.insert(row).catch((error: unknown) => {
      throw this.session.product === 'mysql' && isDuplicate(error) ? new Undone(error) : error;
    });
  }

  get #oldest(): number {
    return this.session.now.getTime() - KEPT_MS;
  }
}
