import { pipeline } from 'node:stream/promises';
import { Secret } from '@habeas/connector-sdk';
import {
  chooseOwnPacking,
  type DownloadPass,
  type FetchedFile,
  mayGoOn,
  noteSent,
  type OpenDownload,
  openDownload,
  type Packing,
  PACKINGS,
  readOwnReport,
  viewDownload,
  type WorkDesk,
} from '@habeas/core';
import { dateIn } from '@habeas/core/law';
import { type DownloadView, type OpenView, subjectPaths } from '@habeas/subject-pages';
import { type Request, type Response, Router } from 'express';
import { subjectHome } from '../composition/subject-home.js';
import { cookieOf } from '../platform/session-cookie.js';
import { textOf } from '../subjects/ask-form.js';
import type { SubjectPages } from '../subjects/subject-pages.js';
import type { Turnstile } from '../subjects/turnstile.js';
import { reportHeaders, reportIn } from './report-in-archive.js';
import { sendArchive } from './send-archive.js';
import { answered, formOf, OWN_COOKIE, sendBusy } from './subject-answers.js';

const COOKIE = '__Host-dl';
/** How often it is looked whether what is being sent may go on. */
const LOOK_MS = 3_000;

/** What these routes work with. */
export interface DownloadHouse {
  readonly desk: WorkDesk;
  readonly pages: SubjectPages;
  /** For whatever has a code looked at. */
  readonly turnstile: Turnstile;
  /** Where subjects sign in instead, by their controllers. */
  readonly providers: ReadonlyMap<string, unknown>;
}

/**
 * The way from a link to the archive (security R50 to R55). What is fetched changes nothing, so that a mail scanner that follows the link
 * takes nothing away; only what is posted, with the link's secret and the claim code, lets a browser in.
 */
export function downloadRoutes(house: DownloadHouse): Router {
  const router = Router({ mergeParams: true });
  const { desk, pages } = house;
  router.get('/:link', answered(async (request, response) => {
    const download = await viewed(desk, request);
    pages.send(request, response, download === undefined ? openView(house, request) : viewOf(desk, download));
  })); // prettier-ignore
  router.post('/:link', answered(async (request, response) => {
    const isIn = await house.turnstile.pass(async () => {
      await enter(house, request, response);
      return true;
    });
    if (isIn === undefined) sendBusy(pages, request, response);
  })); // prettier-ignore
  // Where a browser comes back to what was posted
  router.get('/:link/packing', answered((request, response) => {
    response.redirect(303, downloadPath(pages, request));
    return Promise.resolve();
  })); // prettier-ignore
  router.post('/:link/packing', answered(async (request, response) => {
    await choose(house, request, response);
  })); // prettier-ignore
  router.get('/:link/report', answered(async (request, response) => {
    await sendReport(house, request, response);
  })); // prettier-ignore
  router.get('/:link/archive', answered(async (request, response) => {
    const download = await viewed(desk, request);
    if (download === undefined) pages.send(request, response, { page: 'gone' });
    // It is being locked, or has to be first: the page says so
    else if (download.file === undefined) pages.send(request, response, viewOf(desk, download));
    else await sendTo(desk, { ...download, file: download.file }, request, response);
  })); // prettier-ignore
  return router;
}

async function enter(house: DownloadHouse, request: Request, response: Response): Promise<void> {
  const { desk, pages } = house;
  const [controller, link, secret] = [controllerOf(request), linkOf(request), secretIn(request)];
  const claimCode = new Secret(textOf(formOf(request), 'claimCode'));
  const door = await openDownload(desk, { controller, link, secret, claimCode });
  if (door.outcome === 'open') {
    setDownloadCookie(response, door.cookie);
    // A fragment of its own: else the secret would stay in the address
    response.redirect(303, `${downloadPath(pages, request)}#ready`);
  } else if (door.outcome === 'gone') pages.send(request, response, { page: 'gone' });
  else pages.send(request, response, { ...openView(house, request), secret: secret.reveal(), problem: door.outcome });
}

