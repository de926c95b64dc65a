/** The real servers that tests can ask for. */
export const SERVER_NAMES = ['mariadb', 'postgres'] as const;

/** See {@link SERVER_NAMES}. */
export type ServerName = (typeof SERVER_NAMES)[number];

/** A server that cannot be had here, and why. */
export interface Unavailable {
  readonly unavailable: string;
}
