import type { ReadOnlyProof } from '@habeas/sql-engine';
import type { Connections, MysqlLease } from './connections.js';
import { excessIn, rolesIn } from './grants.js';
import { run } from './run.js';
import type { ServerVersion } from './server-version.js';

/** What the account may do beside reading, by all of its grants and of the roles it could take on. */
export async function proveReadOnly(connections: Connections, version: ServerVersion): Promise<ReadOnlyProof> {
  const lease = await connections.lease();
  try {
    const excess = [...new Set((await grantLines(lease, version)).flatMap(excessIn))];
    if (excess.length === 0) return { level: 'proved', excess };
    return { level: (await isReadOnly(lease, version)) ? 'session' : 'no', excess };
  } finally {
    await lease.discard(); // it may have taken on roles
  }
}

async function grantLines(lease: MysqlLease, version: ServerVersion): Promise<readonly string[]> {
  const own = await show(lease, 'SHOW GRANTS');
  const roles = own.flatMap(rolesIn);
  if (roles.length === 0) return own;
  if (version.product === 'mysql')
    return [...own, ...(await show(lease, `SHOW GRANTS FOR CURRENT_USER() USING ${roles.join(', ')}`))];
  return [...own, ...(await grantsOfRoles(lease))];
}

/** MariaDB shows a role's grants to whoever has taken it on. Roles within roles are in the list too. */
async function grantsOfRoles(lease: MysqlLease): Promise<readonly string[]> {
  const roles = await lease.guard(run(lease.connection, 'SELECT ROLE_NAME AS name FROM information_schema.APPLICABLE_ROLES'));
  const lines: string[] = [];
  for (const { name } of roles) {
    await lease.guard(run(lease.connection, `SET ROLE \`${String(name).replaceAll('`', '``')}\``));
    lines.push(...(await show(lease, 'SHOW GRANTS')));
  }
  return lines;
}

async function show(lease: MysqlLease, statement: string): Promise<readonly string[]> {
  const rows = await lease.guard(run(lease.connection, statement));
  return rows.map((row) => Object.values(row)[0] as string);
}

async function isReadOnly(lease: MysqlLease, { product, major }: ServerVersion): Promise<boolean> {
  // MariaDB took MySQL's name for it in 11.1 and keeps its own beside it
  const name = product === 'mysql' && major >= 8 ? 'transaction_read_only' : 'tx_read_only';
  const [row] = await lease.guard(run(lease.connection, `SELECT @@session.${name} AS isOn`));
  return Number(row?.['isOn']) === 1;
}
