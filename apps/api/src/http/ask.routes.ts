import { Secret } from '@habeas/connector-sdk';
import { askForData, enterByClaim, Refused, type SubjectAsk } from '@habeas/core';
import { type AskedView, type AskView, type FindView, subjectPaths } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { subjectHome } from '../composition/subject-home.js';
import { readAskForm, textOf } from '../subjects/ask-form.js';
import { askedView, emptyForm, isWithinNetwork, onceKey } from './ask-parts.js';
import { askSignedIn } from './ask-signed-in.js';
import { setFollowCookie, type SubjectHouse } from './follow.routes.js';
import { waitingIn } from './sign-in-to-ask.js';
import { answered, formOf, sendBusy } from './subject-answers.js';

/** Where people ask for their data, and find the way back to what they asked for. */
export function askRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  const { pages, turnstile } = house;
  router.get('/', answered(async (request, response) => {
    pages.send(request, response, await emptyForm(house, String(request.params['controller'])));
  })); // prettier-ignore
  router.post('/', answered(async (request, response) => {
    const waiting = await waitingIn(house, request);
    const asked = await turnstile.pass(() => waiting === 'none' ? ask(house, request, response) : askSignedIn(house, { http: request, response, waiting })); // prettier-ignore
    if (asked === undefined || asked === 'limited') sendBusy(pages, request, response);
    else pages.send(request, response, asked);
  })); // prettier-ignore
  router.get('/follow', answered((request, response) => {
    pages.send(request, response, { page: 'find' });
    return Promise.resolve();
  })); // prettier-ignore
  router.post('/follow', answered(async (request, response) => {
    const found = await turnstile.pass(() => find(house, request, response));
    if (found === undefined) sendBusy(pages, request, response);
    else if (found !== 'found') pages.send(request, response, found);
  })); // prettier-ignore
  return router;
}

async function ask(house: SubjectHouse, request: Request, response: Response): Promise<AskView | AskedView | 'limited'> {
  const { desk, pages, challenges } = house;
  const form = formOf(request);
  const controller = String(request.params['controller']);
  const read = readAskForm(form, pages.languageOf(request), {
    phoneRegion: desk.sources.phoneRegionOf(controller),
    numberNamespaces: desk.sources.numberNamespacesOf(controller),
  });
  const challenge = textOf(form, 'challenge');
  const problem = await challenges.problemOf(challenge, textOf(form, 'answer'));
  if ('faults' in read || problem !== undefined) {
    const faults = 'faults' in read ? { faults: read.faults } : {};
    return {
      ...(await emptyForm(house, controller)),
      values: read.values,
      ...faults,
      ...(problem === undefined ? {} : { problem }),
    };
  }
  if (!(await isWithinNetwork(house, controller, request.ip, 'ask'))) return 'limited';
  try {
    return await taken(house, { request, response, controller, ask: read.ask, challenge });
  } catch (error) {
    if (!(error instanceof Refused) || (error.code !== 'STALE_KEY' && error.code !== 'WRONG_STATE')) throw error;
    // The same form was sent before, with something else in it
    return { ...(await emptyForm(house, controller)), values: read.values, problem: { kind: 'too-old' } };
  }
}

interface Taking {
  readonly request: Request;
  readonly response: Response;
  readonly controller: string;
  readonly ask: SubjectAsk;
  readonly challenge: string;
}

async function taken(
  house: SubjectHouse,
  { request: http, response, controller, ask: wanted, challenge }: Taking,
): Promise<AskedView> {
  const asked = await askForData(house.desk, controller, wanted, onceKey(challenge, wanted));
  setFollowCookie(http, response, asked.cookie);
  return askedView(house, asked, wanted.isForOther ? 'by-person' : 'prove');
}

async function find({ desk, pages }: SubjectHouse, request: Request, response: Response): Promise<FindView | 'found'> {
  const form = formOf(request);
  const controller = String(request.params['controller']);
  const reference = textOf(form, 'reference');
  const door = await enterByClaim(desk, { controller, reference, claimCode: new Secret(textOf(form, 'claimCode')) });
  if (door.outcome === 'wrong') return { page: 'find', reference, problem: { kind: 'wrong' } };
  if (door.outcome === 'wait') return { page: 'find', reference, problem: { kind: 'wait', seconds: door.seconds } };
  setFollowCookie(request, response, door.cookie);
  response.redirect(303, subjectPaths(subjectHome(controller), pages.languageOf(request)).request(door.request).follow);
  return 'found';
}
