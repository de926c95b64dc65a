import { randomBytes } from 'node:crypto';
import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express';
import type { ServiceLog } from '../platform/service-log.js';
import { isUnavailable } from '../platform/unavailable.js';
import { unreadableStatus } from '../platform/unreadable.js';
import { Challenges } from '../subjects/challenges.js';
import { type SignInHouse, subjectProviders } from '../subjects/sign-in/subject-provider.js';
import type { SubjectPages } from '../subjects/subject-pages.js';
import { Turnstile } from '../subjects/turnstile.js';
import { askRoutes } from './ask.routes.js';
import { downloadRoutes } from './download.routes.js';
import { followRoutes, type SubjectHouse } from './follow.routes.js';
import { signInRoutes } from './sign-in.routes.js';
import { stopRoutes } from './stop.routes.js';

/** A whole form with everything that may be written into it, in a script of which each sign takes nine characters to send. */
const BODY_LIMIT = '256kb';
/** How many codes are looked at at once (security R55). */
const MOST_AT_ONCE = 8;
/** After how long it is worth asking again where the store is away. */
const RETRY_SECONDS = 30;
const A_YEAR_SECONDS = 31_536_000;

/** What lies below `/ask/CONTROLLER`, and where. */
export const SUBJECT_ROUTERS: readonly (readonly [below: string, routes: (house: SubjectHouse) => Router])[] = [
  ['/d', downloadRoutes],
  ['/requests', followRoutes],
  ['/stop', stopRoutes],
  ['', signInRoutes],
  ['', askRoutes],
];

/**
 * Everything that the subjects of controllers see: below `/ask/CONTROLLER`. Controllers without pages are not found. What is not there,
 * and what fails, is a page too.
 */
export function subjectRoutes(service: SignInHouse & { readonly pages: SubjectPages }, log: ServiceLog): Router {
  const router = Router();
  const { desk, pages } = service;
  const house = {
    ...{ desk, pages, log, providers: subjectProviders(service) },
    turnstile: new Turnstile(MOST_AT_ONCE),
    challenges: new Challenges(desk.delivery.crypto, desk.clock),
  };
  router.use('/ask/:controller', (request: Request, _response: Response, next: NextFunction) => {
    if (pages.has(String(request.params['controller']))) next();
    else next('router');
  });
  router.use('/ask/:controller', urlencoded({ extended: false, limit: BODY_LIMIT }));
  for (const [below, routes] of SUBJECT_ROUTERS) router.use(`/ask/:controller${below}`, routes(house));
  router.use('/ask/:controller', (request: Request, response: Response) => {
    pages.send(request, response, { page: 'fault', status: 404 });
  });
  router.use('/ask/:controller', faultPage(pages, log));
  return router;
}

/** A fault as a page, which tells nothing of it but how it is found in the log. */
function faultPage(pages: SubjectPages, log: ServiceLog) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent || !pages.has(String(request.params['controller']))) {
      next(error);
      return;
    }
    if (unreadableStatus(error) !== undefined) {
      pages.send(request, response, { page: 'fault', status: 400 });
      return;
    }
    const incident = randomBytes(4).toString('hex');
    log.fault('http', error, { incident });
    const isAway = isUnavailable(error);
    if (isAway) response.set('Retry-After', String(RETRY_SECONDS));
    pages.send(
      request,
      response,
      isAway ? { page: 'fault', status: 503, retrySeconds: RETRY_SECONDS } : { page: 'fault', status: 500, incident },
    );
  };
}

/** The files that the pages load: their paths hold a hash, so they never change. */
export function subjectAssetRoutes(pages: SubjectPages): Router {
  const router = Router();
  for (const { path, type, body } of pages.assets()) {
    router.get(path, (_request, response) => {
      response
        .set({
          'Content-Type': type,
          'Cache-Control': `public, max-age=${String(A_YEAR_SECONDS)}, immutable`,
          'X-Content-Type-Options': 'nosniff',
        })
        .send(body);
    });
  }
  return router;
}
