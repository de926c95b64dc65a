import { Secret } from '@habeas/connector-sdk';
import {
  answerQuestion,
  cancelRequest,
  type DataRequest,
  followedBy,
  linkReminder,
  type OwnRequest,
  proveAddress,
  Refused,
  renewOwnLink,
  revokeLink,
  sendCodeAgain,
  subjectViewer,
} from '@habeas/core';
import { type DoneView, type SubjectView } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { cookieOf } from '../platform/session-cookie.js';
import { textOf } from '../subjects/ask-form.js';
import type { Challenges } from '../subjects/challenges.js';
import { followView } from '../subjects/follow-view.js';
import type { DownloadHouse } from './download.routes.js';
import { answered, formOf, OWN_COOKIE } from './subject-answers.js';

const COOKIE = '__Host-rq';
const LONGEST_WORDS = 5_000;

/** What the pages of subjects work with. */
export interface SubjectHouse extends DownloadHouse {
  readonly challenges: Challenges;
}

/** Lets a browser come back to its request, as long as the store says. */
export function setFollowCookie(response: Response, cookie: Secret<string>): void {
  response.cookie(COOKIE, cookie.reveal(), OWN_COOKIE);
}

/** The pages of one request, for the browser in which it was made or that has shown its claim code. Others are sent to show it. */
export function followRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  const { desk, turnstile, pages } = house;
  const own = ownIn(house);
  router.get(
    '/:id',
    own((request) => followView(desk, request)),
  );
  router.get(
    '/:id/prove',
    own((request) => proveOrFollow(house, request)),
  );
  router.post('/:id/prove', own(async (request, { subject, http }) => {
    const code = new Secret(textOf(formOf(http), 'code'));
    const isProved = await turnstile.pass(() => proveAddress(desk, subject, code));
    if (isProved === undefined) return { page: 'fault', status: 429, retrySeconds: 10 };
    const { id, reference } = request;
    if (isProved) return done(request, 'proved');
    return { page: 'prove', request: id, reference, problem: { kind: 'wrong' } };
  })); // prettier-ignore
  router.post('/:id/prove/again', own(async ({ id, reference }, { subject }) => {
    const isSentAgain = await sendCodeAgain(desk, subject);
    return { page: 'prove', request: id, reference, ...(isSentAgain ? { isSentAgain } : { problem: { kind: 'wait', seconds: 60 } }) };
  })); // prettier-ignore
  router.post('/:id/answer', own(async (request, { subject, http }) => {
    const text = textOf(formOf(http), 'answer');
    const fault = wordsFault(text);
    const view = await followView(desk, request);
    if (fault !== undefined && view.question !== undefined) return { ...view, question: { ...view.question, value: text, fault } };
    await answerQuestion(desk, { ...subject.viewer, isDpo: false }, request.id, { text });
    return done(request, 'answered');
  })); // prettier-ignore
  router.post('/:id/link', own(async (request, { subject }) => {
    await renewOwnLink(desk, subject.viewer, request.id);
    return done(request, 'renewed');
  })); // prettier-ignore
  router.get(
    '/:id/missing',
    own(({ id, reference }) => Promise.resolve({ page: 'missing', request: id, reference })),
  );
  router.post('/:id/missing', own(async (request, { subject, http }) => {
    const value = textOf(formOf(http), 'what');
    const fault = wordsFault(value);
    if (fault !== undefined) return { page: 'missing', request: request.id, reference: request.reference, value, fault };
    await linkReminder(desk, { ...subject.viewer, isDpo: false }, request.id, { text: value });
    return done(request, 'missing');
  })); // prettier-ignore
  for (const page of ['not-me', 'withdraw'] as const) {
    router.get(
      `/:id/${page}`,
      own(({ id, reference }) => Promise.resolve({ page, request: id, reference })),
    );
  }
  router.post('/:id/not-me', own(async (request, { subject }) => {
    if (request.state === 'released') await revokeLink(desk, subject.viewer, request.id);
    else await cancelRequest(desk, subject.viewer, request.id, 'The person says that it was not them who asked.');
    return done(request, 'not-me');
  })); // prettier-ignore
  router.post('/:id/withdraw', own(async (request, { subject }) => {
    await cancelRequest(desk, subject.viewer, request.id, 'Withdrawn by the person who asked.');
    return done(request, 'withdrawn');
  })); // prettier-ignore
  router.use((request, response) => {
    pages.send(request, response, { page: 'fault', status: 404 });
  });
  return router;
}

interface Asking {
  readonly subject: OwnRequest;
  readonly http: Request;
}

/** Answers with a page of the request that the browser may follow. What is refused is shown as where the request stands now. */
function ownIn({ desk, pages }: SubjectHouse) {
  return (view: (request: DataRequest, asking: Asking) => Promise<SubjectView>) =>
    answered(async (http, response) => {
      const controller = String(http.params['controller']);
      const [id, cookie] = [String(http.params['id']), cookieOf(http, COOKIE)];
      const request = cookie === undefined ? undefined : await followedBy(desk, { controller, id, cookie: new Secret(cookie) });
      if (request === undefined) {
        pages.send(http, response, { page: 'find' });
        return;
      }
      const asking = { subject: { viewer: subjectViewer(controller), id }, http };
      try {
        pages.send(http, response, await view(request, asking));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        pages.send(
          http,
          response,
          await followView(desk, (await followedBy(desk, { controller, id, cookie: new Secret(cookie ?? '') })) ?? request),
        );
      }
    });
}

async function proveOrFollow({ desk }: SubjectHouse, request: DataRequest): Promise<SubjectView> {
  const { id, reference, state } = request;
  return state === 'received' ? { page: 'prove', request: id, reference } : followView(desk, request);
}

function done({ id, reference }: DataRequest, what: DoneView['what']): DoneView {
  return { page: 'done', what, reference, request: id };
}

function wordsFault(text: string): 'empty' | 'too-long' | undefined {
  if (text === '') return 'empty';
  return text.length > LONGEST_WORDS ? 'too-long' : undefined;
}
