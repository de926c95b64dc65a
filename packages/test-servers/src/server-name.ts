/** The databases that tests can ask for. */
export const SQL_SERVER_NAMES = ['mariadb', 'postgres'] as const;

/** The real servers that tests can ask for. */
export const SERVER_NAMES = [...SQL_SERVER_NAMES, 'redis', 'mailman3'] as const;

/** See {@link SERVER_NAMES}. */
export type ServerName = (typeof SERVER_NAMES)[number];

/** See {@link SQL_SERVER_NAMES}. */
export type SqlServerName = (typeof SQL_SERVER_NAMES)[number];

/** A server that cannot be had here, and why. */
export interface Unavailable {
  readonly unavailable: string;
}
