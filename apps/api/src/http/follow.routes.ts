import { Secret } from '@habeas/connector-sdk';
import {
  acceptOwnFee,
  answerQuestion,
  cancelRequest,
  type DataRequest,
  followedBy,
  isReopened,
  linkReminder,
  orderOwnTransmission,
  type OwnRequest,
  proveAddress,
  Refused,
  renewOwnLink,
  revokeLink,
  sendCodeAgain,
  subjectViewer,
  viewAnswer,
} from '@habeas/core';
import { type DoneView, subjectPaths, type SubjectView } from '@habeas/subject-pages';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { subjectHome } from '../composition/subject-home.js';
import { takeOwnDocument } from './own-document.js';
import { cookieOf } from '../platform/session-cookie.js';
import { type PostedForm, textOf } from '../subjects/ask-form.js';
import type { Challenges } from '../subjects/challenges.js';
import { transmitView } from '../subjects/transmissions-view.js';
import { followView, openProveView, proveView } from '../subjects/follow-view.js';
import type { ServiceLog } from '../platform/service-log.js';
import type { SubjectProvider } from '../subjects/sign-in/subject-provider.js';
import type { DownloadHouse } from './download.routes.js';
import { answered, formOf, OWN_COOKIE } from './subject-answers.js';

const COOKIE = '__Host-rq';
/** How many requests one browser may follow: a parent asks for themselves, and for their children. */
const MOST_FOLLOWED = 5;
const BETWEEN = '.';
const LONGEST_WORDS = 5_000;
const LONGEST_NAME = 200;

/** What the pages of subjects work with. */
export interface SubjectHouse extends DownloadHouse {
  readonly challenges: Challenges;
  readonly providers: ReadonlyMap<string, SubjectProvider>;
  readonly log: ServiceLog;
}

/** Lets a browser come back to its request, as long as the store says, and to the last ones before it. */
export function setFollowCookie(request: Request, response: Response, cookie: Secret<string>): void {
  const all = [cookie, ...secretsIn(request)].slice(0, MOST_FOLLOWED);
  response.cookie(COOKIE, all.map((secret) => secret.reveal()).join(BETWEEN), OWN_COOKIE);
}

function secretsIn(request: Request): readonly Secret<string>[] {
  const known = (cookieOf(request, COOKIE) ?? '').split(BETWEEN).filter((text) => text !== '');
  return known.slice(0, MOST_FOLLOWED).map((text) => new Secret(text));
}

/** The pages of one request, for the browser in which it was made or that has shown its claim code. Others are sent to show it. */
export function followRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  const own = ownIn(house);
  for (const [path, view] of Object.entries(SHOWN)) router.get(`/:id${path}`, own(view));
  for (const [path, view] of Object.entries(DONE)) router.post(`/:id${path}`, own(view));
  for (const path of Object.keys(DONE).filter((each) => !(each in SHOWN))) router.get(`/:id${path}`, backToShown(house, path));
  router.post('/:id/document', ownDocument(house));
  router.get('/:id/document', backToShown(house, '/document'));
  router.get('/:id/letters/:number', ownLetter(house));
  router.get('/:id/news', ownNews(house));
  return router;
}

/** A browser that comes back to where something was posted is shown where that was posted from. */
export function backToShown({ pages }: SubjectHouse, path: string): RequestHandler {
  return (http, response) => {
    const { prove, follow } = subjectPaths(subjectHome(String(http.params['controller'])), pages.languageOf(http)).request(
      String(http.params['id']),
    );
    response.redirect(303, path.startsWith('/prove') ? prove : follow);
  };
}

/** A letter as it was written, for the browser that may follow its request; else the way to show the claim code. */
function ownLetter({ desk, pages }: SubjectHouse): RequestHandler {
  return answered(async (http, response) => {
    const request = await followedIn(desk, http);
    const { letters } = request === undefined ? { letters: [] } : await viewAnswer(desk, request);
    const letter = letters[Number(http.params['number']) - 1];
    if (request === undefined) pages.send(http, response, { page: 'find' });
    else if (letter === undefined) pages.send(http, response, { page: 'fault', status: 404 });
    else response.set(LETTER_HEADERS).send(letter.html);
  });
}

/** Whether there is something new on the page of a request, for its script. */
function ownNews(house: SubjectHouse): RequestHandler {
  return answered(async (http, response) => {
    const request = await followedIn(house.desk, http);
    response.set('Cache-Control', 'no-store');
    if (request === undefined) response.status(404).json({});
    else response.json({ mark: (await followView(house, request)).mark });
  });
}

/**
 * A copy of a document, as a file (IDV-04): few at once, for each is held whole for a moment. Whatever is wrong with one is answered in the
 * same way, and where none is asked for the page says how the request stands.
 */
function ownDocument(house: SubjectHouse): RequestHandler {
  const { desk, pages, turnstile } = house;
  return answered(async (http, response) => {
    const request = await followedIn(desk, http);
    // What is not read of the file would be taken for the next request
    response.set('Connection', 'close');
    if (request === undefined) pages.send(http, response, { page: 'find' });
    else pages.send(http, response, (await turnstile.pass(() => takeOwnDocument(house, request, http))) ?? BUSY);
  });
}

/** A letter has no scripts, loads nothing, and is kept by nobody on its way. */
const LETTER_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** The request that this browser may follow. */
async function followedIn(desk: SubjectHouse['desk'], http: Request): Promise<DataRequest | undefined> {
  return (await followerIn(desk, http))?.request;
}

/** A request that a browser may follow, and by which of its cookies. */
interface Follower {
  readonly request: DataRequest;
  readonly cookie: Secret<string>;
}

