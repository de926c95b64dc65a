import { existsSync } from 'node:fs';
import { type TrailHead, type TrailVerdict, verifyTrail } from '@habeas/core';
import { TRAIL_HASHING } from '@habeas/vault';
import type { Engine } from './engine.js';
import { migrationState } from './migrate.js';
import { type DurableStore, openEngine } from './open-store.js';
import { SqlStore } from './sql-store.js';
import { driverCodeOf, StoreRefused, withoutValues } from './store-fault.js';
import { storePlace } from './store-url.js';
import { type CheckpointVerdict, type KnownCheckpoints, TrailCheck } from './trail/trail-check.js';

/** What a copy of a store came to when it was verified. */
export interface StoreVerdict {
  /** Everything below is as it has to be. */
  readonly isGood: boolean;
  /** What the database says about its own pages and indices: nothing where they are whole. */
  readonly damage: readonly string[];
  /** Migrations that the copy lacks: the version that wrote it can verify it, and this one will bring it up when it opens it. */
  readonly pending: readonly string[];
  /** Migrations of a newer version: this one cannot open the copy. */
  readonly unknown: readonly string[];
  /** The chain of the trail. Missing where the schema is not this version's. */
  readonly trail?: TrailVerdict;
  /** What its signed checkpoints say of it. Missing where no key was given to verify them with. */
  readonly checkpoints?: CheckpointVerdict;
  readonly requests: number;
  readonly steps: number;
}

/**
 * Verifies a store that was restored from a backup, and changes none of its rows: its integrity, its schema, and the chain of
 * its trail, against a head that was noted elsewhere, and against signed checkpoints, those that it holds and those that were kept
 * elsewhere, where they are given (security R17, R82).
 */
export async function verifyStore(url: string, through?: TrailHead, known?: KnownCheckpoints): Promise<StoreVerdict> {
  const place = storePlace(url);
  if (place.product === 'sqlite' && !existsSync(place.path)) throw new StoreRefused('There is no store in this file.');
  try {
    const engine = await openEngine({ url, allowsLazyFlush: true });
    return await verify(engine, through, known).finally(() => engine.close());
  } catch (error) {
    const code = driverCodeOf(error) ?? '';
    if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code)) return { ...BAD, damage: [code] };
    throw withoutValues(error);
  }
}

const BAD: StoreVerdict = { isGood: false, damage: [], pending: [], unknown: [], requests: 0, steps: 0 };

async function verify(
  engine: Engine,
  through: TrailHead | undefined,
  known: KnownCheckpoints | undefined,
): Promise<StoreVerdict> {
  const schema = await engine.run((runner) => migrationState(engine.dataSource, runner));
  const isOfThisVersion = schema.unknown.length === 0 && schema.pending.length === 0;
  const damage = isOfThisVersion ? await damageOf(engine) : [];
  if (!isOfThisVersion || damage.length > 0) return { ...BAD, ...schema, damage };
  const trail = await verifiedTrail(engine, through, known);
  const requests = await engine.dataSource.getRepository('request').count();
  const steps = await engine.dataSource.getRepository('step').count();
  const isGood = trail.trail.holds && trail.checkpoints?.holds !== false;
  return { isGood, damage, ...schema, ...trail, requests, steps };
}

async function verifiedTrail(
  engine: Engine,
  through: TrailHead | undefined,
  known: KnownCheckpoints | undefined,
): Promise<{ readonly trail: TrailVerdict; readonly checkpoints?: CheckpointVerdict }> {
  return verifyChain(new SqlStore(engine), through, known);
}

/**
 * Verifies the chain of a trail that is open: everything that has its place in it by now, and its signed checkpoints where keys are
 * given. Reads it line by line; nothing is held, and others go on writing.
 */
export async function verifyChain(
  { trail: rows, checkpoints: stored }: Pick<DurableStore, 'trail' | 'checkpoints'>,
  through: TrailHead | undefined,
  known: KnownCheckpoints | undefined,
): Promise<{ readonly trail: TrailVerdict; readonly checkpoints?: CheckpointVerdict }> {
  const expected = { through: through ?? (await rows.head()) };
  if (known === undefined) return { trail: await verifyTrail(rows.export(), TRAIL_HASHING, expected) };
  const check = await TrailCheck.of(stored, known);
  const trail = await verifyTrail(check.pass(rows.export()), TRAIL_HASHING, expected);
  return { trail, checkpoints: check.verdict };
}

async function damageOf({ product, dataSource }: Engine): Promise<readonly string[]> {
  if (product === 'sqlite') {
    const rows = await dataSource.query<{ readonly integrity_check: string }[]>('PRAGMA integrity_check');
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  }
  const tables = dataSource.entityMetadatas.map(({ tableName }) => `\`${tableName}\``).join(', ');
  const rows = await dataSource.query<{ readonly Msg_type: string; readonly Table: string }[]>(`CHECK TABLE ${tables}`);
  return rows.filter((row) => /error/iu.test(row.Msg_type)).map((row) => row.Table);
}
