import { checkLink, viewDownload } from '@habeas/core';
import type { SubjectView } from '@habeas/subject-pages';
import type { Request, RequestHandler, Response } from 'express';
import { type ComeBack, finishAtLink, type LinkOutcome } from '../subjects/sign-in/door-outcomes.js';
import { LINK_FLOW, type LinkFlow } from '../subjects/sign-in/subject-flow.js';
import { controllerOf, downloadPath, linkOf, openView, secretIn, setDownloadCookie, viewOf } from './download.routes.js';
import type { SubjectHouse } from './follow.routes.js';
import { problemIn, sendToProvider } from './sign-in-answers.js';
import { sendBusy } from './subject-answers.js';

/** A browser that comes back to where the secret of a link was sent to is shown where that was sent from. */
export function backToLink({ pages }: SubjectHouse): RequestHandler {
  return (http, response) => {
    response.redirect(303, downloadPath(pages, http));
  };
}

/**
 * Begun by who shows the secret of a link: the first of the two things that open it. What goes on from here is its hash alone, sealed in the
 * cookie of this browser.
 */
export async function beginAtLink(house: SubjectHouse, http: Request, response: Response): Promise<void> {
  const { desk, pages, turnstile, log } = house;
  const [controller, link, secret] = [controllerOf(http), linkOf(http), secretIn(http)];
  const provider = house.providers.get(controller);
  if (provider === undefined) {
    pages.send(http, response, openView(house, http));
    return;
  }
  const checked = await turnstile.pass(() => checkLink(desk, { controller, link, secret }));
  if (checked === undefined) sendBusy(pages, http, response);
  else if (checked.outcome === 'gone') pages.send(http, response, { page: 'gone' });
  else if (checked.outcome === 'wait')
    pages.send(http, response, { ...openView(house, http), secret: secret.reveal(), problem: 'wait' });
  else {
    try {
      const about = { link, secretHash: checked.secretHash, language: pages.languageOf(http) };
      sendToProvider(response, await provider.begin(LINK_FLOW, about));
    } catch (error) {
      pages.send(http, response, { page: 'sign-in', why: problemIn(error, log), isForLink: true });
    }
  }
}

const OUTCOMES = { wrong: 'strange', wait: 'wait', over: 'over' } as const;

/** What somebody is shown who has come back to a link: what it leads to, where they are let in. */
export async function comeBackToLink(
  { desk, log }: SubjectHouse,
  come: ComeBack<LinkFlow>,
  response: Response,
): Promise<SubjectView> {
  const { controller, link } = come.flow;
  const came = await finishAtLink(come).catch((error: unknown) => ({ outcome: 'failed', why: problemIn(error, log) }) as const);
  if (came.outcome === 'failed') return { page: 'sign-in', why: came.why, isForLink: true };
  if (came.outcome !== 'open') return problemView(came.outcome);
  setDownloadCookie(response, came.cookie);
  const download = await viewDownload(desk, { controller, link, cookie: came.cookie });
  return download === undefined ? { page: 'gone' } : viewOf(desk, download);
}

function problemView(outcome: Exclude<LinkOutcome['outcome'], 'open'>): SubjectView {
  return outcome === 'gone' ? { page: 'gone' } : { page: 'sign-in', why: OUTCOMES[outcome], isForLink: true };
}
