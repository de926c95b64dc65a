import { StoreRefused } from './store-fault.js';

/** Where a store is. */
export type StorePlace =
  | { readonly product: 'sqlite'; readonly path: string }
  | { readonly product: 'mysql'; readonly url: string; readonly database: string };

/**
 * The place that a URL names: `sqlite:PATH` (relative to the working folder, or `:memory:` for tests), `mysql://…` or
 * `mariadb://…` with the name of a database. Throws `StoreRefused`, whose message never repeats the URL: it holds a password.
 */
export function storePlace(url: string): StorePlace {
  if (url.startsWith('sqlite:')) {
    const path = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/u, '');
    if (path === '') throw new StoreRefused('The URL of the store names no file. Write sqlite:PATH.');
    return { product: 'sqlite', path };
  }
  return serverPlace(url);
}

function serverPlace(url: string): StorePlace {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['mysql:', 'mariadb:'].includes(parsed.protocol)) {
    throw new StoreRefused('The URL of the store is none. Write sqlite:PATH, mysql://… or mariadb://….');
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '')
    throw new StoreRefused('The URL of the store names no database. Write mysql://USER:PASSWORD@HOST/DATABASE.');
  return { product: 'mysql', url: url.replace(/^mariadb:/u, 'mysql:'), database };
}
