import type { SubjectLanguage } from './view/subject-look.js';

/** What follows one request, in paths: each has a form that posts to itself. */
export interface RequestPaths {
  readonly follow: string;
  readonly prove: string;
  /** Posts only: a code once more. */
  readonly sendAgain: string;
  /** Posts only: to the controller's provider, to sign in there. */
  readonly signIn: string;
  /** Posts only: the answer to an open question. */
  readonly answer: string;
  /** Posts only: the fee that was announced is accepted. */
  readonly fee: string;
  /** Posts only: a new link in place of one that is over. */
  readonly renew: string;
  readonly missing: string;
  readonly transmit: string;
  /** Posts only: a copy of a document, as a file. */
  readonly document: string;
  readonly notMe: string;
  readonly withdraw: string;
  /** For the script of the page: whether there is something new on it. */
  readonly news: string;
  /** One letter, by its number: a page of its own. */
  letter(number: number): string;
}

/** Where a link leads. */
export interface LinkPaths {
  readonly open: string;
  readonly archive: string;
  /** The report as it lies in the archive, in the language of the page. */
  readonly report: string;
  /** Posts only: the archive packed in another way. */
  readonly packing: string;
  /** Posts only: to the controller's provider, to sign in there instead of showing the claim code. */
  readonly signIn: string;
}

/** Where the pages of one controller lie. Whoever serves them takes the paths from here. */
export interface SubjectPaths {
  readonly ask: string;
  readonly find: string;
  /** Posts only: to the controller's provider, to sign in there before anything is asked for. */
  readonly signIn: string;
  /** Where a provider sends whoever has signed in back to: the same in every language. */
  readonly signedIn: string;
  request(id: string): RequestPaths;
  /** Where a link to an archive leads, and where the archive itself is fetched. */
  link(id: string): LinkPaths;
  /** Where whoever was told of a request at a contact on record says that they did not ask. */
  stop(request: string, secret: string): string;
}

/**
 * See {@link SubjectPaths}; `home` as a look has it. With a language they lead to pages in it, and forms are answered in it: nothing
 * has to be remembered about who looks.
 */
export function subjectPaths(home: string, language?: SubjectLanguage): SubjectPaths {
  const base = home === '/' ? '' : home;
  const request = (id: string): RequestPaths => requestPaths(`${base}/requests/${encodeURIComponent(id)}`, inLanguage(language));
  const link = (id: string): LinkPaths => linkPaths(`${base}/d/${encodeURIComponent(id)}`, inLanguage(language));
  const stop = (id: string, secret: string): string =>
    `${base}/stop/${encodeURIComponent(id)}/${encodeURIComponent(secret)}${inLanguage(language)}`;
  const signedIn = `${base}/signed-in`;
  const signIn = `${base}/sign-in${inLanguage(language)}`;
  const ask = `${home}${inLanguage(language)}`;
  return { ask, find: `${base}/follow${inLanguage(language)}`, signIn, signedIn, request, link, stop };
}

function requestPaths(request: string, query: string): RequestPaths {
  return {
    follow: `${request}${query}`,
    prove: `${request}/prove${query}`,
    sendAgain: `${request}/prove/again${query}`,
    signIn: `${request}/sign-in${query}`,
    answer: `${request}/answer${query}`,
    fee: `${request}/fee${query}`,
    renew: `${request}/link${query}`,
    missing: `${request}/missing${query}`,
    transmit: `${request}/transmit${query}`,
    document: `${request}/document${query}`,
    notMe: `${request}/not-me${query}`,
    withdraw: `${request}/withdraw${query}`,
    news: `${request}/news`,
    letter: (number) => `${request}/letters/${String(number)}`,
  };
}

function linkPaths(link: string, query: string): LinkPaths {
  return {
    open: `${link}${query}`,
    archive: `${link}/archive`,
    report: `${link}/report${query}`,
    packing: `${link}/packing${query}`,
    signIn: `${link}/sign-in${query}`,
  };
}

function inLanguage(language: SubjectLanguage | undefined): string {
  return language === undefined ? '' : `?language=${language}`;
}
