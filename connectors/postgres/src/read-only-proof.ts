import type { ReadOnlyProof } from '@habeas/sql-engine';
import type { Ask } from './catalog/catalog-rows.js';

/** The account itself, and every role it could become with SET ROLE. A superuser is told by its own line only. */
const ROLES = `roles AS (
  SELECT oid FROM pg_catalog.pg_roles
  WHERE pg_has_role(current_user, oid, 'MEMBER') AND (rolname = current_user OR NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
)`;

const SYSTEM_SCHEMAS = `('pg_catalog', 'information_schema', 'pg_toast')`;

const EXCESS = `
WITH ${ROLES}, tables AS (
  SELECT c.oid, c.relowner, c.relkind, format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname NOT IN ${SYSTEM_SCHEMAS} AND n.nspname !~ '^pg_(toast_)?temp_'
)
SELECT attribute || ' (attribute of the role)' AS excess
FROM pg_catalog.pg_roles r JOIN roles USING (oid)
CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole), ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication)) AS a(attribute, isSet)
WHERE isSet
UNION
SELECT 'membership in ' || r.rolname FROM pg_catalog.pg_roles r JOIN roles USING (oid)
WHERE r.rolname IN ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program', 'pg_database_owner', 'pg_maintain')
UNION
SELECT 'CREATE on database' FROM roles WHERE has_database_privilege(roles.oid, current_database(), 'CREATE')
UNION
SELECT 'CREATE on schema ' || quote_ident(n.nspname) FROM pg_catalog.pg_namespace n, roles
WHERE n.nspname NOT IN ${SYSTEM_SCHEMAS} AND n.nspname !~ '^pg_' AND has_schema_privilege(roles.oid, n.oid, 'CREATE')
UNION
SELECT 'ownership of ' || t.name FROM tables t JOIN roles ON roles.oid = t.relowner
UNION
SELECT privilege || ' on ' || t.name FROM tables t, roles, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege
WHERE t.relkind <> 'S' AND t.relowner <> roles.oid AND (has_table_privilege(roles.oid, t.oid, privilege)
  OR privilege IN ('INSERT', 'UPDATE') AND has_any_column_privilege(roles.oid, t.oid, privilege))
UNION
SELECT privilege || ' on sequence ' || t.name FROM tables t, roles, unnest(ARRAY['USAGE', 'UPDATE']) AS privilege
WHERE t.relkind = 'S' AND t.relowner <> roles.oid AND has_sequence_privilege(roles.oid, t.oid, privilege)
UNION
SELECT 'EXECUTE on ' || f.oid::regprocedure || ' (SECURITY DEFINER)' FROM pg_catalog.pg_proc f
JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace, roles
WHERE f.prosecdef AND n.nspname NOT IN ${SYSTEM_SCHEMAS} AND has_function_privilege(roles.oid, f.oid, 'EXECUTE')
ORDER BY 1`;

/** What the account may do beside reading: attributes, memberships, ownership and rights on whatever is in the database. */
export async function proveReadOnly(ask: Ask): Promise<ReadOnlyProof> {
  const excess = (await ask(EXCESS, [])).map((row) => String(row['excess']));
  if (excess.length === 0) return { level: 'proved', excess };
  const [setting] = await ask(`SELECT current_setting('transaction_read_only') AS "isOn"`, []);
  return { level: setting?.['isOn'] === 'on' ? 'session' : 'no', excess };
}
