import type { Request, Response } from 'express';

/** Why something did not happen: our own words only, nothing that was sent. */
export interface RefusalText {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/** Tells why something did not happen: as a page to a browser that was on its way to one, as JSON to everybody else. */
export function tellRefusal(request: Request, response: Response, status: number, { code, message, remedy }: RefusalText): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(page(message, remedy ?? ''));
  else response.json({ error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}

function page(message: string, remedy: string): string {
  const title = escaped(message);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${escaped(remedy)}</p><p><a href="/session/oidc">Sign in</a> · <a href="/">Back</a></p></main></body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (each) => ENTITIES[each] ?? each);
}
