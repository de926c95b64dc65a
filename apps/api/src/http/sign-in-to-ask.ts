import { Secret } from '@habeas/connector-sdk';
import { isFreshAccount, spendOnce } from '@habeas/core';
import { type AskView, type SignInProblem, subjectPaths, type SubjectView } from '@habeas/subject-pages';
import type { Request, RequestHandler, Response } from 'express';
import { subjectHome } from '../composition/subject-home.js';
import { cookieOf } from '../platform/session-cookie.js';
import { textOf } from '../subjects/ask-form.js';
import type { ComeBack } from '../subjects/sign-in/door-outcomes.js';
import { ASK_FLOW, type AskFlow } from '../subjects/sign-in/subject-flow.js';
import {
  knownBy,
  openWaiting,
  sealWaiting,
  searchable,
  type WaitingAccount,
  WAITING_MS,
} from '../subjects/sign-in/waiting-account.js';
import { emptyForm, isWithinNetwork } from './ask-parts.js';
import type { SubjectHouse } from './follow.routes.js';
import { problemIn, sendToProvider } from './sign-in-answers.js';
import { formOf, OWN_COOKIE } from './subject-answers.js';

const COOKIE = '__Host-rq-account';

/** A browser that comes back to where signing in was begun is shown the form. */
export function backToAsk({ pages }: SubjectHouse): RequestHandler {
  return (http, response) => {
    response.redirect(303, subjectPaths(subjectHome(String(http.params['controller'])), pages.languageOf(http)).ask);
  };
}

/** Begun by anybody: nothing is kept of it. */
export async function beginToAsk(house: SubjectHouse, http: Request, response: Response): Promise<void> {
  const { pages, log } = house;
  const controller = String(http.params['controller']);
  const provider = house.providers.get(controller);
  if (provider === undefined) {
    pages.send(http, response, await emptyForm(house, controller));
    return;
  }
  try {
    sendToProvider(response, await provider.begin(ASK_FLOW, { language: pages.languageOf(http) }));
  } catch (error) {
    pages.send(http, response, { page: 'sign-in', why: problemIn(error, log), isToAsk: true });
  }
}

/** The form with who has come back. What waits of them is in it alone, sealed, and good in this browser. */
export async function comeBackToAsk(
  house: SubjectHouse,
  come: ComeBack<AskFlow>,
  { http, response }: { readonly http: Request; readonly response: Response },
): Promise<SubjectView> {
  const { controller } = come.flow;
  // Whoever is sent round and round costs the provider as much as us
  if (!(await isWithinNetwork(house, controller, http.ip, 'sign-in'))) return notKnown('often');
  const came = await returned(house, come).catch((error: unknown) => problemIn(error, house.log));
  if (typeof came === 'string') return notKnown(came);
  const browser = house.desk.delivery.crypto.randomSecret();
  const sealed = await sealWaiting({ crypto: house.desk.delivery.crypto, clock: house.desk.clock }, came, browser);
  response.cookie(COOKIE, browser.reveal(), { ...OWN_COOKIE, maxAge: WAITING_MS });
  return withAccount(await emptyForm(house, controller), sealed, came);
}

async function returned(
  { desk }: SubjectHouse,
  { provider, flow, query }: ComeBack<AskFlow>,
): Promise<WaitingAccount | SignInProblem> {
  const { controller } = flow;
  const account = searchable(await provider.accountOf(flow, query), desk.sources.phoneRegionOf(controller));
  const signIn = provider.nameOf(flow);
  if (!(await spendOnce(desk, controller, `sign-in ${signIn}`))) return 'over';
  if (!isFreshAccount(account, desk.clock.now())) return 'refused';
  return account.identifiers.reveal().length === 0 ? 'unknown' : { controller, signIn, account };
}

function notKnown(why: SignInProblem): SubjectView {
  return { page: 'sign-in', why, isToAsk: true };
}

/** The form, with an account in it. */
export function withAccount(form: AskView, sealed: string, { account }: WaitingAccount): AskView {
  return { ...form, account: { sealed, knownBy: knownBy(account) } };
}

/** What a form says of an account: `none`, one that waits for it in this browser, or one that does not, any more or at all. */
export async function waitingIn({ desk }: SubjectHouse, http: Request): Promise<WaitingAccount | 'none' | 'over'> {
  const sealed = textOf(formOf(http), 'account');
  if (sealed === '') return 'none';
  const browser = new Secret(cookieOf(http, COOKIE) ?? '');
  const sealing = { crypto: desk.delivery.crypto, clock: desk.clock };
  return (await openWaiting(sealing, sealed, { controller: String(http.params['controller']), browser })) ?? 'over';
}

/** It was asked with it: nothing waits in this browser any more. */
export function forgetAccount(response: Response): void {
  response.clearCookie(COOKIE, OWN_COOKIE);
}
