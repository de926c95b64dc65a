import type { SubjectView } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { SUBJECT_COOKIE } from '../oidc/flow-cookie.js';
import { queryOf } from '../oidc/query-of.js';
import type { ComeBack } from '../subjects/sign-in/door-outcomes.js';
import type { ReturnedFlow } from '../subjects/sign-in/subject-flow.js';
import { backToShown, type SubjectHouse } from './follow.routes.js';
import { backToLink, beginAtLink, comeBackToLink } from './sign-in-at-link.js';
import { beginForRequest, comeBackForRequest } from './sign-in-for-request.js';
import { backToAsk, beginToAsk, comeBackToAsk } from './sign-in-to-ask.js';
import { answered } from './subject-answers.js';

/** Where subjects go to sign in at their controller's provider, and come back to. */
export function signInRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  router.post(
    '/requests/:id/sign-in',
    answered((request, response) => beginForRequest(house, request, response)),
  );
  router.get('/requests/:id/sign-in', backToShown(house, '/prove'));
  router.post(
    '/d/:link/sign-in',
    answered((request, response) => beginAtLink(house, request, response)),
  );
  router.get('/d/:link/sign-in', backToLink(house));
  router.post(
    '/sign-in',
    answered((request, response) => beginToAsk(house, request, response)),
  );
  router.get('/sign-in', backToAsk(house));
  router.get(
    '/signed-in',
    answered((request, response) => finish(house, request, response)),
  );
  return router;
}

/** The page itself says what came of it: a browser that comes from another site would bring no cookie to a next one. */
async function finish(house: SubjectHouse, http: Request, response: Response): Promise<void> {
  const { desk, pages, providers, log } = house;
  const query = queryOf(http);
  const provider = providers.get(String(http.params['controller']));
  const back = await provider?.flowOf(SUBJECT_COOKIE.sealed(http), query);
  if (provider === undefined || back === undefined) {
    log.warn('sign-in', { code: 'SIGN_IN_NOT_VALID', reason: 'no flow' });
    pages.send(http, response, { page: 'sign-in', why: 'over' });
    return;
  }
  SUBJECT_COOKIE.clear(response);
  const come = { desk, provider, query };
  const shown = await shownTo(house, back, { ...come, http, response });
  pages.send(http, response, shown, back.flow.language);
}

type Coming = Omit<ComeBack<unknown>, 'flow'> & { readonly http: Request; readonly response: Response };

/** What each door has for who comes back to it. */
function shownTo(house: SubjectHouse, back: ReturnedFlow, { http, response, ...come }: Coming): Promise<SubjectView> {
  switch (back.door) {
    case 'request':
      return comeBackForRequest(house, { ...come, flow: back.flow });
    case 'link':
      return comeBackToLink(house, { ...come, flow: back.flow }, response);
    case 'ask':
      return comeBackToAsk(house, { ...come, flow: back.flow }, { http, response });
  }
}
