/** Which server it is. */
export interface ServerVersion {
  readonly product: 'mysql' | 'mariadb';
  /** `MariaDB 10.11.6`. */
  readonly system: string;
  readonly major: number;
}

/** Reads what `VERSION()` says: `10.11.6-MariaDB-log`, `8.4.2`. Some managed MariaDB put `5.5.5-` before it. */
export function parseVersion(text: string): ServerVersion {
  const isMariadb = /mariadb/i.test(text);
  const number = /\d+(?:\.\d+)*/.exec(text.replace(/^5\.5\.5-/, ''))?.[0] ?? '';
  return {
    product: isMariadb ? 'mariadb' : 'mysql',
    system: `${isMariadb ? 'MariaDB' : 'MySQL'} ${number}`.trim(),
    major: Number(number.split('.')[0] ?? 0),
  };
}
