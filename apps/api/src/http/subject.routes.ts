import { type NextFunction, type Request, type Response, Router, urlencoded } from 'express';
import type { WorkDesk } from '@habeas/core';
import { Challenges } from '../subjects/challenges.js';
import type { SubjectPages } from '../subjects/subject-pages.js';
import { Turnstile } from '../subjects/turnstile.js';
import { askRoutes } from './ask.routes.js';
import { downloadRoutes } from './download.routes.js';
import { stopRoutes } from './stop.routes.js';
import { followRoutes } from './follow.routes.js';

/** A whole form with everything that may be written into it. */
const BODY_LIMIT = '64kb';
/** How many codes are looked at at once (security R55). */
const MOST_AT_ONCE = 8;
const A_YEAR_SECONDS = 31_536_000;

/** Everything that the subjects of controllers see: below `/ask/CONTROLLER`. Controllers without pages are not found. */
export function subjectRoutes(desk: WorkDesk, pages: SubjectPages): Router {
  const router = Router();
  const house = {
    desk,
    pages,
    turnstile: new Turnstile(MOST_AT_ONCE),
    challenges: new Challenges(desk.delivery.crypto, desk.clock),
  };
  router.use('/ask/:controller', (request: Request, _response: Response, next: NextFunction) => {
    if (pages.has(String(request.params['controller']))) next();
    else next('router');
  });
  router.use('/ask/:controller', urlencoded({ extended: false, limit: BODY_LIMIT }));
  router.use('/ask/:controller/d', downloadRoutes(house));
  router.use('/ask/:controller/requests', followRoutes(house));
  router.use('/ask/:controller/stop', stopRoutes(house));
  router.use('/ask/:controller', askRoutes(house));
  return router;
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