/** See {@link Follower}; `undefined` for a browser that may not. */
export async function followerIn(desk: SubjectHouse['desk'], http: Request): Promise<Follower | undefined> {
  const [controller, id] = [String(http.params['controller']), String(http.params['id'])];
  for (const cookie of secretsIn(http)) {
    const request = await followedBy(desk, { controller, id, cookie });
    if (request !== undefined) return { request, cookie };
  }
  return undefined;
}

type View = (house: SubjectHouse, request: DataRequest, asking: Asking) => Promise<SubjectView>;

const confirm =
  (page: 'not-me' | 'withdraw' | 'missing'): View =>
  (_house, { id, reference }) =>
    Promise.resolve({ page, request: id, reference });

/** What is looked at. */
const SHOWN: Readonly<Record<string, View>> = {
  '': followView,
  '/prove': async (house, request) => (await openProveView(house, request)) ?? followView(house, request),
  '/missing': confirm('missing'),
  '/transmit': async (house, request) => {
    const view = await followView(house, request);
    return view.actions.includes('transmit') ? transmitView(house.desk, request) : view;
  },
  '/not-me': confirm('not-me'),
  '/withdraw': confirm('withdraw'),
};

/** What is done. */
const DONE: Readonly<Record<string, View>> = {
  '/prove': async (house, request, { subject, form }) => {
    const isProved = await house.turnstile.pass(() => proveAddress(house.desk, subject, new Secret(textOf(form, 'code'))));
    if (isProved === undefined) return BUSY;
    return isProved ? done(request, 'proved') : { ...proveView(house, request), problem: { kind: 'wrong' } };
  },
  '/prove/again': async (house, request, { subject }) => {
    const isSentAgain = await sendCodeAgain(house.desk, subject);
    const told = isSentAgain ? { isSentAgain } : { problem: { kind: 'wait', seconds: 60 } as const };
    return { ...proveView(house, request), ...told };
  },
  '/answer': async (house, request, { subject, form }) => {
    const value = textOf(form, 'answer');
    const fault = wordsFault(value);
    const { question, ...view } = await followView(house, request);
    if (fault !== undefined && question !== undefined) return { ...view, question: { ...question, value, fault } };
    await answerQuestion(house.desk, { ...subject.viewer, isDpo: false }, request.id, { text: value });
    return done(request, 'answered');
  },
  '/fee': async ({ desk }, request, { subject }) => {
    await acceptOwnFee(desk, subject);
    return done(request, 'fee');
  },
  '/link': async ({ desk }, request, { subject }) => {
    await renewOwnLink(desk, subject.viewer, request.id);
    return done(request, 'renewed');
  },
  '/missing': async ({ desk }, request, { subject, form }) => {
    const value = textOf(form, 'what');
    const fault = wordsFault(value);
    if (fault !== undefined) return { page: 'missing', request: request.id, reference: request.reference, value, fault };
    await linkReminder(desk, { ...subject.viewer, isDpo: false }, request.id, { text: value });
    return done(request, 'missing');
  },
  '/transmit': async ({ desk }, request, { subject, form }) => {
    const [receiver, name] = [textOf(form, 'receiver'), textOf(form, 'other')];
    const fault = name === '' && receiver === '' ? 'empty' : name.length > LONGEST_NAME ? 'too-long' : undefined;
    if (fault !== undefined) return { ...transmitView(desk, request), fault };
    // A name that was written counts: a choice cannot be taken back in a form
    await orderOwnTransmission(desk, subject.viewer, request.id, name === '' ? { receiver } : { name });
    return done(request, 'transmit');
  },
  '/not-me': async ({ desk }, request, { subject }) => {
    const isOut = request.state === 'released' || isReopened(request);
    if (isOut) await revokeLink(desk, subject.viewer, request.id);
    if (request.state !== 'released')
      await cancelRequest(desk, subject.viewer, request.id, 'The person says that it was not them who asked.');
    return done(request, 'not-me');
  },
  '/withdraw': async ({ desk }, request, { subject }) => {
    await cancelRequest(desk, subject.viewer, request.id, 'Withdrawn by the person who asked.');
    return done(request, 'withdrawn');
  },
};

/** It was done a short while ago: at most so long. */
const TOO_SOON: SubjectView = { page: 'fault', status: 429, retrySeconds: 10 * 60 };
const BUSY: SubjectView = { page: 'fault', status: 429, retrySeconds: 10 };

interface Asking {
  readonly subject: OwnRequest;
  readonly form: PostedForm;
}

/** Answers with a page of the request that the browser may follow. What is refused is shown as where the request stands now. */
function ownIn(house: SubjectHouse): (view: View) => RequestHandler {
  const { desk, pages } = house;
  return (view) =>
    answered(async (http, response) => {
      const controller = String(http.params['controller']);
      const id = String(http.params['id']);
      const request = await followedIn(desk, http);
      if (request === undefined) {
        pages.send(http, response, { page: 'find' });
        return;
      }
      const asking = { subject: { viewer: subjectViewer(controller), id }, form: formOf(http) };
      const shown = await view(house, request, asking).catch(async (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        if (error.code === 'LIMITED') return TOO_SOON;
        return followView(house, (await followedIn(desk, http)) ?? request);
      });
      pages.send(http, response, shown);
    });
}

function done({ id, reference }: DataRequest, what: DoneView['what']): DoneView {
  return { page: 'done', what, reference, request: id };
}

function wordsFault(text: string): 'empty' | 'too-long' | undefined {
  if (text === '') return 'empty';
  return text.length > LONGEST_WORDS ? 'too-long' : undefined;
}
