import { awaitsAccount } from '@habeas/core';
import type { SignInProblem, SubjectView } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { SUBJECT_COOKIE } from '../oidc/flow-cookie.js';
import { OidcFault, type OidcFaultCode } from '../oidc/oidc-fault.js';
import { queryOf } from '../oidc/query-of.js';
import { followView } from '../subjects/follow-view.js';
import type { SignInOutcome, SubjectFlow } from '../subjects/sign-in/subject-provider.js';
import { backToShown, followerIn, type SubjectHouse } from './follow.routes.js';
import { answered } from './subject-answers.js';

const PROBLEMS: Readonly<Record<OidcFaultCode, SignInProblem>> = {
  PROVIDER_UNAVAILABLE: 'away',
  PROVIDER_ANSWER_REFUSED: 'refused',
  SIGN_IN_NOT_VALID: 'over',
  SIGN_IN_CANCELLED: 'cancelled',
};
const OUTCOMES: Readonly<Record<Exclude<SignInOutcome, 'proved'>, SignInProblem>> = {
  strange: 'strange',
  stale: 'refused',
  over: 'over',
  often: 'often',
};

/** Where subjects go to sign in at their controller's provider, and come back to. */
export function signInRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  router.post(
    '/requests/:id/sign-in',
    answered((request, response) => begin(house, request, response)),
  );
  router.get('/requests/:id/sign-in', backToShown(house, '/prove'));
  router.get(
    '/signed-in',
    answered((request, response) => finish(house, request, response)),
  );
  return router;
}

/** Begun in a browser that may follow the request, whose own cookie comes with no form of another site. */
async function begin(house: SubjectHouse, http: Request, response: Response): Promise<void> {
  const { desk, pages, log } = house;
  const found = await followerIn(desk, http);
  if (found === undefined) {
    pages.send(http, response, { page: 'find' });
    return;
  }
  const { request, cookie } = found;
  const { id, controller, reference } = request;
  const provider = house.providers.get(controller);
  if (provider === undefined || !awaitsAccount(request)) {
    pages.send(http, response, await followView(house, request));
    return;
  }
  const follower = desk.delivery.crypto.sha256Hex(cookie.reveal());
  const about = { request: id, reference, follower, language: pages.languageOf(http) };
  try {
    const { url, sealed } = await provider.begin(about);
    SUBJECT_COOKIE.set(response, sealed);
    response.set('Cache-Control', 'no-store').redirect(303, url.href);
  } catch (error) {
    pages.send(http, response, failed(error, { request: id, reference }, log));
  }
}

/** The page itself says what came of it: a browser that comes from another site would bring no cookie to a next one. */
async function finish({ pages, providers, log }: SubjectHouse, http: Request, response: Response): Promise<void> {
  const query = queryOf(http);
  const provider = providers.get(String(http.params['controller']));
  const flow = await provider?.flowOf(SUBJECT_COOKIE.sealed(http), query);
  if (provider === undefined || flow === undefined) {
    log.warn('sign-in', { code: 'SIGN_IN_NOT_VALID', reason: 'no flow' });
    pages.send(http, response, { page: 'sign-in', why: 'over' });
    return;
  }
  SUBJECT_COOKIE.clear(response);
  const shown = await provider.finish(flow, query).then(
    (outcome) => outcomeView(outcome, flow),
    (error: unknown) => failed(error, flow, log),
  );
  pages.send(http, response, shown, flow.language);
}

type Own = Pick<SubjectFlow, 'request' | 'reference'>;

function outcomeView(outcome: SignInOutcome, { request, reference }: Own): SubjectView {
  if (outcome === 'proved') return { page: 'done', what: 'proved', reference, request };
  return { page: 'sign-in', why: OUTCOMES[outcome], own: { request, reference } };
}

/** Whatever the provider did: the other ways of the ladder stay open. What is no fault of it is thrown on. */
function failed(error: unknown, { request, reference }: Own, log: SubjectHouse['log']): SubjectView {
  if (!(error instanceof OidcFault)) throw error;
  log.warn('sign-in', { code: error.code, reason: error.reason });
  return { page: 'sign-in', why: PROBLEMS[error.code], own: { request, reference } };
}
