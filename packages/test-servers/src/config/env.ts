import type { ServerName } from '../server-name.js';

/** The variables that carry the URL of an administrator's account, by server. The runner sets them for Jest. */
export const URL_VARIABLES: Readonly<Record<ServerName, string>> = {
  mariadb: 'HABEAS_TEST_MARIADB_URL',
  postgres: 'HABEAS_TEST_POSTGRES_URL',
  redis: 'HABEAS_TEST_REDIS_URL',
  mailman3: 'HABEAS_TEST_MAILMAN3_URL',
  wordpress: 'HABEAS_TEST_WORDPRESS_URL',
  ghost: 'HABEAS_TEST_GHOST_URL',
  openssh: 'HABEAS_TEST_OPENSSH_URL',
};

// eslint-disable-next-line no-restricted-properties -- this is the package's one config/env.ts
const environment = process.env;

/** The URL of a server that somebody else runs, or `undefined`. */
export function givenUrl(name: ServerName): string | undefined {
  const url = environment[URL_VARIABLES[name]];
  return url === '' ? undefined : url;
}

/** The variable that carries the path of a Chromium. The runner sets it for Jest. */
export const CHROMIUM_VARIABLE = 'HABEAS_TEST_CHROMIUM';

/** The path of a Chromium that was chosen or found already, or `undefined`. */
export function givenChromium(): string | undefined {
  const path = environment[CHROMIUM_VARIABLE];
  return path === '' ? undefined : path;
}

/** Whether missing servers make tests fail rather than skip. */
export function isContinuousIntegration(): boolean {
  return environment['CI'] === 'true';
}

/** The folders in which programs are looked for, in order. */
export function searchPath(): readonly string[] {
  return (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '');
}
