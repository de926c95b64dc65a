import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** What writes the archives, as they name it. */
export const SOFTWARE = { name: 'Habeas', version } as const;
