import type { Request } from 'express';

/** The query of a request as it was sent: a parameter that is there twice stays so. */
export function queryOf({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  const at = originalUrl.indexOf('?');
  return at < 0 ? '' : originalUrl.slice(at);
}
