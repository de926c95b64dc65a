import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Request, type Response, Router, static as staticFiles } from 'express';
import { tellRefusal } from '../platform/refusal-page.js';

const require = createRequire(import.meta.url);
const A_YEAR_MS = 31_536_000_000;
const NOT_BUILT = { code: 'NOT_FOUND', message: 'The console is not built here.', remedy: 'Run npm run build.' };

/** Where the console lies once it is built. */
export function builtConsole(): string {
  return join(dirname(require.resolve('@habeas/web/package.json')), 'dist');
}

/**
 * The console of staff below `/console/`: files whose names hold a hash, which never change, and one page for every address, which
 * is asked for anew each time. No script makes markup out of a text there (trusted types). It holds nothing of anybody: what it
 * shows it asks for by GraphQL, with the session.
 */
export function consoleRoutes(folder: string): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.redirect(302, '/console/');
  });
  router.use('/console/assets', staticFiles(join(folder, 'assets'), { immutable: true, maxAge: A_YEAR_MS, index: false }));
  router.get('/console/assets/{*rest}', (request, response) => {
    tellRefusal(request, response, 404, { code: 'NOT_FOUND', message: 'There is no such file.' });
  });
  router.get(['/console', '/console/{*rest}'], (request: Request, response: Response, next) => {
    const policy = String(response.getHeader('Content-Security-Policy'));
    response.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': `${policy};trusted-types 'none'` });
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error: (Error & { status?: number }) | undefined) => {
      if (error === undefined) return;
      if (error.status === 404) tellRefusal(request, response, 404, NOT_BUILT);
      else next(error);
    });
  });
  return router;
}
