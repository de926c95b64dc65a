import { awaitsAccount } from '@habeas/core';
import type { SignInProblem, SubjectView } from '@habeas/subject-pages';
import type { Request, Response } from 'express';
import { followView } from '../subjects/follow-view.js';
import { type ComeBack, finishForRequest, type RequestOutcome } from '../subjects/sign-in/door-outcomes.js';
import { REQUEST_FLOW, type RequestFlow } from '../subjects/sign-in/subject-flow.js';
import { followerIn, type SubjectHouse } from './follow.routes.js';
import { problemIn, sendToProvider } from './sign-in-answers.js';

const OUTCOMES: Readonly<Record<Exclude<RequestOutcome, 'proved'>, SignInProblem>> = {
  strange: 'strange',
  stale: 'refused',
  over: 'over',
  often: 'often',
};

/** Begun in a browser that may follow the request, whose own cookie comes with no form of another site. */
export async function beginForRequest(house: SubjectHouse, http: Request, response: Response): Promise<void> {
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
    sendToProvider(response, await provider.begin(REQUEST_FLOW, about));
  } catch (error) {
    pages.send(http, response, { page: 'sign-in', why: problemIn(error, log), own: { request: id, reference } });
  }
}

/** What somebody is shown who has come back for a request. Whatever the provider did, the other ways of the ladder stay open. */
export async function comeBackForRequest({ log }: SubjectHouse, come: ComeBack<RequestFlow>): Promise<SubjectView> {
  const { request, reference } = come.flow;
  const why = await finishForRequest(come).then(
    (outcome) => (outcome === 'proved' ? undefined : OUTCOMES[outcome]),
    (error: unknown) => problemIn(error, log),
  );
  if (why === undefined) return { page: 'done', what: 'proved', reference, request };
  return { page: 'sign-in', why, own: { request, reference } };
}
