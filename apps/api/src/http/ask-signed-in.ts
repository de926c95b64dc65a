import { askByAccount, Refused } from '@habeas/core';
import type { AskedView, AskProblem, AskView } from '@habeas/subject-pages';
import type { Request, Response } from 'express';
import { type ReadAccountForm, readAccountForm, textOf } from '../subjects/ask-form.js';
import type { WaitingAccount } from '../subjects/sign-in/waiting-account.js';
import { askedView, emptyForm, isWithinNetwork, onceKey } from './ask-parts.js';
import { setFollowCookie, type SubjectHouse } from './follow.routes.js';
import { forgetAccount, withAccount } from './sign-in-to-ask.js';
import { formOf } from './subject-answers.js';

interface SignedInAsking {
  readonly http: Request;
  readonly response: Response;
  /** Who has signed in for it, or that nobody waits for it in this browser. */
  readonly waiting: WaitingAccount | 'over';
}

/**
 * Takes in a form that an account stands in. One that was changed, is over, or says who asks in any other way is not taken: robots and networks are kept
 * out as of every form.
 */
export async function askSignedIn(
  house: SubjectHouse,
  { http, response, waiting }: SignedInAsking,
): Promise<AskView | AskedView | 'limited'> {
  const controller = String(http.params['controller']);
  const form = formOf(http);
  const read = readAccountForm(form, house.pages.languageOf(http));
  if (waiting === 'over' || read === 'altered') return withoutAccount(house, controller);
  const again = async (more: Pick<AskView, 'faults' | 'problem'>): Promise<AskView> =>
    withAccount({ ...(await emptyForm(house, controller)), values: read.values, ...more }, textOf(form, 'account'), waiting);
  const challenge = textOf(form, 'challenge');
  const problem = await house.challenges.problemOf(challenge, textOf(form, 'answer'));
  if ('faults' in read || problem !== undefined) return again(toldOf(read, problem));
  if (!(await isWithinNetwork(house, controller, http.ip, 'ask'))) return 'limited';
  const once = onceKey(challenge, [waiting.signIn, read.ask]);
  const { account, signIn } = waiting;
  const asked = await askByAccount(house.desk, controller, read.ask, { ...once, account, signIn }).catch(refusalOf);
  if (asked === 'REFUSED') return withoutAccount(house, controller);
  // The same form was sent before, with something else in it
  if (typeof asked === 'string') return again({ problem: { kind: 'too-old' } });
  setFollowCookie(http, response, asked.cookie);
  forgetAccount(response);
  return askedView(house, asked, 'proved');
}

function toldOf(read: ReadAccountForm, problem: AskProblem | undefined): Pick<AskView, 'faults' | 'problem'> {
  return { ...('faults' in read ? { faults: read.faults } : {}), ...(problem === undefined ? {} : { problem }) };
}

/** What was refused for a reason that concerns the person. */
function refusalOf(error: unknown): 'REFUSED' | 'STALE_KEY' | 'WRONG_STATE' {
  const code = error instanceof Refused ? error.code : undefined;
  if (code === 'REFUSED' || code === 'STALE_KEY' || code === 'WRONG_STATE') return code;
  throw error;
}

async function withoutAccount(house: SubjectHouse, controller: string): Promise<AskView> {
  return { ...(await emptyForm(house, controller)), problem: { kind: 'account' } };
}
