import type { QueryRunner } from 'typeorm';
import { driverCodeOf, StoreRefused } from '../store-fault.js';
import { ForwardMigration } from './forward-migration.js';
import { productOf } from './migration-table.js';

const KEPT = [
  'number',
  'id',
  'controller',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'object_type',
  'object_id',
  'outcome',
  'details',
];

/** An entry may get its place in the chain, once; everything else about it stands. */
export class RefuseChangedEntries extends ForwardMigration {
  readonly name = 'RefuseChangedEntries1763800000009';

  override up(runner: QueryRunner): Promise<void> {
    const isMysql = productOf(runner) === 'mysql';
    const equals = isMysql ? '<=>' : 'IS';
    const same = KEPT.map((column) => `NEW.${column} ${equals} OLD.${column}`).join(' AND ');
    const broken = `OLD.sequence IS NOT NULL OR NEW.sequence IS NULL OR NOT (${same})`;
    return replaceTrigger(runner, 'audit_entry_stands', {
      sqlite: `BEFORE UPDATE ON audit_entry WHEN ${broken} BEGIN SELECT RAISE(ABORT, 'Entries of the trail stand.'); END`,
      mysql: `BEFORE UPDATE ON audit_entry FOR EACH ROW IF ${broken} THEN ${SIGNAL}; END IF`,
    });
  }
}

/** No entry is removed. */
export class RefuseRemovedEntries extends ForwardMigration {
  readonly name = 'RefuseRemovedEntries1763800000010';

  override up(runner: QueryRunner): Promise<void> {
    return replaceTrigger(runner, 'audit_entry_stays', {
      sqlite: "BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'Entries of the trail stand.'); END",
      mysql: `BEFORE DELETE ON audit_entry FOR EACH ROW ${SIGNAL}`,
    });
  }
}

const SIGNAL = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Entries of the trail stand.'";

async function replaceTrigger(
  runner: QueryRunner,
  name: string,
  bodies: Readonly<Record<'sqlite' | 'mysql', string>>,
): Promise<void> {
  await runner.query(`DROP TRIGGER IF EXISTS ${name}`);
  try {
    await runner.query(`CREATE TRIGGER ${name} ${bodies[productOf(runner)]}`);
  } catch (error) {
    throw FORBIDDEN.includes(driverCodeOf(error) ?? '') ? new StoreRefused(ADVICE) : error;
  }
}

const FORBIDDEN = ['ER_BINLOG_CREATE_ROUTINE_NEED_SUPER', 'ER_TABLEACCESS_DENIED_ERROR'];
const ADVICE =
  'The account of the store may not create the triggers that guard the trail. Grant it TRIGGER on its database, and where ' +
  'the server keeps a binary log, set log_bin_trust_function_creators = 1 while the store is migrated.';
