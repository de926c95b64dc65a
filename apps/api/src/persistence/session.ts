import type { QueryRunner, Repository } from 'typeorm';
import type { Product } from './column-types.js';
import type { Tables } from './rows/tables.js';

/** One open transaction, as the rows' adapters see it. */
export class Session {
  #isOver = false;

  constructor(
    readonly product: Product,
    /** The database's time at its begin. */
    readonly now: Date,
    private readonly runner: QueryRunner,
  ) {}

  /** A table. Throws after the end of the transaction: a statement that comes late would be part of another one. */
  table<Name extends keyof Tables>(name: Name): Repository<Tables[Name]> {
    return this.#open().manager.getRepository<Tables[Name]>(name);
  }

  /** Runs a statement that the tables cannot say. */
  async query<Row>(sql: string, values: readonly (string | number)[]): Promise<Row[]> {
    return (await this.#open().query(sql, [...values])) as Row[];
  }

  /** How a row is locked until the end. In SQLite there is only one writer, from its begin. */
  get locked(): { readonly lock?: { readonly mode: 'pessimistic_write' } } {
    return this.product === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {};
  }

  end(): void {
    this.#isOver = true;
  }

  #open(): QueryRunner {
    if (this.#isOver) throw new Error('This transaction is over: something of it was not awaited.');
    return this.runner;
  }
}
