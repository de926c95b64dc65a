/** The databases that tests can ask for. */
export const SQL_SERVER_NAMES = ['mariadb', 'postgres'] as const;

/** The real servers that are started once, for all tests. */
export const SHARED_SERVER_NAMES = [...SQL_SERVER_NAMES, 'redis', 'mailman3'] as const;

/** The real servers that are started by the tests that need them, and that a machine may be without. */
export const RARE_SERVER_NAMES = ['wordpress', 'ghost', 'openssh'] as const;

/** See {@link SHARED_SERVER_NAMES}. */
export type SharedServerName = (typeof SHARED_SERVER_NAMES)[number];

/** See {@link RARE_SERVER_NAMES}. */
export type RareServerName = (typeof RARE_SERVER_NAMES)[number];

/** The real servers that tests can ask for. */
export type ServerName = SharedServerName | RareServerName;

/** See {@link SQL_SERVER_NAMES}. */
export type SqlServerName = (typeof SQL_SERVER_NAMES)[number];

/** A server that cannot be had here, and why. */
export interface Unavailable {
  readonly unavailable: string;
}
