import { createHash } from 'node:crypto';
import { Secret } from '@habeas/connector-sdk';
import { askForData, clockOf, countWithin, enterByClaim, networkOf, type OnceKey, Refused, type SubjectAsk } from '@habeas/core';
import { computeDeadlines } from '@habeas/core/law';
import { type AskedView, type AskView, type FindView, subjectPaths } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { subjectHome } from '../composition/subject-home.js';
import { readAskForm, textOf } from '../subjects/ask-form.js';
import { setFollowCookie, type SubjectHouse } from './follow.routes.js';
import { answered, formOf, sendBusy } from './subject-answers.js';

/** Where people ask for their data, and find the way back to what they asked for. */
export function askRoutes(house: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  const { pages, turnstile } = house;
  router.get('/', answered(async (request, response) => {
    pages.send(request, response, await emptyForm(house));
  })); // prettier-ignore
  router.post('/', answered(async (request, response) => {
    const asked = await turnstile.pass(() => ask(house, request, response));
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

async function emptyForm({ challenges }: SubjectHouse): Promise<AskView> {
  return { page: 'ask', challenge: await challenges.next() };
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
    return { ...(await emptyForm(house)), values: read.values, ...faults, ...(problem === undefined ? {} : { problem }) };
  }
  if (!(await isWithinNetwork(house, controller, request.ip))) return 'limited';
  try {
    return await taken(house, { request, response, controller, ask: read.ask, challenge });
  } catch (error) {
    if (!(error instanceof Refused) || (error.code !== 'STALE_KEY' && error.code !== 'WRONG_STATE')) throw error;
    // The same form was sent before, with something else in it
    return { ...(await emptyForm(house)), values: read.values, problem: { kind: 'too-old' } };
  }
}

/** Whether one more may ask from there: somebody who has worked out the challenge a thousand times is stopped here (R55). */
async function isWithinNetwork({ desk }: SubjectHouse, controller: string, address: string | undefined): Promise<boolean> {
  const value = networkOf(address);
  if (value === undefined) return true;
  const counted = { controller, kind: 'network', value } as const;
  return desk.store.transact((transaction) => countWithin(transaction, desk.delivery.limits, counted));
}

interface Taking {
  readonly request: Request;
  readonly response: Response;
  readonly controller: string;
  readonly ask: SubjectAsk;
  readonly challenge: string;
}

async function taken(
  { desk }: SubjectHouse,
  { request: http, response, controller, ask: wanted, challenge }: Taking,
): Promise<AskedView> {
  const { request, claimCode, cookie } = await askForData(desk, controller, wanted, onceKey(challenge, wanted));
  setFollowCookie(http, response, cookie);
  const settings = desk.clocks.settingsOf(controller);
  const { received, workBy } = computeDeadlines(clockOf(request, settings), settings, desk.clock.now());
  return {
    page: 'asked',
    request: request.id,
    reference: request.reference,
    claimCode: claimCode.reveal(),
    receivedOn: received,
    dueOn: workBy,
    next: wanted.isForOther ? 'by-person' : 'prove',
  };
}

/** A form that is sent twice asks once. */
function onceKey(challenge: string, wanted: SubjectAsk): OnceKey {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return { key: digest(challenge), fingerprint: digest(JSON.stringify(wanted)) };
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
