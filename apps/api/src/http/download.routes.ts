import { Secret } from '@habeas/connector-sdk';
import { type DownloadPass, mayGoOn, noteSent, type OpenDownload, openDownload, viewDownload, type WorkDesk } from '@habeas/core';
import { dateIn } from '@habeas/core/law';
import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import { cookieOf } from '../platform/session-cookie.js';
import type { DownloadView } from '@habeas/subject-pages';
import type { SubjectPages } from '../subjects/subject-pages.js';
import { hasLeft } from './client-left.js';
import { sendArchive } from './send-archive.js';

/** For this host only, over TLS only (or on the machine itself), and out of the reach of scripts. */
const COOKIE = '__Host-dl';
/** A secret has 43 characters, a code eight: whoever sends more sends something else. */
const BODY_LIMIT = '4kb';
/** How many claim codes are looked at at once: each takes memory and time on purpose (security R55). */
const MOST_AT_ONCE = 8;
const RETRY_SECONDS = 10;
/** How often it is looked whether what is being sent may go on. */
const LOOK_MS = 3_000;

/**
 * The way from a link to the archive (security R50 to R55). What is fetched changes nothing, so that a mail scanner that follows the link
 * takes nothing away; only what is posted, with the link's secret and the claim code, lets a browser in.
 */
export function downloadRoutes(desk: WorkDesk, pages: SubjectPages): Router {
  const router = Router({ mergeParams: true });
  let busy = 0;
  router.get('/:link', answered(async (request, response) => {
    const download = await viewed(desk, request);
    pages.send(request, response, download === undefined ? { page: 'open', link: linkOf(request) } : viewOf(desk, download));
  })); // prettier-ignore
  router.post('/:link', urlencoded({ extended: false, limit: BODY_LIMIT }), answered(async (request, response) => {
    if (busy >= MOST_AT_ONCE) {
      pages.send(request, response, { page: 'fault', status: 429, retrySeconds: RETRY_SECONDS });
      return;
    }
    busy += 1;
    try {
      await enter(desk, pages, request, response);
    } finally {
      busy -= 1;
    }
  })); // prettier-ignore
  router.get('/:link/archive', answered(async (request, response) => {
    const download = await viewed(desk, request);
    if (download === undefined) pages.send(request, response, { page: 'gone' });
    else await sendTo(desk, download, request, response);
  })); // prettier-ignore
  return router;
}

async function enter(desk: WorkDesk, pages: SubjectPages, request: Request, response: Response): Promise<void> {
  const link = linkOf(request);
  const [secret, claimCode] = [fieldOf(request, 'secret'), fieldOf(request, 'code')];
  const door = await openDownload(desk, { link, secret: new Secret(secret), claimCode: new Secret(claimCode) });
  if (door.outcome === 'open') {
    // Its end is the store's to know: it moves while something is fetched
    response.cookie(COOKIE, door.cookie.reveal(), {
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      encode: String,
    });
    response.redirect(303, request.originalUrl);
  } else if (door.outcome === 'gone') pages.send(request, response, { page: 'gone' });
  else pages.send(request, response, { page: 'open', link, secret, problem: door.outcome });
}

async function sendTo(desk: WorkDesk, download: OpenDownload, request: Request, response: Response): Promise<void> {
  const { request: row, archive } = download;
  const pass = passOf(request);
  const stop = new AbortController();
  const looking = setInterval(() => {
    void mayGoOn(desk, download).then((may) => {
      if (!may) stop.abort();
    }, () => {
      // A store that cannot be reached for a moment ends no download: the next look is soon
    });
  }, LOOK_MS); // prettier-ignore
  try {
    await sendArchive(desk, request, response, {
      row,
      archive,
      fileName: `export-${row.reference}.zip`,
      signal: stop.signal,
      onSent: async (sent, isFinished) => (pass === undefined ? undefined : noteSent(desk, pass, { sent, isFinished })),
    });
  } finally {
    clearInterval(looking);
  }
}

/** What this browser was let in to, by this link. */
async function viewed(desk: WorkDesk, request: Request): Promise<OpenDownload | undefined> {
  const pass = passOf(request);
  return pass === undefined ? undefined : viewDownload(desk, pass);
}

function passOf(request: Request): DownloadPass | undefined {
  const cookie = cookieOf(request, COOKIE);
  return cookie === undefined || cookie === '' ? undefined : { link: linkOf(request), cookie: new Secret(cookie) };
}

function viewOf({ clocks }: WorkDesk, { request, archive, link, left, until }: OpenDownload): DownloadView {
  const { reference, format, controller } = request;
  const { bytes, sha256 } = archive;
  return {
    page: 'download',
    link,
    reference,
    bytes,
    sha256,
    format,
    left,
    until: dateIn(until, clocks.settingsOf(controller).zone),
  };
}

function linkOf({ params }: Request): string {
  return String(params['link']);
}

/** What was posted in a field; nothing, where that is no text. */
function fieldOf({ body }: Request, name: string): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Answers as a page: also what goes wrong. */
function answered(work: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch((error: unknown) => {
      if (hasLeft(error) || isEnded(error)) response.destroy();
      else next(error);
    });
  };
}

/** Whether what was being sent was ended by us: the link was taken back. */
function isEnded(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
