import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import type { PostedForm } from '../subjects/ask-form.js';
import type { SubjectPages } from '../subjects/subject-pages.js';
import { hasLeft } from './client-left.js';

/** For this host only, over TLS only (or on the machine itself), and out of the reach of scripts and of other sites. */
export const OWN_COOKIE: CookieOptions = { secure: true, httpOnly: true, sameSite: 'strict', path: '/', encode: String };
const RETRY_SECONDS = 10;

/** What was posted. */
export function formOf({ body }: Request): PostedForm {
  return (body as PostedForm | undefined) ?? {};
}

/** Answers, also where the client has left in the middle or what was being sent was taken back. */
export function answered(work: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch((error: unknown) => {
      if (hasLeft(error) || isEnded(error)) response.destroy();
      else next(error);
    });
  };
}

function isEnded(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Too many have a code looked at: later. */
export function sendBusy(pages: SubjectPages, request: Request, response: Response): void {
  response.set('Retry-After', String(RETRY_SECONDS));
  pages.send(request, response, { page: 'fault', status: 429, retrySeconds: RETRY_SECONDS });
}