/** The secret of a link that was posted; also where the whole link was pasted. */
export function secretIn(request: Request): Secret<string> {
  return new Secret(textOf(formOf(request), 'secret').replace(/^.*#/u, ''));
}

/** The page of a link, for whoever has shown nothing yet. It says the same of every link. */
export function openView({ providers }: DownloadHouse, request: Request): OpenView {
  const maySignIn = providers.has(controllerOf(request)) ? { maySignIn: true } : {};
  return { page: 'open', link: linkOf(request), ...maySignIn };
}

/** Lets a browser in. When that ends is the store's to say: later, while something is fetched. */
export function setDownloadCookie(response: Response, cookie: Secret<string>): void {
  response.cookie(COOKIE, cookie.reveal(), OWN_COOKIE);
}

/** Has the archive packed in another way. The answer is the only page that ever shows the passphrase. */
async function choose({ desk, pages }: DownloadHouse, request: Request, response: Response): Promise<void> {
  const download = await viewed(desk, request);
  const pass = passOf(request);
  const packing = PACKINGS.find((each) => each === textOf(formOf(request), 'packing'));
  if (download === undefined || pass === undefined) pages.send(request, response, { page: 'gone' });
  else if (packing === undefined) pages.send(request, response, viewOf(desk, download));
  else {
    const choice = await chooseOwnPacking(desk, pass, packing);
    if (choice.outcome === 'chosen' && choice.passphrase !== undefined) {
      const { link } = download;
      pages.send(request, response, { page: 'locked', link, packing: choice.packing, passphrase: choice.passphrase.reveal() });
    } else if (choice.outcome === 'later') pages.send(request, response, { ...viewOf(desk, download), isFixed: true });
    else response.redirect(303, downloadPath(pages, request));
  }
}

/** Sends the report out of the archive: the same bytes. Who was not let in, or has it locked, is shown the page of the link. */
async function sendReport({ desk, pages }: DownloadHouse, request: Request, response: Response): Promise<void> {
  const pass = passOf(request);
  const version = { language: pages.languageOf(request), form: 'html' } as const;
  const report = pass === undefined ? undefined : await readOwnReport(desk, pass, version.language);
  const file = report === undefined ? undefined : await reportIn(desk, report, version);
  if (file === undefined) response.redirect(303, downloadPath(pages, request));
  else {
    response.set(reportHeaders(version, file, `report.${version.language}.html`));
    await pipeline(await file.open(), response);
  }
}

/** Sends the archive, and looks meanwhile whether it may go on: the link can be taken back. */
async function sendTo(
  desk: WorkDesk,
  download: OpenDownload & { readonly file: FetchedFile },
  request: Request,
  response: Response,
): Promise<void> {
  const { request: row, file, packing } = download;
  const of = packing === 'zip' ? {} : { file: file.blob };
  const pass = passOf(request);
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    if (!(await mayGoOn(desk, download))) stop.abort();
  };
  const looking = setInterval(() => {
    // A store that cannot be reached for a moment ends no download: the next look is soon
    look().catch(() => undefined);
  }, LOOK_MS);
  try {
    await sendArchive(desk, request, response, {
      row,
      archive: file,
      ...KINDS[packing](`export-${row.reference}.zip`),
      signal: stop.signal,
      onSent: async (sent, isFinished) => {
        if (pass !== undefined) await noteSent(desk, pass, { sent: { ...sent, ...of }, isFinished, bytes: file.bytes });
      },
    });
  } finally {
    clearInterval(looking);
  }
}

/** What a file of each kind is called and declared as. */
const KINDS: Readonly<Record<Packing, (archive: string) => { readonly fileName: string; readonly type: string }>> = {
  zip: (fileName) => ({ fileName, type: 'application/zip' }),
  aes: (archive) => ({ fileName: archive.replace(/\.zip$/u, '.locked.zip'), type: 'application/zip' }),
  age: (archive) => ({ fileName: `${archive}.age`, type: 'application/octet-stream' }),
};

/** What this browser was let in to, by this link. */
async function viewed(desk: WorkDesk, request: Request): Promise<OpenDownload | undefined> {
  const pass = passOf(request);
  return pass === undefined ? undefined : viewDownload(desk, pass);
}

function passOf(request: Request): DownloadPass | undefined {
  const cookie = cookieOf(request, COOKIE);
  return cookie === undefined || cookie === ''
    ? undefined
    : { controller: controllerOf(request), link: linkOf(request), cookie: new Secret(cookie) };
}

/** What was let in to. */
export function viewOf({ clocks }: WorkDesk, download: OpenDownload): DownloadView {
  const { request, file, packing, link, lock, isLockAwaited, isReadable, left, until } = download;
  const { reference, format, controller } = request;
  return {
    page: 'download',
    link,
    reference,
    packing,
    isReadable,
    ...(lock === undefined ? {} : { lock: { because: lock, isAwaited: isLockAwaited } }),
    ...(file === undefined ? {} : { file: { bytes: file.bytes, sha256: file.sha256 } }),
    format,
    left,
    until: dateIn(until, clocks.settingsOf(controller).zone),
  };
}

/** The page of the link, in the language in which it is read. */
export function downloadPath(pages: SubjectPages, request: Request): string {
  return subjectPaths(subjectHome(controllerOf(request)), pages.languageOf(request)).link(linkOf(request)).open;
}

/** The link that a page is about. */
export function linkOf({ params }: Request): string {
  return String(params['link']);
}

/** On whose pages it is. */
export function controllerOf({ params }: Request): string {
  return String(params['controller']);
}
