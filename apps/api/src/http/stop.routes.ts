import { Secret } from '@habeas/connector-sdk';
import { objectToRequest, stoppable, type StopKeys } from '@habeas/core';
import type { SubjectView } from '@habeas/subject-pages';
import { type Request, Router } from 'express';
import { answered } from './subject-answers.js';
import type { SubjectHouse } from './follow.routes.js';

const NOWHERE: SubjectView = { page: 'fault', status: 404 };

/** Where whoever reads a contact on record stops a request that they did not make (R57). Opening the page changes nothing; mail scanners do. */
export function stopRoutes({ desk, pages }: SubjectHouse): Router {
  const router = Router({ mergeParams: true });
  router.get('/:id/:secret', answered(async (http, response) => {
    const keys = keysIn(http);
    const request = await stoppable(desk, keys);
    const view = { page: 'stop', request: keys.request, secret: keys.secret.reveal() } as const;
    pages.send(http, response, request === undefined ? NOWHERE : { ...view, reference: request.reference });
  })); // prettier-ignore
  router.post('/:id/:secret', answered(async (http, response) => {
    const stopped = await objectToRequest(desk, keysIn(http));
    pages.send(http, response, stopped === undefined ? NOWHERE : { page: 'done', what: 'not-me', reference: stopped.reference });
  })); // prettier-ignore
  return router;
}

function keysIn({ params }: Request): StopKeys {
  return {
    controller: String(params['controller']),
    request: String(params['id']),
    secret: new Secret(String(params['secret'])),
  };
}
