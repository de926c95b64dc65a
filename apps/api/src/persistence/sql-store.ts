import type { Claim, ClaimOptions, Clock, Store, Transaction } from '@habeas/core';
import type { QueryRunner } from 'typeorm';
import type { Engine } from './engine.js';
import { KeptBlobs } from './kept-blobs.js';
import { Session } from './session.js';
import { SqlAuditRows } from './sql-audit-rows.js';
import { SqlDeliveryRows, SqlDownloadSessionRows } from './sql-delivery-rows.js';
import { SqlDueLedger } from './sql-due-ledger.js';
import { SqlEvidenceRows } from './sql-evidence-rows.js';
import { SqlIdempotencyRows } from './sql-idempotency-rows.js';
import { SqlAddressProofRows, SqlFollowSessionRows } from './sql-identity-rows.js';
import { SqlLimitRows } from './sql-limit-rows.js';
import { SqlMessageRows } from './sql-message-rows.js';
import { SqlChallengeRows, SqlPasskeyRows } from './sql-passkey-rows.js';
import { SqlReceivedRows } from './sql-received-rows.js';
import { SqlRequestRows } from './sql-request-rows.js';
import { SqlSessionRows, SqlStaffRows, SqlTokenRows } from './sql-staff-rows.js';
import { SqlStepRows } from './sql-step-rows.js';
import { SqlWebhookRows } from './sql-webhook-rows.js';
import { CountedStore } from './store-counts.js';
import { Checkpoints } from './trail/checkpoints.js';
import { Trail } from './trail/trail.js';
import { Wraps } from './wraps.js';

const SERVER_TIME = 'SELECT CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED) AS now';

/** Something that runs around a transaction, and lets it be what it is. */
export type Around = <T>(work: () => Promise<T>) => Promise<T>;

/** A store in SQL. */
export class SqlStore implements Store {
  readonly trail = new Trail((work) => this.#session(work));
  readonly checkpoints = new Checkpoints((work) => this.#session(work), this.trail);
  readonly keptBlobs = new KeptBlobs((work) => this.#session(work));
  readonly counted = new CountedStore((work) => this.#session(work));
  readonly wraps = new Wraps((work) => this.#session(work));
  readonly dueLedger = new SqlDueLedger((work) => this.#session(work));

  /** `clock` stands in for the time of the database in tests. */
  constructor(
    private readonly engine: Engine,
    private readonly clock?: Pick<Clock, 'now'>,
    private readonly around: Around = (work) => work(),
  ) {}

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#session((session) =>
      work({
        now: session.now,
        requests: new SqlRequestRows(session),
        steps: new SqlStepRows(session),
        evidence: new SqlEvidenceRows(session),
        messages: new SqlMessageRows(session),
        audit: new SqlAuditRows(session),
        idempotency: new SqlIdempotencyRows(session),
        staff: new SqlStaffRows(session),
        sessions: new SqlSessionRows(session),
        tokens: new SqlTokenRows(session),
        passkeys: new SqlPasskeyRows(session),
        challenges: new SqlChallengeRows(session),
        deliveries: new SqlDeliveryRows(session),
        downloads: new SqlDownloadSessionRows(session),
        proofs: new SqlAddressProofRows(session),
        followers: new SqlFollowSessionRows(session),
        limits: new SqlLimitRows(session),
        webhooks: new SqlWebhookRows(session),
        received: new SqlReceivedRows(session),
      }),
    );
  }

  claim(options: ClaimOptions): Promise<Claim | undefined> {
    return this.#session((session) => new SqlStepRows(session).claim(options));
  }

  renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return this.#session((session) => new SqlStepRows(session).renew(claim, leaseMs));
  }

  nextDueAt(): Promise<Date | undefined> {
    return this.#session((session) => new SqlStepRows(session).nextDueAt());
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  #session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.around(() =>
      this.engine.run(async (runner) => {
        const session = new Session(this.engine.product, await this.#now(runner), runner);
        try {
          return await work(session);
        } finally {
          session.end();
        }
      }),
    );
  }

  async #now(runner: QueryRunner): Promise<Date> {
    if (this.clock !== undefined) return this.clock.now();
    // SQLite has no other clock than this machine's
    if (this.engine.product === 'sqlite') return new Date();
    const [row] = (await runner.query(SERVER_TIME)) as readonly { readonly now: number }[];
    return new Date(Number(row?.now));
  }
}
